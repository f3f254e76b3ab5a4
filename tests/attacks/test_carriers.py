"""Petya carries and Polina writes: neither opens a matter; Polina learns no name, no place and no matter."""

import pytest
from django.test import Client
from tests.attacks.addresses import PUBLIC, Address, addresses
from tests.attacks.carried import PENNAME
from tests.attacks.test_nobody_else import LOOK, OWN_PAGES, SEND, TABLE, Play
from tests.attacks.visitors import Comes
from tests.attacks.watching import body_of, visit
from tests.attacks.world import MARK, House

from peredacha.rooms.facilities.models import Facility

pytestmark = pytest.mark.django_db
CARRIES = frozenset(
    {"errands", "parcels", "boxes", "batches", "stores", "goods", "postroom", "visits", "aid"}
)
CARRIES |= {"tallies", "facilities", "board"}
THEIRS = frozenset({"guardians:compare", "team:remove_factor"})
"""The own list of known keys and the own factors of every helper."""


def petya(house: House) -> Client:
    """The packer."""
    return house.carried.petya.client


def polina(house: House) -> Client:
    """Who writes letters."""
    return house.carried.polina.client


OWN = {petya: CARRIES, polina: frozenset({"letters", "facilities"})}
"""The rooms in which they work."""


class Work(Play):
    """One of them in the house: at work, or where they have no business."""

    def at_work(self, address: Address) -> bool:
        """Whether it is an address of their own; no address of a matter is."""
        room = address.name.partition(":")[0]
        return address.name in THEIRS or (room in OWN[self.comes] and "/matters/" not in address.url)

    def wrong(self, method: str, address: Address) -> list[str]:
        """What is wrong with one answer."""
        if address.names != "house" and not self.at_work(address):
            return self.tries(method, address)
        answer = visit(self.client, LOOK, address.url) if method == LOOK else None
        body = body_of(answer) if answer else ""
        wrong = [str(answer.status_code)] if answer and answer.status_code not in OWN_PAGES else []
        if self.comes is polina or not self.at_work(address):
            told = [one for one in self.secrets if one in body and one not in address.url]
            wrong += told if self.is_private(address) else []
        return wrong

    @property
    def secrets(self) -> list[str]:
        """What nobody may read there: what Vera told, where he is, the name of her matter."""
        place = Facility.objects.get(public_id=self.house.carried.colony)
        return [MARK, place.name_ru, place.public_id, str(self.house.vera.matter.id)]

    def is_private(self, address: Address) -> bool:
        """Whether it is no page for everybody: there every place is named."""
        return address.name.partition(":")[0] not in {*PUBLIC, "tallies"}


@pytest.mark.parametrize("comes", [petya, polina])
def test_who_carries_or_writes_has_no_business_elsewhere(house: House, comes: Comes) -> None:
    work = Work(comes, house)

    wrong = {
        f"{method} {one.name} {one.url}": found
        for method in (LOOK, SEND)
        for one in addresses(house)
        if (found := work.wrong(method, one))
    }

    assert TABLE["inside"]
    assert not wrong, "\n".join(f"{where}: {what}" for where, what in wrong.items())


def test_they_do_see_what_they_work_with(house: House) -> None:
    """So that the walk above cannot be green only because the pages are empty."""
    pages = [one for one in addresses(house) if one.names == "family"]

    def sees(who: Client, mark: str) -> set[str]:
        return {one.name for one in pages if mark in body_of(visit(who, LOOK, one.url))}

    carries, writes = sees(petya(house), MARK), sees(polina(house), PENNAME)
    assert {"errands:carried", "parcels:parcel", "boxes:box", "visits:ride", "aid:offer"} <= carries
    assert {"postroom:screen"} <= carries and not any(one.startswith("desk:") for one in carries)
    assert {"letters:own"} <= writes and all(one.startswith("letters:") for one in writes)

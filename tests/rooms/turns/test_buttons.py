"""Every button takes from the top of the one list: 150 people, of whom the families themselves served many.

What a family noted stands in the sealed counter alone: who goes by what stands in clear would begin with the wrong one.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from tests.rooms.batches.world import at_once, opened
from tests.rooms.boxes.world import the_store
from tests.rooms.errands.world import Packing, errands_for, packing, vera_asks_for_food
from tests.rooms.matters.world import FamilyAtDoor, file_of, keys
from tests.rooms.parcels.world import petya_walks
from tests.rooms.visits.world import card, text

from peredacha.core.law.quotas import Slot
from peredacha.rooms.batches.services import Wanted, begin_batch
from peredacha.rooms.errands.models import ErrandCard
from peredacha.rooms.errands.services import note_slot
from peredacha.rooms.parcels.models import Parcel, ParcelRequest, WishLine
from peredacha.rooms.parcels.services import ask_parcel
from peredacha.rooms.turns.services import listing, turns_of
from peredacha.rooms.vault.services import Keys
from peredacha.rooms.visits.models import RideTold, VisitTold
from peredacha.rooms.visits.services import (
    give_seats,
    least_visited,
    offer_ride,
    proposals,
    standing_rides,
    travellers,
    want_visit,
)

pytestmark = pytest.mark.django_db
PEOPLE = 150
TEA = ParcelRequest(wishes=(WishLine("tea", pieces=2),))


@dataclass
class Served:
    """A chapter and its families, of whom each had something another number of days ago."""

    chapter: Packing
    families: list[FamilyAtDoor]
    facility: str

    @property
    def petya(self) -> Keys:
        """The packer, as she reads now."""
        return keys(self.chapter.petya)


def day() -> date:
    """The day of the test."""
    return timezone.localdate()


def served(number: int) -> Served:
    """So many people in one place; all but every seventh had a parcel and a visit that only the family knows of."""
    chapter, place = packing(), card().public_id
    families = [vera_asks_for_food() for _one in range(number)]
    for n, vera in enumerate(families):
        errands = errands_for(vera.keys, vera, facility=place)
        for turn, kind in enumerate(("parcels", "short_visits") if n % 7 else ()):
            on = day() - timedelta(days=1 + (n + turn) * 97 % 389)
            slot = Slot(str(uuid4()), kind, on, 0, "family")  # type: ignore[arg-type]
            errands = note_slot(opened=errands, slot=slot, now=timezone.now())
    return Served(chapter, families, place)


def order_of(world: Served, kind: str) -> list[UUID]:
    """The list as Petya reads it, all of it, by matter."""
    seen = turns_of(world.petya, "demo", kind=kind, now=timezone.now())  # type: ignore[arg-type]
    return [one.row.matter_id for one in seen]


@pytest.fixture(autouse=True)
def everybody_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list tells all of them here."""
    monkeypatch.setattr(listing, "MOST", 1_000)


@pytest.mark.slow
def test_pack_and_ride_serve_whoever_stands_first_of_a_hundred_and_fifty() -> None:
    world = served(PEOPLE)
    to_pack, to_ride = order_of(world, "parcel"), order_of(world, "visit")
    assert len(to_pack) == len(to_ride) == PEOPLE
    assert [row.matter_id for row, _day in least_visited(world.petya, "demo", today=day())] == to_ride
    few = world.families[5::12]

    packs(world, few, [one for one in to_pack if one in {vera.matter.id for vera in few}])
    rides(world, few, [one for one in to_ride if one in {vera.matter.id for vera in few}])


def packs(world: Served, few: list[FamilyAtDoor], order: list[UUID]) -> None:
    """Some of them wish for tea and five pieces are there: who stands first has it, and has the first box."""
    the_store(tea=5)
    for vera in few:
        asked = ask_parcel(
            keys=vera.keys, file=file_of(vera.keys, vera.matter), request=TEA, now=timezone.now()
        )
        petya_walks(world.chapter, asked, "planned")
    with at_once():
        whole = begin_batch(keys=world.petya, wanted=Wanted(), now=timezone.now())
        three = begin_batch(keys=world.petya, wanted=Wanted(most=3), now=timezone.now())

    boxes = opened(world.petya, whole.id).boxes
    assert [matter_of(one.parcel) for one in boxes] == order
    assert [bool(one.pieces) for one in boxes] == [True] * 5 + [False] * (len(few) - 5)
    assert [matter_of(one.parcel) for one in opened(world.petya, three.id).boxes] == order[:3]


def matter_of(parcel: UUID) -> UUID:
    """For whose matter a parcel is."""
    return Parcel.objects.get(id=parcel).matter_id


def rides(world: Served, few: list[FamilyAtDoor], order: list[UUID]) -> None:
    """Some of them want one seat in a car with two: the first two of the list are proposed, then the third."""
    on, now = day() + timedelta(days=5), timezone.now()
    told = VisitTold(on=on.isoformat(), who="Зоя", wants_seats=1)
    for vera in few:
        want_visit(keys=vera.keys, file=file_of(vera.keys, vera.matter), once=uuid4(), told=told, now=now)
    car = RideTold(facility=world.facility)
    ride = offer_ride(keys=world.petya, once=uuid4(), on=on, seats=2, told=car, now=now)

    assert [one.row.matter_id for one in travellers(world.petya, "demo", now=now)] == order
    assert proposed(world) == order[:2]
    first = next(one for one in travellers(world.petya, "demo", now=now) if one.row.matter_id == order[0])
    give_seats(opened=first, ride=ride, card=car, now=now)
    assert proposed(world) == order[1:2]


def proposed(world: Served) -> list[UUID]:
    """To whom seats are proposed, by matter."""
    now = timezone.now()
    found = proposals(standing_rides(world.petya, "demo", now=now), travellers(world.petya, "demo", now=now))
    return [visit.row.matter_id for _ride, visit in found]


def test_one_tap_leads_petya_to_the_parcel_of_whoever_waits_longest() -> None:
    world = served(6)
    order = order_of(world, "parcel")
    page = world.chapter.petya.client.get("/en/turns/")
    assert 'href="/en/turns/pack/"' in page.content.decode()

    second = next(one for one in world.families if one.matter.id == order[1])
    asked = ask_parcel(
        keys=second.keys, file=file_of(second.keys, second.matter), request=TEA, now=timezone.now()
    )
    waiting = petya_walks(world.chapter, asked, "planned")

    tapped = world.chapter.petya.client.get("/en/turns/pack/")
    assert tapped["Location"] == f"/en/parcels/{waiting.id}/"
    reads = world.chapter.pavel.client.get("/en/turns/pack/")
    assert reads["Location"] == f"/en/parcels/matters/{order[0]}/ask/"


def test_where_nothing_waits_the_tap_leads_to_the_first_person_and_from_an_empty_chapter_to_the_list() -> (
    None
):
    chapter = packing()
    assert chapter.petya.client.get("/en/turns/pack/")["Location"] == "/en/turns/?kind=parcel"
    errands = errands_for(keys(chapter.pavel), vera_asks_for_food())

    assert chapter.petya.client.get("/en/turns/pack/")["Location"] == f"/en/errands/{errands.row.id}/"


def test_a_damaged_card_costs_nobody_the_page_and_its_person_stands_by_what_is_in_clear() -> None:
    world = served(8)
    for one in ErrandCard.objects.all()[:4]:
        ErrandCard.objects.filter(pk=one.pk).update(sealed=b"\0" * 60)

    assert set(order_of(world, "parcel")) == {one.matter.id for one in world.families}
    said = text(world.chapter.petya.client.get("/en/turns/?kind=parcel"))
    assert said.count("Somebody without an alias yet") == 8
    assert world.chapter.petya.client.get("/en/visits/alone/").status_code == 200

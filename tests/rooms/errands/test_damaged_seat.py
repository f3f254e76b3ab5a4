"""The key by which Vera's file opens what is carried is damaged: somebody makes a fresh one, and Petya packs again."""

import pytest
from tests.rooms.errands.test_counter_page import at, text
from tests.rooms.errands.world import (
    Packing,
    errands_for,
    packing,
    seen_by,
    seen_by_packer,
    vera_asks_for_food,
)
from tests.rooms.matters.world import FamilyAtDoor, file_of, keys
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.errands.models import ErrandFile, SeatRow
from peredacha.rooms.parcels.models import Parcel
from peredacha.rooms.vault.services import grant, holder_of

pytestmark = pytest.mark.django_db
DAMAGED = "A key in this file is damaged"
ASK = {"page": 3, "kind": "parcel", "things": ["tea"], "words": "Рост 190", "way": "window", "once": "m"}


@pytest.fixture
def house() -> tuple[Packing, FamilyAtDoor]:
    chapter, vera = packing(), vera_asks_for_food()
    errands_for(vera.keys, vera, needs="диабет")
    return chapter, vera


def damages() -> None:
    """Somebody writes into the database."""
    row = SeatRow.objects.get()
    sealed = bytes(row.sealed)
    SeatRow.objects.filter(pk=row.pk).update(sealed=sealed[:-1] + bytes([sealed[-1] ^ 1]))


def asks(vera: FamilyAtDoor) -> int:
    """Vera asks for a parcel; the status of the answer."""
    return vera.client.post(f"/parcels/matters/{vera.matter.id}/ask/", ASK).status_code


def anna_reads(chapter: Packing, vera: FamilyAtDoor) -> Enrolled:
    """Anna, a veteran who packs nothing, reads the matter."""
    anna = enrol("Anna", ("veteran",))
    pavel = keys(chapter.pavel)
    grant(keys=pavel, opened=file_of(pavel, vera.matter).safe, holder=holder_of(anna.member))
    return anna


def petya_can_pack(chapter: Packing) -> bool:
    """Whether Petya opens the newest parcel on its page."""
    parcel = Parcel.objects.order_by("-week").last()
    assert parcel
    page = chapter.petya.client.get(f"/en/parcels/{parcel.id}/")
    return page.status_code == 200 and "Рост 190" in page.text


def test_pavel_who_also_packs_mends_it_with_one_tap_and_nothing_is_lost(
    house: tuple[Packing, FamilyAtDoor],
) -> None:
    chapter, vera = house
    before = asks(vera)
    damages()
    assert (before, asks(vera)) == (302, 503) and seen_by(vera.keys, vera) is None
    assert DAMAGED in vera.client.get(f"/en/parcels/matters/{vera.matter.id}/").text
    page = chapter.pavel.client.get(at(vera)).text
    assert "Make a fresh key" in page and "Begin anew" not in page

    assert chapter.pavel.client.post(at(vera, "mend/")).status_code == 302

    known = seen_by(vera.keys, vera)
    assert known and known.recipient.needs == "диабет"
    assert DAMAGED not in text(vera.client.get(at(vera)))
    assert "Рост 190" in vera.client.get(f"/en/parcels/{Parcel.objects.get().id}/").text
    assert asks(vera) == 302 and petya_can_pack(chapter)


def test_anna_who_does_not_pack_is_sent_to_pavel_and_begins_anew_where_nobody_is(
    house: tuple[Packing, FamilyAtDoor],
) -> None:
    chapter, vera = house
    assert asks(vera) == 302
    damages()
    anna, old = anna_reads(chapter, vera), ErrandFile.objects.get().safe_id
    page = anna.client.get(at(vera)).text
    assert "A coordinator who also packs" in page and "Make a fresh key" not in page
    assert anna.client.post(at(vera, "mend/")).status_code == 302
    assert ErrandFile.objects.get().safe_id == old and DAMAGED in anna.client.get(at(vera)).text

    assert anna.client.post(at(vera, "mend/"), {"anew": "1"}).status_code == 302
    assert not ErrandFile.objects.exists()
    assert asks(vera) == 302 and petya_can_pack(chapter)

    opened = seen_by(keys(anna), vera)
    assert opened and opened.recipient.name == "Кузнецов Илья Олегович" and opened.recipient.needs == ""
    assert seen_by_packer(chapter.petya, opened)
    page = chapter.pavel.client.get(at(vera)).text
    assert "Make a fresh key" in page
    chapter.pavel.client.post(at(vera, "mend/"))
    assert DAMAGED not in text(vera.client.get(at(vera)))
    assert all("Рост 190" in vera.client.get(f"/en/parcels/{one.id}/").text for one in Parcel.objects.all())


def test_where_nothing_is_damaged_nothing_is_said_and_the_button_changes_nothing(
    house: tuple[Packing, FamilyAtDoor],
) -> None:
    chapter, vera = house
    before = list(SeatRow.objects.values_list("pk", "sealed"))
    assert DAMAGED not in text(vera.client.get(at(vera)))

    for client in (vera.client, chapter.pavel.client):
        assert client.post(at(vera, "mend/"), {"anew": "1"}).status_code == 302
    assert chapter.petya.client.post(at(vera, "mend/"), {"anew": "1"}).status_code in (403, 404)

    assert list(SeatRow.objects.values_list("pk", "sealed")) == before
    known = seen_by(vera.keys, vera)
    assert known and known.recipient.needs == "диабет"

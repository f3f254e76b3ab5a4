"""Petya tapped the wrong line: within a day he takes it back once, and everything stands as before."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override
from tests.rooms.boxes.world import the_window
from tests.rooms.errands.world import Packing, packing, vera_asks_for_food
from tests.rooms.matters.world import FamilyAtDoor, keys
from tests.rooms.parcels.world import BOX, HONEY, as_seen, petya_walks, today, vera_wants
from tests.rooms.stores.world import lies, the_tea, there

from peredacha.core.law.quotas import Slot
from peredacha.rooms.errands.services import note_slot
from peredacha.rooms.facilities.models import Outcome
from peredacha.rooms.parcels.models import ContentLine, Contents
from peredacha.rooms.parcels.services import (
    ChangedMeanwhile,
    NotUndone,
    ParcelFile,
    lay_in,
    take_back,
    take_step,
    told_mistake,
)
from peredacha.rooms.stores.services import take
from peredacha.rooms.tallies.models import Tally

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> tuple[Packing, FamilyAtDoor]:
    return packing(), vera_asks_for_food()


def tapped(parcel: ParcelFile, step: str, **words: str) -> ParcelFile:
    """A step of today."""
    return take_step(parcel=parcel, step=step, on=today(), now=timezone.now(), **words)


def taken_back(parcel: ParcelFile, after: timedelta = timedelta()) -> ParcelFile:
    """The last step is taken back by whoever took it."""
    return take_back(parcel=parcel, at=parcel.history[-1].at, now=timezone.now() + after)


def place_of(parcel: ParcelFile) -> Slot:
    """Its place in the counter."""
    entry = parcel.errands.find(parcel.slot_key)
    assert entry
    return entry.slot


def test_delivered_by_mistake_is_on_its_way_again_and_counted_nowhere(
    house: tuple[Packing, FamilyAtDoor],
) -> None:
    chapter, vera = house
    delivered = petya_walks(chapter, vera_wants(vera), "delivered")
    assert Tally.objects.get(kind="parcel_delivered").number == 1

    back = taken_back(delivered)

    assert (back.state, back.row.state, back.row.erase_on) == ("handed", "sent", None)
    counter = Tally.objects.get(kind="parcel_delivered")
    assert (counter.number, counter.grams) == (0, 0) and place_of(back).state == "used"
    assert [one.step for one in as_seen(vera.keys, back).history][-2:] == ["delivered", "undone"]


def test_refused_by_mistake_has_its_place_and_its_things_again(house: tuple[Packing, FamilyAtDoor]) -> None:
    chapter, vera = house
    lot, parcel = lies(the_tea(), 5), petya_walks(chapter, vera_wants(vera), "planned")
    box = Contents.of((ContentLine("Чай", str(lot.good_id), 2, 470, ("tea",)),), 400)
    packed = lay_in(parcel=parcel, contents=box, now=timezone.now())
    take(chapter="demo", lines=[(str(lot.id), 2)], errand=parcel.id, today=today())
    refused = tapped(packed, "refused", code="weight")
    assert (place_of(refused).state, there(lot.good)) == ("released", 5)

    back = taken_back(refused)

    assert (back.state, back.contents, there(lot.good)) == ("packed", box, 3)
    assert (place_of(back).state, place_of(back).grams) == ("reserved", box.grams)


def test_where_the_things_are_gone_or_the_place_is_nothing_is_taken_back(
    house: tuple[Packing, FamilyAtDoor],
) -> None:
    chapter, vera = house
    lot, parcel = lies(the_tea(), 2), petya_walks(chapter, vera_wants(vera), "planned")
    box = Contents.of((ContentLine("Чай", str(lot.good_id), 2, 470, ("tea",)),), 400)
    packed = lay_in(parcel=parcel, contents=box, now=timezone.now())
    take(chapter="demo", lines=[(str(lot.id), 2)], errand=parcel.id, today=today())
    off = tapped(packed, "called_off")
    take(chapter="demo", lines=[(str(lot.id), 1)], errand=vera.matter.id, today=today())

    with override("en"), pytest.raises(NotUndone) as no:
        taken_back(off)

    assert "for another one" in no.value.says
    assert as_seen(vera.keys, off).state == "called_off" and there(lot.good) == 1


def test_the_last_place_that_went_to_another_parcel_is_not_taken_from_it(
    house: tuple[Packing, FamilyAtDoor],
) -> None:
    chapter, vera = house
    off = tapped(petya_walks(chapter, vera_wants(vera), "planned"), "called_off")
    opened = off.errands
    for key in "abcd":
        opened = note_slot(
            opened=opened, slot=Slot(key, "parcels", today(), source="family"), now=timezone.now()
        )

    with pytest.raises(NotUndone):
        taken_back(off)

    assert as_seen(vera.keys, off).has_ended


def test_a_refused_thing_lies_in_the_box_again_and_the_card_of_the_place_keeps_its_line(
    house: tuple[Packing, FamilyAtDoor],
) -> None:
    chapter, vera = house
    window = the_window()
    before = Outcome.objects.count()
    packed = petya_walks(chapter, vera_wants(vera, facility=window.public_id), "packed")
    lighter = tapped(packed, "thing", thing=HONEY.name, code="banned")
    with override("en"):
        told = told_mistake(lighter, now=timezone.now())

    back = taken_back(lighter)

    assert told and "card of the place stays there" in " ".join(told.notes)
    assert back.contents == BOX and place_of(back).grams == BOX.grams
    assert Outcome.objects.count() == before + 1
    again = tapped(back, "thing", thing=HONEY.name, code="banned")
    assert again.contents and again.contents.grams == BOX.grams - HONEY.grams


def test_a_place_confirmed_by_mistake_counts_as_not_confirmed(house: tuple[Packing, FamilyAtDoor]) -> None:
    chapter, vera = house
    placed = petya_walks(chapter, vera_wants(vera), "placed")
    assert placed.errands.recipient.confirmed_on == today().isoformat()

    back = taken_back(placed)

    assert back.state == "agreed" and not back.errands.recipient.confirmed_on


def test_only_once_only_one_s_own_only_the_last_and_only_for_a_day(
    house: tuple[Packing, FamilyAtDoor],
) -> None:
    chapter, vera = house
    handed = petya_walks(chapter, vera_wants(vera), "handed")
    pavel = as_seen(keys(chapter.pavel), handed)
    earlier = (timezone.now() - timedelta(hours=1)).isoformat()

    for parcel, at, later in (
        (pavel, handed.history[-1].at, timedelta()),
        (handed, earlier, timedelta()),
        (handed, handed.history[-1].at, timedelta(days=1, minutes=1)),
    ):
        with pytest.raises(ChangedMeanwhile):
            take_back(parcel=parcel, at=at, now=timezone.now() + later)

    back = taken_back(handed)
    assert back.undoable(timezone.now()) is None
    again = take_back(parcel=handed, at=handed.history[-1].at, now=timezone.now())
    assert again.state == back.state == "packed" and len(again.history) == len(back.history)


def test_petya_says_on_a_page_of_its_own_that_it_was_a_mistake(house: tuple[Packing, FamilyAtDoor]) -> None:
    chapter, vera = house
    parcel = petya_walks(chapter, vera_wants(vera), "handed")
    address, petya = f"/en/parcels/{parcel.id}/", chapter.petya.client

    offered = petya.get(address).text
    asked = petya.get(f"{address}undo/")
    wrong = petya.post(f"{address}undo/", {"at": "2020-01-01"})
    done = petya.post(f"{address}undo/", {"at": parcel.history[-1].at})

    assert f"{address}undo/" in offered and "Was that a mistake?" in asked.text
    assert (wrong.status_code, done.status_code) == (409, 302)
    assert as_seen(vera.keys, parcel).state == "packed"
    assert "Taken back: that was a mistake" in petya.get(address).text
    assert petya.get(f"{address}undo/").status_code == 302
    assert f"{address}undo/" not in vera.client.get(address).text

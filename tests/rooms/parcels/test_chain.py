"""The chain: from Vera's wish to the day on which it is known what became of it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override
from tests.rooms.errands.world import packing, vera_asks_for_food
from tests.rooms.matters.world import file_of, keys
from tests.rooms.parcels.world import BOX, HONEY, as_seen, petya_walks, today, vera_wants
from tests.rooms.people.world import enrol

from peredacha.core.law.quotas import Slot
from peredacha.rooms.errands.services import NoSlot, note_slot
from peredacha.rooms.parcels.models import ParcelRequest, ParcelRow, WishLine
from peredacha.rooms.parcels.services import (
    ChangedMeanwhile,
    ParcelFile,
    lay_in,
    open_parcel,
    parcels_of,
    summary_for,
    take_step,
    take_up,
)
from peredacha.rooms.tallies.models import Tally

pytestmark = pytest.mark.django_db


def told(parcel: ParcelFile, step: str, **words: str) -> ParcelFile:
    """One step of today."""
    return take_step(parcel=parcel, step=step, on=today(), now=timezone.now(), **words)


def state_in_counter(parcel: ParcelFile) -> str:
    """What became of its place."""
    entry = parcel.errands.find(parcel.slot_key)
    assert entry is not None
    return entry.slot.state


def test_petya_reads_for_whom_she_packs_and_vera_reads_each_step() -> None:
    chapter, vera = packing(), vera_asks_for_food()

    handed = petya_walks(chapter, vera_wants(vera), "handed")

    assert handed.errands.recipient.surname == "Кузнецов" and handed.state == "handed"
    seen = parcels_of(vera.keys, file_of(vera.keys, vera.matter), now=timezone.now())[0]
    assert [one.step for one in seen.steps] == ["agreed", "placed", "planned", "packed", "handed"]
    assert seen.contents == BOX and seen.request.words == "Он мёрзнет."
    assert [one.by.name for one in seen.steps] == ["Petya"] * 5


def test_igor_and_another_chapter_read_nothing() -> None:
    packing()
    parcel = vera_wants(vera_asks_for_food())
    igor = enrol("Igor", ("veteran",))
    other = packing("other", "Kolya", "Fedya")

    assert open_parcel(keys(igor), parcel.id, now=timezone.now()) is None
    assert open_parcel(keys(other.petya), parcel.id, now=timezone.now()) is None


def test_the_counter_follows_the_box() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    parcel = petya_walks(chapter, vera_wants(vera), "planned")
    planned = parcel.errands.counter(today(), today=today()).parcels
    assert (planned.used, planned.left) == (1, 3)

    handed = told(lay_in(parcel=parcel, contents=BOX, now=timezone.now()), "handed", text="К-17")

    slot = handed.errands.entries[0].slot
    assert (slot.state, slot.on, slot.grams) == ("used", today(), BOX.grams)


def test_medicines_take_no_place() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    request = ParcelRequest(kind="medicine", words="инсулин", wishes=(WishLine("medicine"),))

    parcel = petya_walks(chapter, vera_wants(vera, request), "handed")

    assert parcel.state == "handed" and not parcel.errands.entries


def test_the_fifth_parcel_of_the_year_has_no_day_and_nothing_is_written() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    parcel = petya_walks(chapter, vera_wants(vera), "placed")
    opened = parcel.errands
    for key in "abcd":
        opened = note_slot(
            opened=opened, slot=Slot(key, "parcels", today(), source="family"), now=timezone.now()
        )
    rows = ParcelRow.objects.count()

    with pytest.raises(NoSlot):
        told(parcel, "planned")

    assert ParcelRow.objects.count() == rows and as_seen(vera.keys, parcel).state == "placed"


def test_in_a_remand_prison_the_weight_of_the_box_is_counted_when_it_is_packed() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    wanted = vera_wants(vera, held="remand", regime=None, admitted_on="")
    parcel = petya_walks(chapter, wanted, "planned")
    slot = Slot("own", "parcels", today() + timedelta(days=3), 29_900, "family")
    note_slot(opened=parcel.errands, slot=slot, now=timezone.now())

    with pytest.raises(NoSlot) as refused:
        lay_in(parcel=parcel, contents=BOX, now=timezone.now())

    assert refused.value.why.by_weight
    assert as_seen(vera.keys, parcel).contents is None


def test_his_own_no_goes_before_everything_and_frees_the_place() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    parcel = petya_walks(chapter, vera_wants(vera), "packed")

    declined = told(as_seen(vera.keys, parcel), "declined", text="не хочет")

    assert declined.has_ended and state_in_counter(declined) == "released"
    assert declined.row.erase_on == today() + timedelta(days=14)


def test_two_taps_write_one_line() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    old = petya_walks(chapter, vera_wants(vera), "packed")
    told(old, "handed", text="К-17")
    rows = ParcelRow.objects.count()

    again = told(old, "handed", text="К-17")

    assert again.state == "handed" and ParcelRow.objects.count() == rows
    with pytest.raises(ChangedMeanwhile):
        lay_in(parcel=old, contents=BOX.without(HONEY.name), now=timezone.now())


def test_who_looks_at_an_old_page_cannot_take_a_step_that_no_longer_follows() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    old = petya_walks(chapter, vera_wants(vera), "packed")
    told(old, "handed")

    with pytest.raises(ChangedMeanwhile):
        told(old, "posted", tracking="80 123")


def test_vera_tells_that_it_reached_him_but_does_not_carry() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    parcel = petya_walks(chapter, vera_wants(vera), "packed")
    with pytest.raises(ChangedMeanwhile):
        told(as_seen(vera.keys, parcel), "handed")
    told(parcel, "handed")

    delivered = told(as_seen(vera.keys, parcel), "delivered", text="он позвонил")

    assert delivered.steps[-1].by.who == "family"
    assert Tally.objects.get(kind="parcel_delivered").grams == BOX.grams


def test_what_came_back_is_packed_anew_in_a_new_place() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    refused = told(petya_walks(chapter, vera_wants(vera), "packed"), "refused", code="weight")
    assert state_in_counter(refused) == "released" and refused.row.erase_on

    again = take_step(parcel=refused, step="planned", on=today(), now=timezone.now())

    assert state_in_counter(again) == "reserved" and again.row.erase_on is None


def test_a_plan_that_fell_away_is_said_and_kept_on_only_while_there_is_a_place() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    parcel = petya_walks(chapter, vera_wants(vera), "planned")
    later = timezone.now() + timedelta(days=30)

    packed = lay_in(parcel=parcel, contents=BOX, now=later)

    entry = packed.errands.find(packed.slot_key)
    assert entry and entry.slot.stands(timezone.localdate(later))


def test_one_helper_holds_it_and_gives_it_back() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    parcel = vera_wants(vera)

    assert take_up(parcel=parcel, member=chapter.petya.member)
    assert not take_up(parcel=parcel, member=chapter.pavel.member)
    assert take_up(parcel=parcel, member=None)
    assert take_up(parcel=parcel, member=chapter.pavel.member)


def test_a_damaged_line_is_told_and_breaks_nothing_else() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    parcel = petya_walks(chapter, vera_wants(vera), "placed")
    row = ParcelRow.objects.filter(safe=parcel.safe.id).order_by("sequence").last()
    assert row
    ParcelRow.objects.filter(id=row.id).update(sealed=bytes(row.sealed)[:-1] + b"\0")

    seen = as_seen(vera.keys, parcel)

    assert seen.damaged == 1 and seen.state == "agreed"


def test_the_family_s_page_says_what_is_next_in_a_few_words() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    petya_walks(chapter, vera_wants(vera), "planned")

    with override("en"):
        summary = summary_for(vera.keys, file_of(vera.keys, vera.matter), timezone.now())

    assert [one.next for one in summary.lines] == ["We pack the box."] and summary.ended == ()

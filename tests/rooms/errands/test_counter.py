"""The one counter: a place is planned, used, given back; the last one goes to one helper alone."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.rooms.errands.world import errands_for, packing, seen_by, seen_by_packer, today, vera_asks_for_food
from tests.rooms.matters.world import keys

from peredacha.core.law.quotas import Slot
from peredacha.rooms.errands.models import ErrandRow
from peredacha.rooms.errands.services import NoSlot, NotOpen, note_slot, open_errands, reserve, settle
from peredacha.rooms.matters.services import erase_matter

pytestmark = pytest.mark.django_db


def plan(key: str, days: int = 3, grams: int = 12_000) -> Slot:
    """A parcel that is planned for a day and kept for a week."""
    return Slot(
        key,
        "parcels",
        today() + timedelta(days=days),
        grams,
        state="reserved",
        until=today() + timedelta(days=7),
    )


def test_the_family_s_parcel_takes_a_place_that_petya_sees() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(vera.keys, vera)

    note_slot(opened=opened, slot=Slot("own", "parcels", today(), 9_000, "family"), now=timezone.now())

    seen = seen_by_packer(chapter.petya, opened)
    assert seen is not None
    answer = seen.counter(today(), today=today())
    assert (answer.parcels.allowed, answer.parcels.used, answer.parcels.left) == (4, 1, 3)
    assert seen.entries[0].by.who == "family"


def test_the_fifth_parcel_of_a_strict_regime_has_no_place_and_nothing_is_written() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(keys(chapter.pavel), vera)
    for key in "abcd":
        opened = reserve(opened=opened, slot=plan(key), now=timezone.now())
    rows = ErrandRow.objects.count()

    with pytest.raises(NoSlot) as refused:
        reserve(opened=opened, slot=plan("e"), now=timezone.now())

    assert refused.value.why.kind == "parcels" and refused.value.why.allowance.allowed == 4
    assert ErrandRow.objects.count() == rows


def test_who_looks_at_an_old_page_cannot_take_a_place_that_is_gone() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    old = errands_for(keys(chapter.pavel), vera)
    fresh = seen_by(vera.keys, vera)
    assert fresh
    for key in "abcd":
        fresh = reserve(opened=fresh, slot=plan(key), now=timezone.now())

    with pytest.raises(NoSlot):
        reserve(opened=old, slot=plan("e"), now=timezone.now())


def test_a_plan_that_was_given_back_frees_its_place() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(keys(chapter.pavel), vera)
    for key in "abcd":
        opened = reserve(opened=opened, slot=plan(key), now=timezone.now())

    opened = settle(opened=opened, key="b", state="released", now=timezone.now())

    assert (
        reserve(opened=opened, slot=plan("e"), now=timezone.now())
        .counter(today(), today=today())
        .parcels.left
        == 0
    )


def test_a_plan_that_nobody_carried_out_falls_away_by_itself() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = reserve(opened=errands_for(keys(chapter.pavel), vera), slot=plan("a"), now=timezone.now())

    assert opened.counter(today(), today=today() + timedelta(days=8)).parcels.used == 0


def test_two_taps_on_the_same_button_take_one_place() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(keys(chapter.pavel), vera)
    opened = reserve(opened=opened, slot=plan("a"), now=timezone.now())
    rows = ErrandRow.objects.count()

    again = reserve(opened=opened, slot=plan("a"), now=timezone.now())

    assert again.counter(today(), today=today()).parcels.used == 1
    assert ErrandRow.objects.count() == rows


def test_what_was_handed_in_counts_with_its_true_day_and_weight() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(keys(chapter.pavel), vera, held="remand", regime=None, admitted_on="")
    opened = reserve(opened=opened, slot=plan("a", days=0), now=timezone.now())

    opened = settle(opened=opened, key="a", state="used", on=today(), grams=14_200, now=timezone.now())

    month = opened.counter(today(), today=today()).weight_month
    assert month is not None and month.left == 30_000 - 14_200


def test_a_damaged_line_is_told_and_breaks_nothing_else() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(keys(chapter.pavel), vera)
    note_slot(opened=opened, slot=Slot("a", "parcels", today()), now=timezone.now())
    row = ErrandRow.objects.order_by("sequence").last()
    assert row
    ErrandRow.objects.filter(id=row.id).update(sealed=bytes(row.sealed)[:-1] + b"\0")

    seen = seen_by(keys(chapter.pavel), vera)

    assert seen is not None and seen.damaged == 1
    assert seen.recipient.surname == "Кузнецов" and not seen.entries


def test_after_the_matter_is_erased_no_place_can_be_taken() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(keys(chapter.pavel), vera)
    erase_matter(vera.matter, today=today())

    with pytest.raises(NotOpen):
        reserve(opened=opened, slot=plan("a"), now=timezone.now())
    assert open_errands(keys(chapter.petya), opened.row, now=timezone.now()) is None

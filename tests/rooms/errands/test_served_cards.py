"""The card of somebody in the list: who opens it, what it tells, when it is written anew, and when it is gone."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks
from tests.rooms.errands.world import errands_for, packing, seen_by, today, vera_asks_for_food
from tests.rooms.matters.world import FamilyAtDoor, keys, reception
from tests.rooms.people.world import Enrolled, enrol

from peredacha.core.law.quotas import Slot
from peredacha.core.turns import Served
from peredacha.rooms.errands.models import ErrandCard, ErrandFile, ErrandRow
from peredacha.rooms.errands.selectors import all_errands
from peredacha.rooms.errands.services import (
    OpenErrands,
    confirm_place,
    note_slot,
    reserve,
    served_cards,
    settle,
    tell_recipient,
)
from peredacha.rooms.matters.services import erase_matter
from peredacha.rooms.salts.models import Salt
from peredacha.rooms.vault.models import CircleName
from peredacha.rooms.vault.selectors import find_circle
from peredacha.rooms.vault.services import found_circle, renew_safes, seat_member

pytestmark = pytest.mark.django_db


def card_seen(helper: Enrolled, vera: FamilyAtDoor) -> Served | None:
    """The card of Vera's son as a helper opens it now."""
    return served_cards(keys(helper), all_errands("demo")).get(vera.matter.id)


def used(opened: OpenErrands, days: int, kind: str = "parcels") -> OpenErrands:
    """Something came so many days ago."""
    slot = Slot(str(uuid4()), kind, today() - timedelta(days=days), 5_000, "family")  # type: ignore[arg-type]
    return note_slot(opened=opened, slot=slot, now=timezone.now())


def test_a_parcel_that_vera_notes_stands_on_the_card_that_petya_opens() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = used(errands_for(vera.keys, vera, alias="Синица"), 40)
    used(opened, 9, "short_visits")

    card = card_seen(chapter.petya, vera)

    assert ErrandCard.objects.get().form == "pair"
    assert card == card_seen(chapter.pavel, vera) and card
    assert (card.alias, card.parcel, card.visit) == (
        "Синица",
        today() - timedelta(days=40),
        today() - timedelta(days=9),
    )


def test_a_plan_is_on_the_card_until_it_is_given_back() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(keys(chapter.pavel), vera)
    until = today() + timedelta(days=7)
    opened = reserve(
        opened=opened,
        slot=Slot("a", "parcels", today(), 900, state="reserved", until=until),
        now=timezone.now(),
    )
    planned = card_seen(chapter.petya, vera)
    settle(opened=opened, key="a", state="released", now=timezone.now())

    given_back = card_seen(chapter.petya, vera)

    assert planned and planned.parcel_kept == until and planned.parcel is None
    assert given_back and given_back.parcel_kept is None
    assert ErrandCard.objects.get().form == "key"


def test_a_word_from_an_old_page_takes_nothing_off_the_card() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    old = errands_for(keys(chapter.pavel), vera)
    used(old, 3)

    confirm_place(opened=old, how="call", now=timezone.now())
    tell_recipient(opened=old, recipient=replace(old.recipient, alias="Дрозд"), now=timezone.now())

    card = card_seen(chapter.petya, vera)
    assert card and card.parcel == today() - timedelta(days=3) and card.alias == "Дрозд"


def test_igor_another_chapter_and_who_sits_in_no_circle_open_no_card() -> None:
    _chapter, vera = packing(), vera_asks_for_food()
    errands_for(vera.keys, vera)
    igor, unseated = enrol("Igor", ("veteran",)), enrol("Fedya", ("packer",))
    other = packing("other", "Kolya", "Nina")

    for helper in (igor, unseated, other.petya, other.pavel):
        assert card_seen(helper, vera) is None
    assert served_cards(vera.keys, all_errands("demo")) == {}


def test_a_damaged_card_and_one_that_was_moved_are_left_out_and_the_others_open() -> None:
    chapter = packing()
    vera, rita, lena = (vera_asks_for_food() for _family in range(3))
    for one in (vera, rita, lena):
        errands_for(keys(chapter.pavel), one)
    first, second = (ErrandCard.objects.get(errands__matter=one.matter) for one in (vera, rita))
    ErrandCard.objects.filter(pk=first.pk).update(sealed=bytes(first.sealed)[:-1] + b"\0")
    ErrandCard.objects.filter(pk=second.pk).update(
        sealed=ErrandCard.objects.get(errands__matter=lena.matter).sealed
    )

    found = served_cards(keys(chapter.petya), all_errands("demo"))

    assert set(found) == {lena.matter.id}


def test_without_the_salt_of_the_errands_nobody_opens_the_card_from_an_older_copy() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(keys(chapter.pavel), vera)
    Salt.objects.filter(whose=opened.safe.id).delete()

    assert card_seen(chapter.petya, vera) is None


def test_packers_founded_later_have_the_card_from_the_next_word_on() -> None:
    pavel, vera = reception(), vera_asks_for_food()
    opened = errands_for(keys(pavel), vera)
    assert not ErrandCard.objects.exists()
    circle = found_circle(keys=keys(pavel), chapter="demo", name=CircleName.PACKERS)
    petya = enrol("Petya", ("packer",))
    seat_member(keys=keys(pavel), circle=circle, member=petya.member)

    used(opened, 1)

    card = card_seen(petya, vera)
    assert card and card.parcel == today() - timedelta(days=1)


def test_after_the_data_key_was_renewed_the_card_still_opens() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = used(errands_for(keys(chapter.pavel), vera), 5)
    assert find_circle("demo", CircleName.PACKERS)

    assert renew_safes(keys=keys(chapter.pavel), safes=[opened.safe.id]) == 1
    kept = card_seen(chapter.petya, vera)
    seen = seen_by(keys(chapter.pavel), vera)
    assert seen
    used(seen, 2)

    after = card_seen(chapter.petya, vera)
    assert kept and kept.parcel == today() - timedelta(days=5)
    assert after and after.parcel == today() - timedelta(days=2)


def test_with_the_matter_the_card_is_gone(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    chapter, vera = packing(), vera_asks_for_food()
    errands_for(keys(chapter.pavel), vera)

    with django_capture_on_commit_callbacks(execute=True):
        erase_matter(vera.matter, today=today())

    assert not ErrandCard.objects.exists() and not ErrandFile.objects.exists()


def lines() -> list[int]:
    """The places at which sealed lines stand."""
    return list(ErrandRow.objects.values_list("sequence", flat=True))


def test_what_no_count_reaches_any_more_is_taken_out_with_the_next_word(time_machine) -> None:
    time_machine.move_to("2024-03-01T12:00:00+03:00")
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(keys(chapter.pavel), vera)
    for days in (20, 10, 0):
        opened = used(opened, days)
    before = lines()
    time_machine.move_to("2026-11-22T12:00:00+03:00")
    seen = seen_by(keys(chapter.pavel), vera)
    assert seen
    answer = seen.counter(today(), today=today())

    confirm_place(opened=seen, how="call", now=timezone.now())

    after = seen_by(keys(chapter.pavel), vera)
    assert (
        after and after.damaged == 0 and [one.slot.on.isoformat() for one in after.entries] == ["2024-03-01"]
    )
    assert after.counter(today(), today=today()) == answer
    assert len(set(before) - set(lines())) == 2
    card = card_seen(chapter.petya, vera)
    assert card and card.parcel and card.parcel.isoformat() == "2024-03-01"


def test_a_line_that_somebody_takes_out_is_missed_also_after_old_ones_left(time_machine) -> None:
    time_machine.move_to("2023-03-01T12:00:00+03:00")
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(keys(chapter.pavel), vera)
    for year in ("2024-05-01", "2025-08-01", "2026-11-01"):
        used(opened, 2)
        opened = used(opened, 0)
        time_machine.move_to(f"{year}T12:00:00+03:00")
    opened = used(used(opened, 3), 1)
    assert opened.damaged == 0 and len(opened.gone) == 8
    assert max(opened.gone) < max(lines()) and not opened.gone & set(lines())

    ErrandRow.objects.get(safe_id=opened.safe.id, sequence=1).delete()

    seen = seen_by(keys(chapter.pavel), vera)
    assert seen and seen.damaged == 1

"""Before the holiday: Petya packs for everybody who waits, looks, and takes; nothing goes from the shelf before."""

from datetime import timedelta
from unittest import mock

import pytest
from django.utils import timezone, translation
from tests.rooms.batches.world import at_once, begun, no_batch_solver, opened, three_wait
from tests.rooms.boxes.world import lots_of
from tests.rooms.matters.world import keys
from tests.rooms.parcels.world import as_seen
from tests.rooms.people.world import enrol
from tests.rooms.stores.world import there

from peredacha.core.law.quotas import Slot
from peredacha.rooms.batches.models import Batch, BatchRow
from peredacha.rooms.batches.services import (
    NobodyWaits,
    NoPackers,
    Wanted,
    begin_batch,
    erase_due_batches,
    find_opened,
    gap_said,
    take_boxes,
)
from peredacha.rooms.errands.services import note_slot
from peredacha.rooms.stores.services import take
from peredacha.rooms.vault.models import Safe

pytestmark = pytest.mark.django_db


def test_short_tea_is_shared_and_nothing_is_taken_before_somebody_says_so() -> None:
    world = three_wait(tea=5)

    batch = opened(keys(world.petya), begun(world))

    shares = sorted(sum(box.pieces.values()) for box in batch.boxes)
    assert shares == [1, 2, 2]
    assert all(box.short for box in batch.boxes)
    assert there(world.goods["tea"]) == 5
    with translation.override("en"):
        assert "best" in gap_said(batch) or "No better" in gap_said(batch)


def test_who_waited_longest_comes_first() -> None:
    world = three_wait(tea=1)
    served = as_seen(keys(world.petya), world.parcel)
    now = timezone.now()
    note_slot(opened=served.errands, slot=Slot("before", "packets", timezone.localdate(now)), now=now)

    batch = opened(keys(world.petya), begun(world))

    assert [box.parcel for box in batch.boxes][-1] == world.parcel.id
    assert batch.boxes[-1].pieces == {}


def test_all_boxes_are_taken_each_once() -> None:
    world = three_wait(tea=9)
    batch = begun(world)

    with at_once():
        for _tap in range(2):
            take_boxes(keys=keys(world.petya), batch=opened(keys(world.petya), batch), now=timezone.now())

    assert there(world.goods["tea"]) == 0
    done = opened(keys(world.petya), batch)
    assert {box.state for box in done.boxes} == {"taken"} and done.note
    assert as_seen(keys(world.petya), world.parcel).state == "packed"


def test_one_box_is_taken_and_the_others_wait() -> None:
    world = three_wait(tea=9)
    batch = begun(world)

    take_boxes(
        keys=keys(world.petya),
        batch=opened(keys(world.petya), batch),
        only=(world.parcel.id,),
        now=timezone.now(),
    )

    states = {box.parcel: box.state for box in opened(keys(world.petya), batch).boxes}
    assert states.pop(world.parcel.id) == "taken" and set(states.values()) == {"open"}


def test_a_store_that_changed_meanwhile_is_said_and_packed_anew() -> None:
    world = three_wait(tea=9)
    batch = begun(world)
    ((lot, _pieces),) = lots_of(world.goods["tea"])
    take(chapter="demo", lines=[(lot, 7)], errand=world.goods["soap"].id, today=timezone.localdate())

    with at_once(), translation.override("en"):
        take_boxes(keys=keys(world.petya), batch=opened(keys(world.petya), batch), now=timezone.now())

    first = opened(keys(world.petya), batch)
    assert "packed anew" in first.note and first.open_boxes == ()
    (second,) = Batch.objects.exclude(id=batch)
    assert sum(sum(box.pieces.values()) for box in opened(keys(world.petya), second.id).boxes) == 2
    assert there(world.goods["tea"]) == 2


def test_without_the_solver_the_careful_hand_packs_and_the_page_says_so() -> None:
    world = three_wait(tea=5)

    with no_batch_solver():
        batch = opened(keys(world.petya), begun(world))

    with translation.override("en"):
        assert "by hand" in gap_said(batch)
    assert sorted(sum(box.pieces.values()) for box in batch.boxes) == [1, 2, 2]


def test_a_batch_that_breaks_says_so() -> None:
    world = three_wait(tea=5)

    with mock.patch("peredacha.rooms.batches.services.batching.best", side_effect=RuntimeError):
        failed = begun(world)
    assert opened(keys(world.petya), failed).broke(timezone.now())
    batch = begun(world)
    Batch.objects.filter(id=batch).update(state="packing")

    late = timezone.now() + timedelta(minutes=11)
    broken = opened(keys(world.petya), batch)
    assert broken.works(timezone.now()) and not broken.broke(timezone.now())
    assert broken.broke(late)


def test_nobody_waits_and_nobody_without_a_seat_begins() -> None:
    world = three_wait(tea=5)

    with pytest.raises(NobodyWaits):
        begun(world, Wanted(facility="bbbbbbbbbbbb"))
    lena = enrol("Lena", ("packer",))
    with pytest.raises(NoPackers):
        begin_batch(keys=keys(lena), wanted=Wanted(), now=timezone.now())


def test_igor_of_another_chapter_opens_no_batch() -> None:
    world = three_wait(tea=5)
    batch = Batch.objects.get(id=begun(world))

    igor = enrol("Igor", ("packer",), "elsewhere")

    assert find_opened(keys(igor), batch, now=timezone.now()) is None


def test_after_its_day_nothing_of_a_batch_is_left() -> None:
    world = three_wait(tea=5)
    batch = Batch.objects.get(id=begun(world))

    assert erase_due_batches(timezone.localdate()) == 0
    assert erase_due_batches(batch.erase_on) == 1
    assert not BatchRow.objects.exists() and not Safe.objects.filter(id=batch.safe_id).exists()

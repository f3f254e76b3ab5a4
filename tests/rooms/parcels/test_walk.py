"""Whatever steps somebody tries, and takes back: only those that follow are taken, and the counter agrees."""

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rooms.errands.world import Packing, packing, vera_asks_for_food
from tests.rooms.matters.world import FamilyAtDoor, keys
from tests.rooms.parcels.world import BOX, as_seen, today, vera_wants

from peredacha.core.carried import UNDONE
from peredacha.rooms.parcels.services import (
    CAME_BACK,
    COARSE,
    ENDS,
    FOLLOWS,
    ChangedMeanwhile,
    ParcelFile,
    lay_in,
    take_back,
    take_step,
)

STEPS = sorted({step for steps in FOLLOWS.values() for step in steps})
MORE = ("agreed", "placed", "planned", "packed", UNDONE, UNDONE)
CODES = {"agreed": "prisoner", "placed": "call", "refused": "weight", "thing": "banned"}
PLACE = {
    **dict.fromkeys(("asked", "agreed", "placed"), "released"),
    **dict.fromkeys(("planned", "packed"), "reserved"),
    **dict.fromkeys(("handed", "posted", "delivered", "lost"), "used"),
    **dict.fromkeys(("refused", "returned", "declined", "called_off"), "released"),
}


@pytest.fixture
def walk(db: None) -> tuple[Packing, FamilyAtDoor]:
    return packing(), vera_asks_for_food()


def tried(parcel: ParcelFile, step: str) -> ParcelFile | None:
    """The parcel after a step; None where it does not follow."""
    try:
        if step == UNDONE:
            at = parcel.history[-1].at if parcel.history else ""
            return take_back(parcel=parcel, at=at, now=timezone.now())
        if step == "packed":
            return lay_in(parcel=parcel, contents=BOX, now=timezone.now())
        thing = BOX.lines[1].name if step == "thing" else ""
        told = {"code": CODES.get(step, ""), "thing": thing}
        return take_step(parcel=parcel, step=step, on=today(), now=timezone.now(), **told)
    except ChangedMeanwhile:
        return None


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.sampled_from([*STEPS, *MORE]), min_size=6, max_size=16))
def test_only_listed_steps_follow_and_the_counter_agrees(
    walk: tuple[Packing, FamilyAtDoor], steps: list[str]
) -> None:
    chapter, vera = walk
    parcel = as_seen(keys(chapter.petya), vera_wants(vera))
    stood = [(parcel.state, parcel.contents)]
    for step in steps:
        before, lines = parcel.state, len(parcel.history)
        after = tried(parcel, step)
        taken = after is not None and len(after.history) > lines
        assert not taken or step == UNDONE or step in FOLLOWS[before]
        parcel = as_seen(keys(chapter.petya), parcel)
        if taken and step == UNDONE:
            stood.pop()
            assert (parcel.state, parcel.contents) == stood[-1], "as if it had never been taken"
        elif taken:
            stood.append((parcel.state, parcel.contents))
        assert parcel.row.state == COARSE[parcel.state]
        assert (parcel.row.erase_on is not None) == (parcel.state in (*ENDS, *CAME_BACK))
        entry = parcel.errands.find(parcel.slot_key)
        assert entry is None or entry.slot.state == PLACE[parcel.state]
    tried(parcel, "called_off")  # leave the counter free for the next walk

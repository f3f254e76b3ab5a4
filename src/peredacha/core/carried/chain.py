"""The chain: which step follows which, where a parcel then stands, and when somebody must look at it again."""

from collections.abc import Iterable
from datetime import date, timedelta

from peredacha.core.carried.values import ParcelStep

ASKED = "asked"
OUT = ("declined", "called_off")
"""The prisoner's own no, which goes before everything; and a parcel that is called off for another reason."""
ELSEWHERE = "elsewhere"
"""Who carries heard that the person is not there any more: until that is settled nothing is carried."""
CAME = ("delivered", "thing", "refused", "returned", "lost")
FOLLOWS: dict[str, tuple[str, ...]] = {
    ASKED: ("agreed", *OUT),
    "agreed": ("placed", ELSEWHERE, *OUT),
    "placed": ("planned", "placed", ELSEWHERE, *OUT),
    "planned": ("packed", "placed", "planned", ELSEWHERE, *OUT),
    "packed": ("handed", "posted", "placed", "planned", "thing", "refused", "packed", ELSEWHERE, *OUT),
    "handed": CAME,
    "posted": CAME,
    "refused": ("planned", *OUT),
    "returned": ("planned", *OUT),
    "delivered": (),
    "lost": (),
    "declined": (),
    "called_off": (),
}
"""By state, the steps that may follow; a state bears the name of the step that led to it."""
ENDS = tuple(state for state, steps in FOLLOWS.items() if not steps)
WITH_IT = ("packed", "handed", "posted", "delivered", "lost")
"""Its things lie in it, wherever it is; else they lie on their shelves."""
CAME_BACK = ("refused", "returned")
"""Nothing reached the person; it can be packed anew. Nobody does: the clock erases it as well."""
STAYED = "stayed"
"""A thing that the window did not take came back to no shelf."""
ASIDE: dict[str, tuple[str, ...]] = {
    "placed": ("planned", "packed"),
    "planned": ("packed",),
    "thing": ("packed", "handed", "posted"),
    ELSEWHERE: ("agreed", "placed", "planned", "packed"),
    STAYED: tuple(FOLLOWS),
}
"""Steps that change nothing of where a parcel stands, by the states in which that is so."""
FAMILY = ("agreed", "declined", "called_off", "delivered", "thing", "refused", "returned")
"""What the family may tell itself; the rest is done by who carries."""
COARSE = {
    ASKED: "asked",
    "agreed": "agreed",
    "placed": "agreed",
    "planned": "planned",
    "packed": "packed",
    "handed": "sent",
    "posted": "sent",
    **dict.fromkeys(CAME_BACK, "agreed"),
    **dict.fromkeys(ENDS, "ended"),
}
"""By state, what stands in clear."""
LOOK = {ASKED: 3, "agreed": 2, "placed": 2, "handed": 7, "posted": 21}
"""After so many days [days] somebody looks again."""
BEFORE = timedelta(days=2)
"""So long before its day a parcel is packed."""
KEPT = timedelta(days=14)
"""So long a parcel is kept after its end, or after it came back; then it is erased."""


def state_of(steps: Iterable[ParcelStep]) -> str:
    """Where a parcel stands after these steps."""
    state = ASKED
    for one in steps:
        if state not in ASIDE.get(one.step, ()):
            state = one.step
    return state


def planned_day(steps: Iterable[ParcelStep]) -> date | None:
    """The day on which it is to be handed in, by the last word; None before there is one."""
    days = [one.on for one in steps if one.step == "planned" and one.on]
    return date.fromisoformat(days[-1]) if days else None


def erase_day(state: str, today: date) -> date | None:
    """The day on which a parcel that came to this state today is erased; None while its chain goes on."""
    return today + KEPT if state in ENDS or state in CAME_BACK else None


def next_look(state: str, steps: tuple[ParcelStep, ...], *, deliver_by: str, today: date) -> date:
    """The day by which somebody must look at it again; today for one that came back."""
    if state in CAME_BACK:
        return today
    planned = planned_day(steps)
    if state in ("planned", "packed") and planned:
        return max(today, planned - BEFORE if state == "planned" else planned)
    day = today + timedelta(days=LOOK.get(state, 2))
    wanted = date.fromisoformat(deliver_by) if deliver_by and state in (ASKED, "agreed", "placed") else day
    return max(today, min(day, wanted))

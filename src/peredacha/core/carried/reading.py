"""A parcel as its lines tell it, one after the other: request, steps, what lies in it, and what was taken back."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any, Self

from peredacha.core.carried.chain import CAME_BACK, ENDS, planned_day, state_of
from peredacha.core.carried.values import (
    Contents,
    ParcelRequest,
    ParcelStep,
    contents_in,
    request_in,
    step_in,
)
from peredacha.core.facts import Author

UNDONE = "undone"
"""The line that takes the last step back."""
SOON = timedelta(days=1)
"""So long after it was told a step can be taken back."""


@dataclass(frozen=True, repr=False, kw_only=True)
class Chain:
    """What the lines of a parcel say."""

    request: ParcelRequest = field(default_factory=ParcelRequest)
    steps: tuple[ParcelStep, ...] = ()
    """Those that stand, oldest first."""
    history: tuple[ParcelStep, ...] = ()
    """Every step, also what was taken back, and that it was."""
    contents: Contents | None = None
    """What lies in it, by the last word; None before it is packed."""
    boxes: tuple[Contents | None, ...] = (None,)
    """What lay in it before the first step, and after each that stands."""
    slot_key: str = ""
    """Its name in the counter of the person."""
    once: str = ""
    """The mark of the form with which it was asked for."""
    damaged: int = 0
    """How many lines do not open, or are missing."""

    @property
    def state(self) -> str:
        """Where it stands; one of the keys of FOLLOWS."""
        return state_of(self.steps)

    @property
    def has_ended(self) -> bool:
        """Whether nothing follows."""
        return self.state in ENDS

    @property
    def planned_on(self) -> date | None:
        """The day on which it is to be handed in."""
        return planned_day(self.steps)

    @property
    def grams(self) -> int:
        """What it weighs [g]; nothing before it is packed."""
        return self.contents.grams if self.contents else 0

    def last(self, *steps: str) -> ParcelStep | None:
        """The last step of these names."""
        return next((one for one in reversed(self.steps) if one.step in steps), None)

    def mistake_of(self, author: Author, now: datetime) -> ParcelStep | None:
        """The step that somebody can take back now: the last one, their own, of this day; and only once."""
        last = self.history[-1] if self.history else None
        if last is None or last.step == UNDONE or (last.by.who, last.by.id) != (author.who, author.id):
            return None
        return last if now - datetime.fromisoformat(last.at) < SOON else None

    def reading(self, lines: Iterable[dict[str, Any] | None]) -> Self:
        """With what these lines say, in their order; one that says nothing is counted as damaged."""
        found = self
        for line in lines:
            try:
                found = found.told(line or {})
            except (KeyError, TypeError, ValueError):
                found = replace(found, damaged=found.damaged + 1)
        return found

    def told(self, line: dict[str, Any]) -> Self:
        """With one more line; raises KeyError, TypeError, ValueError."""
        what = line["what"]
        if what == "step":
            return self.stepped(step_in(line["step"]))
        if what == "contents":
            return replace(self, contents=contents_in(line["contents"]))
        if what == "request":
            request, once = request_in(line["request"]), line.get("once", "")
            return replace(self, request=request, slot_key=line["slot"], once=once)
        raise ValueError(what)

    def stepped(self, step: ParcelStep) -> Self:
        """After one more step; with a new day for what came back, the box is empty: its things are on their shelf."""
        steps, boxes = (*self.steps, step), self.boxes
        if step.step == UNDONE:
            steps, boxes = self.steps[:-1], self.boxes[:-1] or (None,)
            kept = boxes[-1]
        else:
            kept = None if step.step == "planned" and self.state in CAME_BACK else self.contents
            boxes = (*boxes, kept)
        return replace(self, steps=steps, history=(*self.history, step), contents=kept, boxes=boxes)


def step_line(step: ParcelStep) -> dict[str, Any]:
    """A step as a line."""
    return {"what": "step", "step": asdict(step)}


def contents_line(contents: Contents) -> dict[str, Any]:
    """What lies in a box as a line."""
    return {"what": "contents", "contents": asdict(contents)}

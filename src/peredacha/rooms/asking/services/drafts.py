"""The request before it is sent: answers that the browser keeps beside those of the plan."""

from dataclasses import dataclass, replace

from peredacha.core.facts import Asks
from peredacha.core.law.plan import Answer
from peredacha.rooms.asking.selectors import extras_of, path_of
from peredacha.rooms.intake.services import Kept

OURS = "ask_"
"""Answers of the request stand beside those of the plan in the browser's cookie, under names that begin so."""
LONGEST_WAY = "mail"


@dataclass(frozen=True)
class Progress:
    """How far it is: page ``number`` of ``of``, or of up to ``most`` while the way to reach is not chosen."""

    number: int
    of: int
    most: int


@dataclass(frozen=True)
class Draft:
    """What the family has answered so far, by step."""

    given: dict[str, Answer]

    @property
    def asks(self) -> tuple[Asks, ...]:
        """What would help."""
        given = self.given.get("needs", ())
        return given if isinstance(given, tuple) else ()  # type: ignore[return-value]

    @property
    def way(self) -> str:
        """How the family may be reached; empty before it was asked."""
        return self.text("reach")

    @property
    def path(self) -> tuple[str, ...]:
        """The steps to pass, in their order."""
        return path_of(self.way)

    @property
    def shown(self) -> tuple[str, ...]:
        """Every step that the last page shows."""
        return (*self.path, *extras_of(self.way))

    @property
    def offered(self) -> tuple[str, ...]:
        """The steps that nobody has to pass and to which nothing was said yet."""
        return tuple(step for step in extras_of(self.way) if not self.given.get(step))

    @property
    def next(self) -> str:
        """The first step that has no answer yet; empty when all have one."""
        return next((step for step in self.path if step not in self.given), "")

    def text(self, step: str) -> str:
        """The answer to a step that has one; empty where nothing was said."""
        given = self.given.get(step, "")
        return given if isinstance(given, str) else ""

    def may_answer(self, step: str) -> bool:
        """Whether everything before this step has its answer: nobody begins in the middle."""
        if step not in self.path:
            return step in self.shown and not self.next
        return all(before in self.given for before in self.path[: self.path.index(step)])

    def before(self, step: str) -> str:
        """The step before this one; empty before the first, and where the last page leads to it."""
        return self.path[self.path.index(step) - 1] if step in self.path[1:] else ""

    def progress(self, step: str) -> Progress | None:
        """How far it is at this step or at "send"; None at a step that the last page leads to."""
        places = (*self.path, "send")
        if step not in places:
            return None
        most = len(places) if self.way else len(path_of(LONGEST_WAY)) + 1
        return Progress(places.index(step) + 1, len(places), most)


def draft_of(kept: Kept) -> Draft:
    """The request in this browser."""
    return Draft(
        {key.removeprefix(OURS): value for key, value in kept.answers.items() if key.startswith(OURS)}
    )


def with_step(kept: Kept, step: str, answer: Answer) -> Kept:
    """The answers with one more; another way to reach takes the old number or address with it."""
    answers = dict(kept.answers)
    if step == "reach" and answers.get(f"{OURS}reach") != answer:
        answers.pop(f"{OURS}contact", None)
    return replace(kept, answers={**answers, f"{OURS}{step}": answer})


def without_draft(kept: Kept) -> Kept:
    """The answers of the plan alone: once sent, nothing of a request has to stay in the browser."""
    return replace(
        kept, answers={key: value for key, value in kept.answers.items() if not key.startswith(OURS)}
    )

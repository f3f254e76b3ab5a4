"""The limits of a stage, counted for one person: which may be used, which runs, which is the longest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from peredacha.core.language import Phrase, phrase
from peredacha.core.law.answering import Deadline, as_day, due_from
from peredacha.core.law.basis import Basis, Step
from peredacha.core.law.calendar import DAY
from peredacha.core.law.counting import Counter, Start
from peredacha.core.law.custody.case import CustodyCase
from peredacha.core.law.custody.law import CustodyLaw, CustodyLimit
from peredacha.core.law.custody.wording import crimes_said
from peredacha.core.law.deadlines import DeadlineRule
from peredacha.core.law.served.articles import Match
from peredacha.core.law.served.case import Category
from peredacha.core.law.span import Span, on

MOST_LIMITS = 100
"""How many limits one after another are counted; 100 of three months are longer than any case."""


@dataclass(frozen=True)
class Limit:
    """One limit counted from its first day (from both ends, where that day is not settled).

    ``open``: whether it may be used for the crime; maybe, while nobody said how grave it is.
    """

    stated: CustodyLimit
    rule: DeadlineRule
    basis: Basis
    due: Span[date]
    open: Match
    steps: tuple[Step, ...]
    warnings: tuple[Phrase, ...]

    def covers(self, day: date) -> bool:
        """Whether the limit has surely or perhaps not ended before ``day``."""
        return self.due.latest >= day


@dataclass(frozen=True)
class Limits:
    """The limits of a stage in their order; ``day`` is the one that must be covered."""

    every: tuple[Limit, ...]
    day: date

    @property
    def possible(self) -> tuple[Limit, ...]:
        """Those that may be used for the crime."""
        return tuple(one for one in self.every if one.open != "no")

    @property
    def running(self) -> Limit | None:
        """The first that covers the day; None where the day lies beyond all that are possible."""
        return next((one for one in self.possible if one.covers(self.day)), None)

    @property
    def last(self) -> Limit | None:
        """The one after which the law knows no longer; None where it can always be extended."""
        return self.possible[-1] if self.possible and not self.possible[-1].stated.repeats else None

    @property
    def longest(self) -> Span[date] | None:
        """How long custody can go on: from the end for the least grave crime that it can be to the gravest."""
        if self.last is None:
            return None
        surely = [one for one in self.possible if one.open == "yes"] or [self.last]
        return surely[-1].due.widened(self.last.due)

    @property
    def next(self) -> Limit | None:
        """How far the court can extend after the limit that runs."""
        running, possible = self.running, self.possible
        if running is None:
            return None
        later = possible[possible.index(running) + 1 :]
        return later[0] if later else None


@dataclass(frozen=True)
class LimitCounter:
    """Counts the limits of a land for one case."""

    law: CustodyLaw
    rules: Mapping[str, DeadlineRule]
    counter: Counter
    case: CustodyCase

    def limits(self) -> Limits:
        """Every limit of the stage; of one that repeats, the running one and one more."""
        found: list[Limit] = []
        for stated in self.law.of_stage(self.case.stage):
            if stated.repeats:
                found += self._repeated(stated, found[-1])
            else:
                found.append(self._limit(stated, on(self.case.stage_from)))
        return Limits(tuple(found), self.case.reaching)

    def file_by(self, longest: Span[date] | None) -> tuple[Span[date] | None, tuple[Deadline, ...]]:
        """By which day he must be given the case file, reckoned from both ends of ``longest``."""
        if longest is None or self.law.file_read is None or self.case.stage != "investigation":
            return None, ()
        return self._counted(self.rules[self.law.file_read.rule], longest)

    def _repeated(self, stated: CustodyLimit, before: Limit) -> Iterator[Limit]:
        for _number in range(MOST_LIMITS):
            is_enough = before.covers(self.case.reaching) or is_open(stated, self.case.category) == "no"
            before = self._limit(stated, before.due.each(lambda day: day + DAY))
            yield before
            if is_enough:
                return

    def _limit(self, stated: CustodyLimit, starts: Span[date]) -> Limit:
        rule = self.rules[stated.rule]
        due, counted = self._counted(rule, starts)
        edition = counted[0].edition or rule.editions[-1]
        crimes = phrase("For which crimes it may be used: {crimes}.", crimes=crimes_said(stated.crimes))
        steps = tuple(step for one in counted for step in one.steps)
        return Limit(
            stated=stated,
            rule=rule,
            basis=edition.basis,
            due=due,
            open=is_open(stated, self.case.category),
            steps=(*steps, Step(crimes, (stated.basis or edition.basis,))),
            warnings=tuple(doubt for one in counted for doubt in one.warnings),
        )

    def _counted(self, rule: DeadlineRule, starts: Span[date]) -> tuple[Span[date], tuple[Deadline, ...]]:
        days = dict.fromkeys((starts.earliest, starts.latest))
        counted = tuple(due_from(rule, self.counter, Start(day)) for day in days)
        spans = [one.due.each(as_day) for one in counted if one.due]
        return Span(min(one.earliest for one in spans), max(one.latest for one in spans)), counted


def is_open(stated: CustodyLimit, category: Category | None) -> Match:
    """Whether a limit may be used for a crime of this category."""
    if stated.is_for_every_crime:
        return "yes"
    if category is None:
        return "maybe"
    return "yes" if category in stated.crimes else "no"

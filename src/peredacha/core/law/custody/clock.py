"""The clock put together: the limits of the land, the order of the court, and what is in doubt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from peredacha.core.language import Phrase, phrase
from peredacha.core.law.answering import Deadline
from peredacha.core.law.basis import Statement, Step, Trail
from peredacha.core.law.calendar import DAY
from peredacha.core.law.counting import Counter
from peredacha.core.law.custody import wording
from peredacha.core.law.custody.answer import CustodyClock, Held
from peredacha.core.law.custody.case import CustodyCase
from peredacha.core.law.custody.law import CustodyLaw
from peredacha.core.law.custody.limits import Limit, LimitCounter, Limits
from peredacha.core.law.deadlines import DeadlineRule
from peredacha.core.law.months import remaining
from peredacha.core.law.span import Span


def custody_clock(
    law: CustodyLaw,
    rules: Mapping[str, DeadlineRule],
    counter: Counter,
    statements: Iterable[Statement],
    case: CustodyCase,
) -> CustodyClock:
    """How long the person of ``case`` can be held before the verdict, by the parts of one land.

    ``rules`` and ``statements`` must hold everything that ``law`` names. A clock that starts anew in court counts
    from the day on which the case arrived there.
    """
    counting = LimitCounter(law, rules, counter, case)
    limits = counting.limits()
    longest = limits.longest
    file_by, file_read = counting.file_by(longest)
    clock = Reading(case, limits, counter)
    quotes = tuple(quoted(law, statements, case))
    steps = tuple(clock.steps(file_read))
    doubts = tuple(clock.doubts())
    rule_doubts = [doubt for limit in clock.used() for doubt in limit.warnings]
    rule_doubts += [doubt for counted in file_read for doubt in counted.warnings]
    bases = (*Trail(steps).bases, *(one.basis for one in quotes))
    return CustodyClock(
        bases=tuple({basis.row: basis for basis in bases}.values()),
        warnings=tuple(once([*doubts, *rule_doubts])),
        case=case,
        held=held(case),
        limits=limits.every,
        running=limits.running,
        next_extension=limits.next,
        longest=longest,
        file_by=file_by,
        decides_by=clock.decides_by,
        over=clock.is_over,
        passed=clock.has_passed,
        doubts=doubts,
        quotes=quotes,
        steps=steps,
    )


@dataclass(frozen=True)
class Reading:
    """One case read against the limits of its stage."""

    case: CustodyCase
    limits: Limits
    counter: Counter

    @property
    def is_over(self) -> bool:
        """Whether the day that must be covered lies beyond every limit that is possible."""
        return bool(self.limits.possible) and self.limits.running is None

    @property
    def decides_by(self) -> Span[date] | None:
        """The last day on which the court can still extend: that of the order, else that of the law."""
        case, running = self.case, self.limits.running
        is_current = case.ordered_until is not None and case.ordered_until >= case.on
        if case.ordered_until and (is_current or not self.is_over):
            return Span(case.ordered_until - DAY, case.ordered_until)
        if self.is_over:
            return self.limits.possible[-1].due
        return running.due if running else None

    @property
    def has_passed(self) -> bool:
        """Whether that day is behind."""
        by = self.decides_by
        return by is not None and by.latest < self.case.on

    def used(self) -> tuple[Limit, ...]:
        """What the answer stands on: the running limit, with all before it where they add up, and the longest."""
        running, every = self.limits.running, self.limits.every
        end = self.limits.possible[-1] if self.is_over else self.limits.last
        chain = every[: every.index(running)] if running and running.stated.repeats else ()
        chosen = {id(one) for one in (*chain, running, end)}
        return tuple(one for one in every if id(one) in chosen)

    def steps(self, file_read: Sequence[Deadline]) -> Iterator[Step]:
        """The derivation: the first day, the order, each limit, the day for the case file."""
        basis = self.counter.conventions.get("custody_first_day")
        first_day = (basis,) if basis else ()
        yield Step(phrase("Held since {day}: this day counts.", day=self.case.detained_on), first_day)
        if self.case.ordered_until and self.case.ordered_last:
            said = phrase(
                "The court's order names {day}. If it says “until”, the last day is {before}.",
                day=self.case.ordered_until,
                before=self.case.ordered_last,
            )
            yield Step(said, first_day)
        for limit in self.used():
            yield from limit.steps
        for counted in file_read:
            yield from counted.steps

    def doubts(self) -> Iterator[Phrase]:
        """What this case leaves open, the most urgent first."""
        running = self.limits.running
        if not self.limits.every:
            yield wording.NOT_STATED
        if self.is_over:
            yield wording.OVER_IN_COURT if self.case.in_court_since else wording.OVER_BEFORE_TRIAL
        elif self.has_passed:
            yield wording.PASSED
        elif self.case.ordered_until:
            yield wording.UNTIL
        elif running and running is not self.limits.every[0]:
            yield wording.ORDER_MISSING
        if running and running.open == "maybe":
            yield wording.ONLY_IF_GRAVE
        if self.limits.every and self.case.category is None:
            yield wording.GRAVITY_MISSING


def held(case: CustodyCase) -> Held:
    """How long he is held by the end of the day asked for."""
    years, months, days = remaining(case.detained_on, case.on + DAY)
    return Held(years, months, days, (case.on - case.detained_on).days + 1)


def quoted(law: CustodyLaw, statements: Iterable[Statement], case: CustodyCase) -> Iterator[Statement]:
    """The statements that are told for a crime of this category."""
    known = {key: one for one in statements for key in (one.id, one.basis.row)}
    for quote in law.quotes:
        if case.category is None or case.category in quote.crimes:
            yield known[quote.statement]


def once(doubts: Iterable[Phrase]) -> list[Phrase]:
    """Each sentence once, in the order of first use."""
    found: list[Phrase] = []
    for doubt in doubts:
        if doubt not in found:
            found.append(doubt)
    return found

"""The end of a term and the day of release."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from peredacha.core.language import Phrase, phrase
from peredacha.core.law.basis import Basis, Step
from peredacha.core.law.calendar import DAY, CourtCalendar
from peredacha.core.law.months import same_number
from peredacha.core.law.served.credit import Credit
from peredacha.core.law.served.law import ServedLaw
from peredacha.core.law.served.term import Term
from peredacha.core.law.served.wording import when_said
from peredacha.core.law.span import Span, on


def last_day_of(start: date, months: int, days: int) -> Span[date]:
    """The last day of a term from ``start``: the same number minus one day, then the days.

    A month without that number leaves a doubt of one day.

    >>> last_day_of(date(2025, 2, 3), 36, 0).latest
    datetime.date(2028, 2, 2)
    >>> last_day_of(date(2025, 8, 31), 6, 0)
    Span(earliest=datetime.date(2026, 2, 27), latest=datetime.date(2026, 2, 28))
    """
    reached = same_number(start, months)
    span = Span(reached.day - DAY, reached.day) if reached.clipped else on(reached.day - DAY)
    return span.each(lambda day: day + days * DAY)


def share_end(start: date, months: int, days: int, share: Fraction) -> Span[date]:
    """The day on which a share of the term is reached, without credit.

    Where the share is not whole months and days, the rest is taken of a month of 30 days, and the whole as
    days of the calendar: the answer is the range of both.
    """
    whole, rest = divmod(months * share, 1)
    if not rest and (days * share).denominator == 1:
        return last_day_of(start, int(whole), int(days * share))
    by_months = last_day_of(start, int(whole), ceil(rest * 30 + days * share))
    all_days = (last_day_of(start, months, days).latest - start).days + 1
    by_days = start + timedelta(days=ceil(all_days * share) - 1)
    return by_months.widened(on(by_days))


def less_credit(span: Span[date], credit: Credit) -> Span[date]:
    """The span moved back by the credit; the range of the credit widens it."""
    return Span(span.earliest - credit.most * DAY, span.latest - credit.least * DAY)


def no_earlier(span: Span[date], day: date) -> Span[date]:
    """The span with nothing before ``day``."""
    return span.each(lambda one: max(one, day))


@dataclass(frozen=True)
class End:
    """The last day, the day of release, whether the credit already covers the term, and the lines."""

    last_day: Span[date]
    release_day: Span[date]
    freed: bool
    steps: tuple[Step, ...]
    warnings: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class Releaser:
    """Counts the end of a term by the calendar and the conventions of a land."""

    law: ServedLaw
    calendar: CourtCalendar
    conventions: Mapping[str, Basis]

    def end_of(self, term: Term, credit: Credit) -> End:
        """When the term ends and when he is released."""
        whole = last_day_of(term.began_on, term.months, term.days)
        raw = less_credit(whole, credit)
        last_day = no_earlier(raw, term.not_before)
        freed = raw.latest < term.not_before
        release = last_day if freed or term.kind != "imprisonment" else self._released(last_day, term)
        steps = [*self._end_steps(term, whole, last_day, credit), *self._release_steps(term, release, freed)]
        if not freed and raw.earliest < term.not_before:
            steps.append(self._over_term(sure=False))
        return End(last_day, release, freed, tuple(steps), self.calendar.doubts(*ends(last_day)))

    def _released(self, last_day: Span[date], term: Term) -> Span[date]:
        return no_earlier(last_day.each(lambda day: self.calendar.moved(day, -1)), term.not_before)

    def _end_steps(
        self, term: Term, whole: Span[date], last_day: Span[date], credit: Credit
    ) -> Iterator[Step]:
        said = phrase(
            "Without credit the term ends on: {day} (the same number after {length}, minus one day).",
            day=when_said(whole),
            length=term.length,
        )
        yield Step(said, self._grounds("last_day_minus_one"))
        if not whole.is_settled:
            said = phrase("That month has no such number, and courts count differently: one day is in doubt.")
            yield Step(said, self._grounds("short_month"))
        if credit.most:
            yield Step(phrase("Less the credit, the last day of the term: {day}.", day=when_said(last_day)))

    def _release_steps(self, term: Term, release: Span[date], freed: bool) -> Iterator[Step]:
        if freed:
            yield self._over_term(sure=True)
        elif term.kind == "imprisonment":
            said = phrase(
                "Release is on the last day, or on the working day before it if it is a day off: {day}.",
                day=when_said(release),
            )
            decrees = (self.calendar.basis(day) for day in ends(release))
            yield Step(said, (*self._grounds("release_backward"), *(one for one in decrees if one)))

    def _over_term(self, *, sure: bool) -> Step:
        basis = self.law.ground("over_term")
        said = (
            phrase("The credit covers the whole sentence: the court frees him from serving it.")
            if sure
            else phrase("The credit may cover the whole sentence: then the court frees him from serving it.")
        )
        return Step(said, (basis,) if basis else ())

    def _grounds(self, name: str) -> tuple[Basis, ...]:
        basis = self.conventions.get(name)
        return (basis,) if basis else ()


def ends(span: Span[date]) -> tuple[date, ...]:
    """Both ends of a span, once when they are the same."""
    return (span.latest,) if span.is_settled else (span.earliest, span.latest)


def hours_left(term: Term, credit: Credit) -> tuple[int, int]:
    """What is left of a punishment measured in hours: the least and the most [hours]."""
    return max(term.hours - credit.most, 0), max(term.hours - credit.least, 0)

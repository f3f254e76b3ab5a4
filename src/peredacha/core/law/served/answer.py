"""The answer about time served, and the same in plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from peredacha.core.law.basis import Act, Cited, Step
from peredacha.core.law.served.credit import Counted
from peredacha.core.law.span import Span
from peredacha.core.law.telling import told_day, told_grounds, told_span

TOLERANCE_DAYS = 2
"""By how many days the prison's own count may differ from any count made outside [days]."""


@dataclass(frozen=True)
class Amount:
    """The least and the most of a number that is not settled [days, or hours]."""

    least: int
    most: int


@dataclass(frozen=True)
class Remaining:
    """What remains after ``on``, that day itself counted as served, to the latest last day."""

    on: date
    years: int
    months: int
    days: int


@dataclass(frozen=True)
class Served:
    """What is served by the end of ``on``, credit included [days]."""

    on: date
    days: Amount


@dataclass(frozen=True)
class TimeServed(Cited):
    """Everything that follows from a case; None where the sentence does not have it.

    ``freed``: the credit covers the whole sentence. ``hours_left``, ``credit_hours``: for compulsory works.
    """

    start: date | None = None
    credit_days: Amount | None = None
    credit_hours: Amount | None = None
    hours_left: Amount | None = None
    last_day: Span[date] | None = None
    release_day: Span[date] | None = None
    freed: bool = False
    parole_on: Span[date] | None = None
    milder_on: Span[date] | None = None
    forced_labour_on: Span[date] | None = None
    expunged_on: Span[date] | None = None
    remaining: Remaining | None = None
    served: Served | None = None
    counted: tuple[Counted, ...] = ()
    steps: tuple[Step, ...] = ()


def told_time_served(answer: TimeServed, acts: Mapping[str, Act], language: str) -> dict[str, object]:
    """The answer under the public keys, dates as ISO texts, every sentence in ``language``."""
    return {
        "credit_days": told_amount(answer.credit_days),
        "credit_hours": told_amount(answer.credit_hours),
        "hours_left": told_amount(answer.hours_left),
        "start": told_day(answer.start) if answer.start else None,
        "last_day": told_span(answer.last_day),
        "release_day": told_span(answer.release_day),
        "freed": answer.freed,
        "tolerance_days": TOLERANCE_DAYS,
        "parole_on": told_span(answer.parole_on),
        "replacement_on": {
            "milder": told_span(answer.milder_on),
            "forced_labour": told_span(answer.forced_labour_on),
        },
        "expunged_on": told_span(answer.expunged_on),
        "remaining": told_remaining(answer.remaining),
        "served": told_served(answer.served),
        "periods": [told_period(one) for one in answer.counted],
        **told_grounds(answer, answer.steps, acts, language),
    }


def told_amount(amount: Amount | None) -> dict[str, int] | None:
    """A range of numbers."""
    return {"least": amount.least, "most": amount.most} if amount else None


def told_remaining(left: Remaining | None) -> dict[str, object] | None:
    """What remains, in years, months and days."""
    if left is None:
        return None
    return {"on": told_day(left.on), "years": left.years, "months": left.months, "days": left.days}


def told_served(served: Served | None) -> dict[str, object] | None:
    """What is served, in days."""
    return {"on": told_day(served.on), "days": told_amount(served.days)} if served else None


def told_period(one: Counted) -> dict[str, object]:
    """One stretch of days: what a day is worth in all (a fraction such as ``3/2``), and the credit.

    A day inside the term is worth itself already; only what goes beyond it is credited.
    """
    itself = 1 if one.inside else 0
    return {
        "kind": one.kind,
        "from": told_day(one.stretch.first),
        "to": told_day(one.stretch.last),
        "days": one.stretch.days,
        "inside_term": one.inside,
        "ratio": {"least": str(one.rate.least + itself), "most": str(one.rate.most + itself)},
        "credit": {"least": one.least, "most": one.most},
    }

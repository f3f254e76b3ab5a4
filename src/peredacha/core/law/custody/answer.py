"""What the custody clock shows, and the same in plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from peredacha.core.language import Phrase, in_language
from peredacha.core.law.basis import Act, Cited, Statement, Step
from peredacha.core.law.custody.case import CustodyCase
from peredacha.core.law.custody.limits import Limit
from peredacha.core.law.span import Span
from peredacha.core.law.telling import told_grounds, told_span


@dataclass(frozen=True)
class Held:
    """How long he is held by the end of the day asked for, the first day included; ``total_days`` is all of it."""

    years: int
    months: int
    days: int
    total_days: int


@dataclass(frozen=True, kw_only=True)
class CustodyClock(Cited):
    """The clock of one case.

    ``decides_by``: the last day on which the court can still extend custody; the end of the longest limit once
    ``over``. ``over``: the day asked for, or the order, lies beyond every limit that is possible. ``passed``:
    ``decides_by`` is behind. ``longest`` is None where the law sets no last day. ``doubts`` are the warnings that
    come from this case and not from a rule; they stand first in ``warnings``.
    """

    case: CustodyCase
    held: Held
    limits: tuple[Limit, ...]
    running: Limit | None
    next_extension: Limit | None
    longest: Span[date] | None
    file_by: Span[date] | None
    decides_by: Span[date] | None
    over: bool
    passed: bool
    doubts: tuple[Phrase, ...]
    quotes: tuple[Statement, ...]
    steps: tuple[Step, ...]

    @property
    def limit_end(self) -> Span[date] | None:
        """The end of the last limit that may be used for the crime, of those that were counted."""
        ends = [one.due for one in self.limits if one.open != "no"]
        return ends[-1] if ends else None


def told_custody(clock: CustodyClock, acts: Mapping[str, Act], language: str) -> dict[str, object]:
    """The clock under the public keys, dates as ISO texts, every sentence in ``language``."""
    return {
        "stage": clock.case.stage,
        "on": clock.case.on.isoformat(),
        "held": {
            "years": clock.held.years,
            "months": clock.held.months,
            "days": clock.held.days,
            "total_days": clock.held.total_days,
        },
        "decides_by": told_span(clock.decides_by),
        "passed": clock.passed,
        "over": clock.over,
        "running": told_limit(clock.running, language),
        "next_extension": told_limit(clock.next_extension, language),
        "longest": told_span(clock.longest),
        "file_by": told_span(clock.file_by),
        "limits": [told_limit(one, language) for one in clock.limits],
        "quotes": [
            {
                "row": one.basis.row,
                "title": in_language(one.title, language),
                "text": in_language(one.text, language),
            }
            for one in clock.quotes
        ],
        **told_grounds(clock, clock.steps, acts, language),
    }


def told_limit(limit: Limit | None, language: str) -> dict[str, object] | None:
    """One limit: its deadline, its last day, its crimes, and whether it may be used for this one."""
    if limit is None:
        return None
    return {
        "rule": limit.rule.id,
        "row": limit.basis.row,
        "title": in_language(limit.rule.title, language),
        "due": told_span(limit.due),
        "crimes": list(limit.stated.crimes),
        "open": limit.open,
    }

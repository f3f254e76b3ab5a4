"""What a window took and what it refused: out of counted outcomes, whether a thing should go there again.

The keys of verdicts and reasons are those of whoever counts; a refusal bans a thing only for a reason of
:data:`BANNING`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from peredacha.core.language import Text, phrase, speak
from peredacha.core.packing.values import Ban

AGEING_AFTER_MONTHS = 6
OLD_AFTER_MONTHS = 12
BAN_MONTHS = 12
"""So long a refusal keeps a thing out of a parcel; after that it is only a warning."""
REFUSED, ACCEPTED_SO = "refused", "accepted_so"
BANNING = ("banned", "no_reason", "other")
"""The refusals that speak of the thing itself; the others can be mended with the same thing."""
LANGUAGES = ("ru", "en")


class Met(Protocol):
    """So many people met the same with a thing on one day."""

    thing: str
    verdict: str
    reason: str
    on: date
    count: int


@dataclass(frozen=True)
class Practice:
    """What people met with one thing at one place; ``taken`` and ``refused`` count people.

    ``verdict``, ``reason`` and ``day`` are those of the last time; ``how`` is the last key of a way in which it
    was taken, or empty. ``freshness`` is ``fresh``, ``ageing`` or ``old``. ``banned``: it was refused and not taken
    since, and that is not long ago; ``warns``: the same, but long ago, or for a reason that can be mended.
    """

    thing: str
    name: Text
    verdict: str
    reason: str
    how: str
    day: date
    taken: int
    refused: int
    freshness: str
    banned: bool
    warns: bool

    @property
    def ban(self) -> Ban:
        """The refusal as a ban, told in every language."""
        said = phrase("This window did not take it: {day}.", day=self.day)
        return Ban(self.thing, {language: speak(said, language) for language in LANGUAGES})


def practice_among(met: Iterable[Met], on: date, name: Callable[[str], Text]) -> tuple[Practice, ...]:
    """The practice as it looks on that day, thing by thing, the newest first; ``name`` says what a thing is called."""
    by_thing: dict[str, list[Met]] = defaultdict(list)
    for one in met:
        by_thing[one.thing].append(one)
    found = [_practice(name(thing), same, on) for thing, same in by_thing.items()]
    return tuple(sorted(found, key=lambda one: (-one.day.toordinal(), one.thing)))


def _practice(name: Text, met: list[Met], on: date) -> Practice:
    refused = [one for one in met if one.verdict == REFUSED]
    taken = [one for one in met if one.verdict != REFUSED]
    last = max(met, key=lambda one: (one.on, one.verdict == REFUSED, one.reason))
    since = max((one.on for one in taken), default=date.min)
    bad = [one for one in refused if one.on >= since]
    young = any(one.reason in BANNING and whole_months(one.on, on) < BAN_MONTHS for one in bad)
    so = [one for one in taken if one.verdict == ACCEPTED_SO]
    return Practice(
        thing=last.thing,
        name=name,
        verdict=last.verdict,
        reason=last.reason,
        how=max(so, key=lambda one: (one.on, one.reason)).reason if so else "",
        day=last.on,
        taken=sum(one.count for one in taken),
        refused=sum(one.count for one in refused),
        freshness=freshness_of(last.on, on),
        banned=young,
        warns=bool(bad) and not young,
    )


def whole_months(since: date, until: date) -> int:
    """Whole months from one day to another [months], never below zero.

    >>> whole_months(date(2025, 1, 31), date(2025, 2, 28))
    0
    >>> whole_months(date(2025, 1, 15), date(2026, 3, 15))
    14
    """
    months = (until.year - since.year) * 12 + until.month - since.month
    return max(0, months - (until.day < since.day))


def freshness_of(day: date, today: date) -> str:
    """``fresh``, ``ageing`` after half a year, ``old`` after a year.

    >>> freshness_of(date(2026, 1, 1), date(2026, 6, 30))
    'fresh'
    >>> freshness_of(date(2026, 1, 1), date(2026, 7, 1))
    'ageing'
    """
    age = whole_months(day, today)
    return "old" if age >= OLD_AFTER_MONTHS else "ageing" if age >= AGEING_AFTER_MONTHS else "fresh"

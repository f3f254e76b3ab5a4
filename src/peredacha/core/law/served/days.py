"""Days as stretches with both ends inclusive: joined, taken away, cut; each day counted once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from peredacha.core.law.calendar import DAY
from peredacha.core.law.served.case import Period, PeriodKind

SPECIFIC_FIRST: tuple[PeriodKind, ...] = (
    "punishment_cell",
    "strict_conditions",
    "colony",
    "custody",
    "hospital",
    "house_arrest",
    "leave_ban",
)


@dataclass(frozen=True, order=True)
class Stretch:
    """Days from ``first`` to ``last``, both inclusive."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class Piece:
    """A stretch under one restraint, after each day was given to its most specific kind."""

    kind: PeriodKind
    execution: bool
    stretch: Stretch


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same days in order, with neighbours and overlaps joined."""
    found: list[Stretch] = []
    for one in sorted(stretches):
        if found and one.first <= found[-1].last + DAY:
            found[-1] = Stretch(found[-1].first, max(found[-1].last, one.last))
        else:
            found.append(one)
    return found


def without(stretches: Iterable[Stretch], taken: Iterable[Stretch]) -> list[Stretch]:
    """The days of ``stretches`` that are not in ``taken``."""
    left = list(stretches)
    for away in taken:
        left = [part for one in left for part in _minus(one, away)]
    return left


def _minus(one: Stretch, away: Stretch) -> Iterable[Stretch]:
    if away.last < one.first or one.last < away.first:
        yield one
        return
    if one.first < away.first:
        yield Stretch(one.first, away.first - DAY)
    if away.last < one.last:
        yield Stretch(away.last + DAY, one.last)


def before(one: Stretch, day: date) -> Stretch | None:
    """The part before ``day``, None where there is none."""
    return Stretch(one.first, min(one.last, day - DAY)) if one.first < day else None


def since(one: Stretch, day: date) -> Stretch | None:
    """The part from ``day`` on, None where there is none."""
    return Stretch(max(one.first, day), one.last) if day <= one.last else None


def pieces(periods: Iterable[Period]) -> tuple[list[Piece], bool]:
    """Each day once, under its most specific kind, in order; and whether any day was named twice."""
    given = list(periods)
    taken: list[Stretch] = []
    found: list[Piece] = []
    for kind in SPECIFIC_FIRST:
        for execution in (True, False):
            mine = [
                Stretch(one.from_, one.to) for one in given if (one.kind, one.execution) == (kind, execution)
            ]
            free = without(joined(mine), taken)
            found += [Piece(kind, execution, one) for one in free]
            taken = joined([*taken, *free])
    named = sum(Stretch(one.from_, one.to).days for one in given)
    counted = sum(one.days for one in taken)
    return sorted(found, key=lambda piece: piece.stretch), named > counted

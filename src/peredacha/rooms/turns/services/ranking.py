"""Whose turn it is: who was left alone longest comes first, and nothing else counts.

How many write about somebody, how loud a case is, how old: none of it has a place in these values. The rule is pure,
so that everybody can check it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush
from typing import Literal, get_args
from uuid import UUID

from peredacha.rooms.letters.selectors import lot_of_day

Kind = Literal["letter", "parcel", "visit", "contact", "place"]
KINDS: tuple[Kind, ...] = get_args(Kind)
NOTHING = 1
"""In the place of a kind that somebody does not lack: behind every number of days."""
Weight = tuple[tuple[int, ...], str]


@dataclass(frozen=True)
class Turn:
    """How long somebody has gone without each kind [days]; what is under way, or not wished, is left out.

    ``never``: the kinds that there never were; their days run from the week in which the matter came. ``exact``:
    whether the days are known for sure; else it can only be fewer.
    """

    key: UUID
    days: Mapping[Kind, int]
    never: frozenset[Kind] = frozenset()
    exact: bool = True

    @property
    def worst(self) -> Kind | None:
        """What is lacked longest; the first of KINDS among equals, None where nothing is lacked."""
        lacked = [one for one in KINDS if one in self.days]
        return max(lacked, key=lambda kind: self.days[kind], default=None)


def weight(turn: Turn, *, today: date, kind: Kind | None = None) -> Weight:
    """By what people are ordered, the smallest first: the longest lack, then the next one, then a lot of the day.

    Of two lacks of the same length, that of somebody who never had it goes first.
    """
    wanted = (kind,) if kind else KINDS
    lacks = sorted(-2 * turn.days[one] - (one in turn.never) for one in wanted if one in turn.days)
    padded = (*lacks, *([NOTHING] * (len(wanted) - len(lacks))))
    return padded, lot_of_day(turn.key, today)


def in_turn(turns: Iterable[Turn], *, today: date, kind: Kind | None = None) -> list[Turn]:
    """Those who lack something (or this kind), who was left alone longest first."""
    lacking = [one for one in turns if (kind in one.days if kind else one.days)]
    return sorted(lacking, key=lambda one: weight(one, today=today, kind=kind))


def top(
    turns: Iterable[Turn],
    look: Callable[[Sequence[Turn]], Sequence[Turn]],
    *,
    today: date,
    kind: Kind | None = None,
    most: int,
    at_once: int,
    opened: int,
) -> list[Turn]:
    """The first ``most`` in turn, of whom ``look`` tells the exact days, ``at_once`` at a time.

    What is not exact can only move down, so that only those near the top are looked at. After ``opened`` of them
    the order stands on what is known.
    """
    heap = [(weight(one, today=today, kind=kind), one) for one in in_turn(turns, today=today, kind=kind)]
    heapify(heap)
    first: list[Turn] = []
    while heap and len(first) < most:
        if heap[0][1].exact or opened <= 0:
            first.append(heappop(heap)[1])
            continue
        batch: list[Turn] = []
        kept: list[tuple[Weight, Turn]] = []
        while heap and len(batch) < at_once:
            entry = heappop(heap)
            (kept.append(entry) if entry[1].exact else batch.append(entry[1]))
        opened -= len(batch)
        seen = in_turn(look(batch), today=today, kind=kind)
        for entry in [*kept, *((weight(one, today=today, kind=kind), one) for one in seen)]:
            heappush(heap, entry)
    return first

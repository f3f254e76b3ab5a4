"""The rule of the least served.

How many write about somebody, how loud a case is, how old: none of it has a place in these values. The rule is pure,
so that everybody can check it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal, get_args

Kind = Literal["letter", "parcel", "visit", "contact", "place"]
KINDS: tuple[Kind, ...] = get_args(Kind)
NOTHING = 1
"""In the place of a kind that somebody does not lack: behind every number of days."""
Weight = tuple[tuple[int, ...], str]
LAST: Weight = ((NOTHING,), "")
"""The weight of somebody of whom nothing is known, in a list for one kind."""


@dataclass(frozen=True)
class Turn:
    """How long somebody has gone without each kind [days]; what is under way, or not wished, is left out.

    ``key``: the bytes of a random name. ``never``: the kinds that there never were; their days run from the week in
    which the matter came.
    """

    key: bytes
    days: Mapping[Kind, int]
    never: frozenset[Kind] = frozenset()

    @property
    def worst(self) -> Kind | None:
        """What is lacked longest; the first of KINDS among equals, None where nothing is lacked."""
        lacked = [one for one in KINDS if one in self.days]
        return max(lacked, key=lambda kind: self.days[kind], default=None)


def turn_of(key: bytes, last: Mapping[Kind, date | None], *, came: date, today: date) -> Turn:
    """Somebody by the last day of each kind that may be lacked; None: never, which counts from the day ``came``.

    A day ahead counts as today.
    """
    days = {kind: max((today - (day or came)).days, 0) for kind, day in last.items()}
    return Turn(key, days, frozenset(kind for kind, day in last.items() if day is None))


def weight(turn: Turn, *, today: date, kind: Kind | None = None) -> Weight:
    """By what people are ordered, the smallest first: the longest lack, then the next one, then a lot of the day.

    Of two lacks of the same length, that of somebody who never had it goes first.
    """
    wanted = (kind,) if kind else KINDS
    lacks = sorted(-2 * turn.days[one] - (one in turn.never) for one in wanted if one in turn.days)
    padded = (*lacks, *([NOTHING] * (len(wanted) - len(lacks))))
    return padded, lot_of_day(turn.key, today)


def lot_of_day(key: bytes, today: date) -> str:
    """The lot of somebody on a day [hex]: the same all day, another one tomorrow; the smallest comes first."""
    return sha256(today.isoformat().encode() + key).hexdigest()


def in_turn(turns: Iterable[Turn], *, today: date, kind: Kind | None = None) -> list[Turn]:
    """Those who lack something (or this kind), who was left alone longest first."""
    lacking = [one for one in turns if (kind in one.days if kind else one.days)]
    return sorted(lacking, key=lambda one: weight(one, today=today, kind=kind))

"""What a parcel is packed from, for whom, and by which rules of its window.

Weights are whole grams with the packing of the thing itself; the box and its filling are the tare of the rules.
Keys are opaque: a person is a random name, and nobody here knows whose.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from peredacha.core.language import Phrase, Text

Keys = frozenset[str]
NOTHING: Keys = frozenset()


class Need(StrEnum):
    """How much a wish matters."""

    MUST = "must"
    """Medicine allowed by a doctor, warm clothes in winter, a diet."""
    ASKED = "asked"
    """What the prisoner or the family asked for."""
    KIND = "kind"
    """What would give joy."""


@dataclass(frozen=True)
class Good:
    """A thing of the store: its weight [g] a piece, and the groups of which rules and diets speak."""

    key: str
    name: Text
    grams: int
    groups: Keys = NOTHING
    size: str = ""
    """Empty where it has none."""
    season: str = ""
    """``winter``, ``summer``, or empty for the whole year."""

    def __post_init__(self) -> None:
        """Raises ValueError for a weight that is none."""
        if self.grams <= 0:
            raise ValueError("a good weighs at least one gram")


@dataclass(frozen=True)
class Lot:
    """Pieces of one good that lie together and go off on one day; None: they keep."""

    key: str
    good: str
    pieces: int
    best_before: date | None = None
    shelf: str = ""


@dataclass(frozen=True)
class Ban:
    """What a window does not take: a good or a group by its key, and why, as it is told."""

    of: str
    why: Text


@dataclass(frozen=True)
class Ceiling:
    """The most of one group in a parcel: grams, pieces, or both."""

    group: str
    grams: int | None = None
    pieces: int | None = None


@dataclass(frozen=True)
class Rules:
    """What one window takes in one parcel.

    ``most_grams`` is the weight of the whole parcel; ``tare`` [g] of its box. What has a last day must be good for
    ``keeps_days`` after ``arrives_on``.
    """

    arrives_on: date
    most_grams: int = 20_000
    tare: int = 0
    keeps_days: int = 0
    most_pieces: int | None = None
    bans: tuple[Ban, ...] = ()
    ceilings: tuple[Ceiling, ...] = ()

    @property
    def room(self) -> int:
        """What is left for things [g]."""
        return max(0, self.most_grams - self.tare)

    @property
    def good_until(self) -> date:
        """The day until which everything in the parcel must be good."""
        return self.arrives_on + timedelta(days=self.keeps_days)


@dataclass(frozen=True)
class Wish:
    """So many pieces of a good."""

    good: str
    pieces: int = 1
    need: Need = Need.ASKED


@dataclass(frozen=True, repr=False)
class Order:
    """One parcel that somebody waits for.

    ``avoids`` holds groups and goods that the person must not have (an illness, a diet, a faith); ``size`` and
    ``season`` are empty where they do not matter. ``waits`` [days] since the last parcel, letter or visit.
    """

    key: str
    rules: Rules
    wishes: tuple[Wish, ...]
    avoids: Keys = NOTHING
    size: str = ""
    season: str = ""
    waits: int = 0


@dataclass(frozen=True)
class Line:
    """Pieces from one lot."""

    lot: str
    good: str
    pieces: int


@dataclass(frozen=True)
class LeftOut:
    """Pieces of a wish that are not in the parcel, and why."""

    good: str
    pieces: int
    why: Phrase
    ban: Text | None = None
    """The reason of the window in its own words, where it was banned."""


@dataclass(frozen=True, repr=False)
class Parcel:
    """What is packed for one order; ``grams`` with the tare, 0 when nothing is packed."""

    order: str
    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]
    grams: int

    @property
    def pieces(self) -> Mapping[str, int]:
        """Pieces by good."""
        found: dict[str, int] = {}
        for line in self.lines:
            found[line.good] = found.get(line.good, 0) + line.pieces
        return MappingProxyType(found)


@dataclass(frozen=True, repr=False)
class Proposal:
    """Parcels for a whole batch.

    ``worth`` and ``bound`` are in the points of :mod:`peredacha.core.packing.worth`: no packing at all is worth more
    than ``bound``.
    """

    parcels: tuple[Parcel, ...]
    worth: int
    bound: int

    @property
    def gap(self) -> float:
        """How far from the best it is at most, as a share of it; 0: proven the best."""
        return (self.bound - self.worth) / self.bound if self.bound else 0.0


@dataclass(frozen=True)
class Store:
    """Goods by their keys, and the lots that are there."""

    goods: Mapping[str, Good]
    lots: tuple[Lot, ...] = field(default=())

"""What a packer carries along the shelves, and what stands on the table: codes and numbers, no person."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from peredacha.core.slips.values import Code, Row


@dataclass(frozen=True)
class Take:
    """So many pieces from one shelf for one box; ``box`` is its number in the batch."""

    shelf: str
    thing: str
    pieces: int
    box: int
    best_before: date | None = None


@dataclass(frozen=True)
class Pick:
    """One stop at a shelf: all pieces of a thing with one last day, and how many go into which box."""

    shelf: str
    thing: str
    best_before: date | None
    boxes: tuple[tuple[int, int], ...]
    """Number of a box, pieces for it."""

    @property
    def pieces(self) -> int:
        """All of them."""
        return sum(pieces for _box, pieces in self.boxes)


@dataclass(frozen=True, repr=False)
class PickSheet:
    """Everything that a batch needs from the shelves; ``code`` leads back to the batch."""

    takes: tuple[Take, ...]
    code: Code | None = None
    day: date | None = None
    language: str = "ru"


@dataclass(frozen=True, repr=False)
class Box:
    """What one box gets; ``tare`` [g] of the box and its filling; ``code`` leads back to this parcel."""

    number: int
    rows: tuple[Row, ...]
    tare: int = 0
    code: Code | None = None

    @property
    def grams(self) -> int:
        """The whole weight, with the tare."""
        return self.tare + sum(row.grams for row in self.rows)


@dataclass(frozen=True, repr=False)
class BatchSheet:
    """The boxes of a batch, one after another; ``code`` leads back to the batch."""

    boxes: tuple[Box, ...]
    code: Code | None = None
    day: date | None = None
    language: str = "ru"


def by_shelf(takes: Iterable[Take]) -> tuple[Pick, ...]:
    """The stops in the order of the shelves, 2 before 10; no shelf comes last, what goes off first comes first.

    >>> [one.shelf for one in by_shelf((Take("A10", "tea", 1, 1), Take("A2", "tea", 1, 1)))]
    ['A2', 'A10']
    """
    stops: dict[tuple[str, str, date | None], dict[int, int]] = {}
    for take in takes:
        boxes = stops.setdefault((take.shelf, take.thing, take.best_before), {})
        boxes[take.box] = boxes.get(take.box, 0) + take.pieces
    picks = (Pick(*stop, tuple(sorted(boxes.items()))) for stop, boxes in stops.items())
    return tuple(sorted(picks, key=lambda one: (_natural(one.shelf), one.thing, one.best_before or date.max)))


def _natural(shelf: str) -> tuple[bool, list[tuple[int, str]]]:
    """Letters by their order, figures by what they count."""
    parts = re.findall(r"\d+|\D+", shelf.casefold().strip())
    return not parts, [(int(one), "") if one.isdecimal() else (-1, one) for one in parts]

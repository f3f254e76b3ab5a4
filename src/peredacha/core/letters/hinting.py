"""A letter from inside: the words at which its reader should stop. They are pointed at; nothing is decided by them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from peredacha.core.language import Text
from peredacha.core.letters.looking import fits, folded

PointsAt: TypeAlias = Literal["danger", "term"]
"""Danger to life or health; a paper after which a term runs."""
WORD = re.compile(r"\d+|[^\W\d_]+(?:-[ \t]*\n[ \t]*[^\W\d_]+)?")
"""A number, or a word; one that is parted at the end of a line is one word."""
TORN = re.compile(r"-\s*\n\s*")
NUMBER, GAP = "№", "…"
LONGEST_GAP = 4
"""So many words may stand where a list says that some may [words]."""
MOST_OF_ONE = 5
"""So many places of one list are told; who reads these sees the others."""
Word: TypeAlias = tuple[str, int, int]
"""A folded word, and where it stands in the text [start, end)."""


@dataclass(frozen=True)
class Pointer:
    """Words to look for, and what is said of them.

    Each of ``words`` is one or several words in their order: a star at the end stands for any ending, ``№`` for a
    number, ``…`` for up to four words that may be anything.
    """

    id: str
    at: PointsAt
    says: Text
    words: tuple[str, ...]


@dataclass(frozen=True)
class Hint:
    """A place in the text [start, end) to look at, and why."""

    pointer: Pointer
    start: int
    end: int


def hints_in(text: str, pointers: Sequence[Pointer]) -> tuple[Hint, ...]:
    """The places to look at, in the order of the text; a place inside a longer one of the same list is not told."""
    found = [(TORN.sub("", folded(one.group())), one.start(), one.end()) for one in WORD.finditer(text)]
    hints = [Hint(one, *place) for one in pointers for place in first_places(found, one)]
    return tuple(sorted(hints, key=lambda one: (one.start, one.end)))


def first_places(text: Sequence[Word], pointer: Pointer) -> list[tuple[int, int]]:
    """The first few places of one list, the longest of those that overlap."""
    told: list[tuple[int, int]] = []
    for start, end in sorted(places(text, pointer), key=lambda one: (one[0], -one[1])):
        if not told or start >= told[-1][1]:
            told.append((start, end))
    return told[:MOST_OF_ONE]


def places(text: Sequence[Word], pointer: Pointer) -> Iterator[tuple[int, int]]:
    """Every place where words of the list stand."""
    lists = [folded(one).split() for one in pointer.words]
    begin = {word: [one for one in lists if stands(one[0], word)] for word in {word for word, *_at in text}}
    for at, (word, start, _end) in enumerate(text):
        for wanted in begin[word]:
            last = goes_on(text, at, wanted)
            if last:
                yield start, text[last - 1][2]


def goes_on(text: Sequence[Word], at: int, wanted: Sequence[str]) -> int:
    """Behind which word the wanted ones end, if they stand from ``at`` on; 0 where they do not."""
    if not wanted:
        return at
    if wanted[0] == GAP:
        ends = (goes_on(text, at + skipped, wanted[1:]) for skipped in range(LONGEST_GAP + 1))
        return next(filter(None, ends), 0)
    if at >= len(text) or not stands(wanted[0], text[at][0]):
        return 0
    return goes_on(text, at + 1, wanted[1:])


def stands(told: str, word: str) -> bool:
    """Whether a word is the one told; the sign of a number stands for any."""
    return word.isdigit() if told == NUMBER else fits(told, word)

"""A letter checked: every finding with its place and its sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from peredacha.core.language import Text
from peredacha.core.letters.looking import WAYS
from peredacha.core.letters.rules import Ban, LetterRules

TOO_LONG = "too_long"
MOST_OF_ONE = 5
"""So many places of one ban are told; who mends these finds the others."""


@dataclass(frozen=True)
class Finding:
    """Something that may stop a letter: which ban, where in the text [start, end), and the sentence."""

    ban: str
    hard: bool
    start: int
    end: int
    says: Text


def tidy(text: str) -> str:
    """The text as it is checked and kept: one kind of line end, nothing at its ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def pages_of(text: str, rules: LetterRules) -> int:
    """How many pages it fills; at least one."""
    return max(1, -(-len(text) // rules.page))


def checked(text: str, rules: LetterRules, *, language: str = "ru", most: int = 0) -> tuple[Finding, ...]:
    """Everything that a censor may stop in a tidy text, in the order of the text.

    ``most``: pages that the place lets through, where it is fewer than the land says; 0: as the land says. A row of
    figures inside a telephone number is told once, as the number.
    """
    pages = min(most or rules.most, rules.most)
    found = [
        one for ban in rules.bans if not ban.languages or language in ban.languages for one in told(text, ban)
    ]
    if pages_of(text, rules) > pages:
        found.append(Finding(TOO_LONG, True, pages * rules.page, len(text), rules.too_long))
    return tuple(sorted(without_doubles(found, rules), key=lambda one: (one.start, one.end)))


def told(text: str, ban: Ban) -> Iterator[Finding]:
    """The first few findings of one ban."""
    places = joined(sorted(WAYS[ban.looks](text, ban)))
    for start, end in places[:MOST_OF_ONE]:
        yield Finding(ban.id, ban.hard, start, end, ban.says)


def joined(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in places:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def without_doubles(found: list[Finding], rules: LetterRules) -> list[Finding]:
    """The findings without rows of figures that are part of an address told already."""
    looks = {ban.id: ban.looks for ban in rules.bans}
    contacts = [one for one in found if looks.get(one.ban) == "contacts"]
    return [
        one
        for one in found
        if looks.get(one.ban) != "digits"
        or not any(other.start < one.end and one.start < other.end for other in contacts)
    ]


class Placed(Protocol):
    """Anything that stands at a place of a text [start, end)."""

    @property
    def start(self) -> int:
        """Its first sign."""

    @property
    def end(self) -> int:
        """The sign behind its last one."""


def pieces(text: str, findings: Iterable[Placed]) -> tuple[tuple[str, bool], ...]:
    """The text cut where findings begin and end: each piece, and whether something was found in it."""
    places = joined(sorted((one.start, one.end) for one in findings))
    cuts = sorted({0, len(text), *(at for place in places for at in place)})
    return tuple(
        (text[start:end], (any(a <= start and end <= b for a, b in places))) for start, end in pairwise(cuts)
    )

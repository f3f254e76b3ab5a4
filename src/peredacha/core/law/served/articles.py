"""Articles of the criminal code as people write them, compared with those that a rule names."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Match = Literal["no", "maybe", "yes"]

NUMBER = r"\d+(?:[.\-]\d+)?"
AFTER_WORD = re.compile(rf"\b(?:ст\w*|art\w*)\.?\s*({NUMBER})", re.IGNORECASE)
PART = re.compile(rf"(?:\bч\w*\.?|\bpart)\s*({NUMBER})", re.IGNORECASE)
BRACKETED = re.compile(rf"({NUMBER})\s*\(\s*({NUMBER})\s*\)")
PLACES = re.compile(rf"\b(?:ч\w*|п\w*|part|para\w*)\.?\s*{NUMBER}", re.IGNORECASE)
BETWEEN = re.compile(r"[;,\n]|\s+(?:и|and|[–—-])\s+", re.IGNORECASE)
NUMBERED = re.compile(rf"(?:ст\w*|art\w*)\.?\s*{NUMBER}", re.IGNORECASE)
ONLY_A_PART = re.compile(rf"(?:ч\w*\.?|part)\s*{NUMBER}", re.IGNORECASE)
DASHES = " –—-"


@dataclass(frozen=True)
class Article:
    """An article and, where it is named, its part."""

    number: str
    part: str | None = None

    def compared_with(self, named: "Article") -> Match:
        """Whether this is the named article; maybe, when the rule names a part and the case does not."""
        if self.number != named.number:
            return "no"
        if named.part is None or named.part == self.part:
            return "yes"
        return "maybe" if self.part is None else "no"


def read_article(written: str) -> Article | None:
    """The article in a text such as ``228.1 ч. 4``, ``ч. 4 ст. 228.1 УК РФ`` or ``228.1(4)``; else None.

    >>> read_article("п. «г» ч. 4 ст. 228.1 УК РФ")
    Article(number='228.1', part='4')
    """
    bracketed = BRACKETED.search(written)
    if bracketed:
        return Article(plain(bracketed[1]), plain(bracketed[2]))
    part = PART.search(written)
    found = AFTER_WORD.search(written) or re.search(rf"({NUMBER})", PLACES.sub(" ", written))
    if not found:
        return None
    return Article(plain(found[1]), plain(part[1]) if part else None)


def split_articles(text: str) -> list[str]:
    """Each article of a line, as a family copies it from the verdict.

    Words without an article belong to the article after them (at the end, to the one before), a lone part to
    the one before. An attempt names two articles in one breath, and the second is the one that decides:

    >>> split_articles("ч. 3 ст. 30 – п. «г» ч. 4 ст. 228.1, 222, ч. 1")
    ['ч. 3 ст. 30', 'п. «г» ч. 4 ст. 228.1', '222 ч. 1']
    >>> split_articles("30 ч. 3 – 228.1 ч. 4 п. «а», «г»")
    ['30 ч. 3', '228.1 ч. 4 п. «а» «г»']
    """
    found: list[str] = []
    held = ""
    for piece in (one.strip() for one in BETWEEN.split(text)):
        if not held and ONLY_A_PART.fullmatch(piece) and lacks_part(found):
            found[-1] += f" {piece}"
            continue
        held = f"{held} {piece}".strip()
        if read_article(held):
            found += parted(held)
            held = ""
    if held and found:
        return [*found[:-1], f"{found[-1]} {held}"]
    return [held] if held else found


def lacks_part(found: list[str]) -> bool:
    """Whether the last article that was found still has no part."""
    last = read_article(found[-1]) if found else None
    return last is not None and last.part is None


def parted(piece: str) -> list[str]:
    """A piece that names several articles, cut after each (or before each, where the number comes first)."""
    named = list(NUMBERED.finditer(piece))
    if len(named) < 2:
        return [piece]
    cuts = [one.start() for one in named[1:]] if named[0].start() == 0 else [one.end() for one in named[:-1]]
    edges = [0, *cuts, len(piece)]
    return [piece[first:last].strip(DASHES) for first, last in pairwise(edges)]


def plain(number: str) -> str:
    """``228-1`` written as ``228.1``."""
    return number.replace("-", ".")


def read_articles(written: Iterable[str]) -> tuple[Article, ...]:
    """The articles in several texts, each of which may name more than one; texts without one are left out."""
    pieces = (piece for text in written for piece in split_articles(text))
    return tuple(article for article in map(read_article, pieces) if article)


def any_of(found: Iterable[Article], named: Collection[Article]) -> Match:
    """Whether one of the articles of a case is among those that a rule names."""
    compared = {one.compared_with(rule) for one in found for rule in named}
    return "yes" if "yes" in compared else "maybe" if "maybe" in compared else "no"

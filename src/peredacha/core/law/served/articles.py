"""Articles of the criminal code as people write them, compared with those that a rule names."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

Match = Literal["no", "maybe", "yes"]

NUMBER = r"\d+(?:[.\-]\d+)?"
AFTER_WORD = re.compile(rf"\b(?:ст\w*|art\w*)\.?\s*({NUMBER})", re.IGNORECASE)
PART = re.compile(rf"(?:\bч\w*\.?|\bpart)\s*({NUMBER})", re.IGNORECASE)
BRACKETED = re.compile(rf"({NUMBER})\s*\(\s*({NUMBER})\s*\)")
PLACES = re.compile(rf"\b(?:ч\w*|п\w*|part|para\w*)\.?\s*{NUMBER}", re.IGNORECASE)


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


def plain(number: str) -> str:
    """``228-1`` written as ``228.1``."""
    return number.replace("-", ".")


def read_articles(written: Iterable[str]) -> tuple[Article, ...]:
    """The articles in several texts; texts without one are left out."""
    return tuple(article for article in map(read_article, written) if article)


def any_of(found: Iterable[Article], named: Collection[Article]) -> Match:
    """Whether one of the articles of a case is among those that a rule names."""
    compared = {one.compared_with(rule) for one in found for rule in named}
    return "yes" if "yes" in compared else "maybe" if "maybe" in compared else "no"

"""Case numbers as fingerprints: two people of one case are noticed, and no number is kept."""

from collections.abc import Iterable

from django.conf import settings

from peredacha.core.law.served.articles import read_articles
from peredacha.core.sealing import tag
from peredacha.rooms.facilities.selectors import folded

LONGEST = 16
"""Bytes of a fingerprint."""


def conflict_tags(numbers: Iterable[str]) -> tuple[str, ...]:
    """A fingerprint of each case; only figures count, so that «дело № 1-15/2026» and 1-15/2026 are one.

    Two courts may give the same short number: then two strangers are kept apart, which harms less than the reverse.
    """
    found = [core for number in numbers if (core := core_of(number))]
    keyed = (tag(settings.LOCATOR_KEY, b"veterans.case", core.encode())[:LONGEST].hex() for core in found)
    return tuple(dict.fromkeys(keyed))


def core_of(number: str) -> str:
    """What is compared of a case number: its figures, or its words where it has no figures."""
    parts = folded(number).split()
    return " ".join([part for part in parts if part.isdigit()] or parts)


def articles_of(written: Iterable[str]) -> tuple[str, ...]:
    """Articles as matching writes them: ``"228.1"`` or, with the part, ``"228.1/3"``."""
    found = (f"{one.number}/{one.part}" if one.part else one.number for one in read_articles(written))
    return tuple(dict.fromkeys(found))

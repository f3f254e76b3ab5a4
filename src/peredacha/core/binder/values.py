"""What lies in a binder, one frozen value a thing. All of it is personal: no ``repr`` shows it."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal, TypeAlias

from peredacha.core.language import Phrase

Rotation: TypeAlias = Literal[0, 90, 180, 270]
"""How far a page is turned to the right [degrees]."""


@dataclass(frozen=True, repr=False, kw_only=True)
class Page:
    """One page of a photo or of a PDF, where it stands in the binder, and where it came from."""

    id: str
    number: int
    """Its place in the binder, from 1."""
    source: str
    """From whom or from where it came, in the words of whoever put it in."""
    received_on: date
    digest: str
    """SHA-256 of the whole file as it was received, before it was cleaned, 64 hexadecimal figures."""
    leaf: int = 1
    """Which page of that file it is, from 1; a photo has only one."""
    rotation: Rotation = 0
    text: str | None = None
    """What was read from the page; None where nobody read it."""


@dataclass(frozen=True, repr=False, kw_only=True)
class Event:
    """Something that happened on a day, or from a day until another, and the ids of the pages that show it."""

    id: str
    day: date
    what: str
    pages: tuple[str, ...]
    until: date | None = None
    """The last day of a range; None for a single day."""


@dataclass(frozen=True, repr=False, kw_only=True)
class Exhibit:
    """A document of one or more pages, by their ids; its number is its place among the exhibits, from 1."""

    id: str
    title: str
    pages: tuple[str, ...]


@dataclass(frozen=True, repr=False, kw_only=True)
class Statement:
    """What somebody said or wrote, and the ids of the pages where it stands."""

    what: str
    pages: tuple[str, ...]


@dataclass(frozen=True, repr=False, kw_only=True)
class Contradiction:
    """Two statements that do not go together, side by side, found by a person."""

    id: str
    first: Statement
    second: Statement


@dataclass(frozen=True, repr=False, kw_only=True)
class Binder:
    """All pages in order, what happened, which documents there are, and what contradicts itself."""

    pages: tuple[Page, ...] = ()
    events: tuple[Event, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


class Unbindable(Exception):
    """What was asked of the binder cannot be done; ``said`` is the sentence for who asked. It holds no fact."""

    def __init__(self, said: Phrase) -> None:
        super().__init__(said.message)
        self.said = said


def digest_of(body: bytes) -> str:
    """The SHA-256 of a received file, 64 hexadecimal figures.

    >>> digest_of(b"")[:8]
    'e3b0c442'
    """
    return sha256(body).hexdigest()

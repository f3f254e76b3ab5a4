"""The binder of a matter as its sealed rows tell it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any, Literal, TypeAlias, cast, get_args
from uuid import UUID

from peredacha.core.binder import (
    Binder,
    Contradiction,
    Event,
    Exhibit,
    Page,
    Rotation,
    Statement,
    leaves_in_words,
)
from peredacha.rooms.binders.models import BinderRow
from peredacha.rooms.binders.selectors import files_of, lines_of
from peredacha.rooms.conversations.services import DamagedFile, OpenAttachment, open_attachment
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.services import missing_places, read_rows

ThingKind: TypeAlias = Literal["event", "exhibit", "contradiction"]
THINGS: tuple[ThingKind, ...] = get_args(ThingKind)


@dataclass(frozen=True, repr=False)
class HeldPage:
    """One page with its row."""

    id: UUID
    """Its random name, inside the seal: it stays when the row is sealed again in another safe."""
    row: BinderRow
    page: Page
    file: str
    """The random name of its file, inside the seal."""
    gone: bool
    """Whether it was taken away, and can be put back."""


@dataclass(frozen=True, repr=False)
class Thing:
    """An event, a document or a contradiction, with its row."""

    id: UUID
    row: BinderRow
    kind: ThingKind
    content: Mapping[str, Any]

    @property
    def gone(self) -> bool:
        """Whether it was taken away, and can be put back."""
        return bool(self.content["gone"])


@dataclass(frozen=True, repr=False)
class Holding:
    """Everything in the binder of a matter."""

    pages: tuple[HeldPage, ...]
    """In their order, numbered from 1; none that was taken away."""
    away: tuple[HeldPage, ...]
    things: tuple[Thing, ...]
    """Also those that were taken away."""
    files: Mapping[str, OpenAttachment]
    """By their random names inside the seal."""
    damaged: int
    missing: int

    def find(self, page: UUID) -> HeldPage | None:
        """The page with this random name, also one that was taken away."""
        return next((one for one in (*self.pages, *self.away) if one.id == page), None)

    def thing(self, thing: UUID, kind: str) -> Thing | None:
        """The thing of a kind with this random name."""
        return next((one for one in self.things if one.id == thing and one.kind == kind), None)

    def of_kind(self, *kinds: str) -> tuple[Thing, ...]:
        """Things that were not taken away, oldest first."""
        return tuple(one for one in self.things if one.kind in kinds and not one.gone)

    def numbered(self, pages: Iterable[str]) -> tuple[int, ...]:
        """The numbers of those of these pages that are in the binder, in the given order."""
        return tuple(self._numbers[page] for page in pages if page in self._numbers)

    def named(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """The random names of the pages with these numbers; a number that there is not is left out."""
        held = {one.page.number: str(one.id) for one in self.pages}
        return tuple(held[number] for number in numbers if number in held)

    def present(self, pages: Iterable[str]) -> tuple[str, ...]:
        """Those of these pages that are in the binder, in the given order."""
        return tuple(page for page in pages if page in self._numbers)

    def in_words(self, pages: Iterable[str]) -> str:
        """Numbers of pages, short and in rising order; empty where none is in the binder."""
        return leaves_in_words(self.numbered(pages))

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {str(one.id): one.page.number for one in self.pages}

    @property
    def order(self) -> str:
        """What names exactly this order of pages [16 hex letters]: numbers typed for another one mean other pages."""
        return sha256("".join(str(one.id) for one in self.pages).encode()).hexdigest()[:16]

    @property
    def binder(self) -> Binder:
        """The binder as core arranges it."""
        return Binder(
            pages=tuple(one.page for one in self.pages),
            events=tuple(map(event_of, self.of_kind("event"))),
            exhibits=tuple(map(exhibit_of, self.of_kind("exhibit"))),
            contradictions=tuple(map(contradiction_of, self.of_kind("contradiction"))),
        )


def read_holding(file: MatterFile) -> Holding:
    """Everything in the binder of a matter; what is damaged is counted and breaks nothing else."""
    rows, damaged = lines_of(file.safe.id), 0
    order: dict[str, None] = {}
    pages: list[HeldPage] = []
    things: list[Thing] = []
    for read in read_rows(rows, file.safe):
        try:
            content = read.content or {}
            kind = content["kind"]
            if kind == "order":
                order |= dict.fromkeys(map(str, content["pages"]))
            elif kind == "page":
                pages.append(page_of(read.row, content))
            else:
                things.append(thing_of(read.row, content))
        except (KeyError, TypeError, ValueError):
            damaged += 1
    place = {page: number for number, page in enumerate(order)}
    pages.sort(key=lambda one: place.get(str(one.id), len(place)))
    staying = enumerate((one for one in pages if not one.gone), 1)
    numbered = tuple(with_number(one, number) for number, one in staying)
    files = files_by_name(file)
    lost = sum(1 for one in numbered if one.file not in files)
    away = tuple(one for one in pages if one.gone)
    return Holding(numbered, away, tuple(things), files, damaged + lost, len(missing_places(rows)))


def files_by_name(file: MatterFile) -> dict[str, OpenAttachment]:
    """The files whose rows open, by their random names inside the seal."""
    found = {}
    for row in files_of(file.safe.id):
        try:
            one = open_attachment(row, file.safe)
            found[str(one.told["file"])] = one
        except (DamagedFile, KeyError, ValueError, TypeError):
            continue
    return found


def page_of(row: BinderRow, content: Mapping[str, Any]) -> HeldPage:
    """A page as its row says it, without its number. Raises KeyError, TypeError, ValueError."""
    if content["rotation"] not in get_args(Rotation):
        raise ValueError
    page = Page(
        id=str(UUID(content["key"])),
        number=0,
        source=str(content["source"]),
        received_on=date.fromisoformat(content["on"]),
        digest=str(content["digest"]),
        leaf=int(content["leaf"]),
        rotation=cast(Rotation, content["rotation"]),
        text=content["text"],
    )
    return HeldPage(UUID(page.id), row, page, str(content["file"]), bool(content["gone"]))


def with_number(one: HeldPage, number: int) -> HeldPage:
    """The page in its place."""
    told = {name: getattr(one.page, name) for name in Page.__dataclass_fields__}
    return HeldPage(one.id, one.row, Page(**{**told, "number": number}), one.file, one.gone)


def thing_of(row: BinderRow, content: Mapping[str, Any]) -> Thing:
    """An event, a document or a contradiction as its row says it. Raises KeyError, TypeError, ValueError."""
    if content["kind"] not in THINGS:
        raise ValueError
    found = Thing(UUID(content["key"]), row, content["kind"], content)
    {"event": event_of, "exhibit": exhibit_of, "contradiction": contradiction_of}[found.kind](found)
    return found


def event_of(thing: Thing) -> Event:
    """What happened. Raises KeyError, TypeError, ValueError."""
    told = thing.content
    until = date.fromisoformat(told["until"]) if told["until"] else None
    day, pages = date.fromisoformat(told["day"]), tuple(told["pages"])
    return Event(id=str(thing.id), day=day, what=told["what"], pages=pages, until=until)


def exhibit_of(thing: Thing) -> Exhibit:
    """A document. Raises KeyError, TypeError."""
    return Exhibit(id=str(thing.id), title=thing.content["title"], pages=tuple(thing.content["pages"]))


def contradiction_of(thing: Thing) -> Contradiction:
    """Two statements side by side. Raises KeyError, TypeError."""
    told = thing.content
    first = Statement(what=told["first"], pages=tuple(told["first_pages"]))
    second = Statement(what=told["second"], pages=tuple(told["second_pages"]))
    return Contradiction(id=str(thing.id), first=first, second=second)


def pages_named(thing: Thing) -> Iterator[str]:
    """The random names of all pages that a thing names."""
    for name, value in thing.content.items():
        if name == "pages" or name.endswith("_pages"):
            yield from value

"""The binder in the words of its pages, and of what the family takes along."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from peredacha.core.binder import faults
from peredacha.design.wording import one_in_words, said
from peredacha.rooms.binders.services.holding import (
    HeldPage,
    Holding,
    Thing,
    event_of,
    pages_named,
    read_holding,
)
from peredacha.rooms.binders.services.leaving import held_back
from peredacha.rooms.conversations.services import OpenAttachment
from peredacha.rooms.matters.services import MatterFile

ON_ONE_SCREEN = 40
"""So many pages stand on one page of the site."""
FOLDER = "binder"


@dataclass(frozen=True, repr=False)
class PageLine:
    """A page in the list."""

    id: UUID
    number: int
    title: str
    origin: str
    text: str
    has_text: bool
    place: str
    """What stands in the box beside it: its number, or what was typed and could not be read."""


@dataclass(frozen=True, repr=False)
class ThingLine:
    """An event, a document and so on in a list; ``faults`` are sentences about what is to be mended."""

    id: UUID
    title: str
    words: str
    pages: str
    faults: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class Screen:
    """A part of the list of pages; ``before`` and ``after`` are numbers of the screens beside it, 0 for none."""

    lines: tuple[PageLine, ...]
    number: int
    of: int
    before: int
    after: int


@dataclass(frozen=True, repr=False)
class ExportedBinder:
    """What the family takes along: pages in order, what was noted, and the files with their places in the ZIP."""

    pages: tuple[PageLine, ...]
    places: Mapping[str, str]
    """By random name of a page, where its file lies; a page whose file is lost has none."""
    digests: Mapping[str, str]
    things: tuple[ThingLine, ...]
    files: tuple[tuple[str, OpenAttachment], ...]
    kept_back: int = 0
    """How many pages an undertaking of secrecy keeps in the house, with their words."""

    @property
    def rows(self) -> tuple[tuple[PageLine, str, str], ...]:
        """Each page with the place of its file and the digest of what came."""
        return tuple((one, self.places.get(str(one.id), ""), self.digests[str(one.id)]) for one in self.pages)


def screen_of(held: Holding, number: int, typed: Mapping[str, str] | None = None) -> Screen:
    """One part of the list of pages; a number that there is not gives the nearest.

    ``typed``: what stands in the boxes beside pages instead of their numbers, by random name.
    """
    of = max(1, -(-len(held.pages) // ON_ONE_SCREEN))
    here = min(max(number, 1), of)
    shown = held.pages[(here - 1) * ON_ONE_SCREEN : here * ON_ONE_SCREEN]
    lines = tuple(page_line(one, (typed or {}).get(str(one.id), "")) for one in shown)
    return Screen(lines, here, of, here - 1, here + 1 if here < of else 0)


def screen_with(held: Holding, page: UUID) -> int:
    """The number of the screen on which a page stands."""
    found = held.find(page)
    return (max(found.page.number, 1) - 1) // ON_ONE_SCREEN + 1 if found else 1


def page_line(one: HeldPage, typed: str = "") -> PageLine:
    """A page in words."""
    page, source = one.page, one.page.source or _("It is not noted from whom")
    origin = _("%(source)s, %(day)s") % {"source": source, "day": one_in_words(page.received_on)}
    title = _("Page %(n)s") % {"n": page.number}
    place = typed or str(page.number)
    return PageLine(one.id, page.number, title, origin, page.text or "", page.text is not None, place)


def thing_lines(held: Holding, *kinds: str) -> tuple[ThingLine, ...]:
    """Things of these kinds: events by their days, the rest in the order of telling."""
    wrong: dict[str, list[str]] = {}
    for fault in faults(held.binder):
        wrong.setdefault(fault.id, []).append(said(fault.said))
    things = sorted(held.of_kind(*kinds), key=day_of)
    return tuple(thing_line(held, one, tuple(wrong.get(str(one.id), ()))) for one in things)


def day_of(thing: Thing) -> str:
    """By what things are sorted: the day of an event."""
    return str(thing.content["day"]) if thing.kind == "event" else ""


def thing_line(held: Holding, thing: Thing, wrong: tuple[str, ...] = ()) -> ThingLine:
    """A thing in words."""
    told, title, words = thing.content, str(thing.content.get("title", "")), ""
    if thing.kind == "event":
        title, words = when(thing), told["what"]
    elif thing.kind == "contradiction":
        sides = [(told[name], held.in_words(told[f"{name}_pages"])) for name in ("first", "second")]
        title = _("Two statements")
        one_side = _("“%(what)s” (pages of the binder: %(n)s)")
        words = "\n".join(one_side % {"what": what, "n": pages or "—"} for what, pages in sides)
    pages = held.in_words(pages_named(thing)) if thing.kind != "contradiction" else ""
    return ThingLine(thing.id, title, words, pages, wrong)


def when(thing: Thing) -> str:
    """The day of an event, or the days between which it lies."""
    event = event_of(thing)
    first = one_in_words(event.day)
    return first if event.until is None else f"{first} – {one_in_words(event.until)}"


def first_values(held: Holding, thing: Thing) -> dict[str, Any]:
    """What stands in the form of a thing before anything is typed: words, days, numbers of pages in their order."""
    told: dict[str, Any] = {}
    for name, value in thing.content.items():
        if name == "pages" or name.endswith("_pages"):
            told[name] = held.numbered(value)
        elif name in ("day", "until"):
            told[name] = date.fromisoformat(value) if value else None
        elif name != "once":
            told[name] = value
    return told


def exported_binder(file: MatterFile, *, now: datetime) -> ExportedBinder:
    """Everything in the binder, to take along, but for files with a page that must stay secret."""
    held = read_holding(file)
    secret, shown = held_back(file, held, now=now), (*held.pages, *held.away)
    kept = {one.file for one in shown if str(one.id) in secret}
    places: dict[str, str] = {}
    files: list[tuple[str, OpenAttachment]] = []
    for name, one in held.files.items():
        if name not in kept:
            place = f"{FOLDER}/{len(files) + 1:03}{PurePath(one.download_name).suffix}"
            files.append((place, one))
            places |= {str(page.id): place for page in shown if page.file == name}
    lines = tuple(page_line(one) for one in shown if str(one.id) not in secret)
    digests = {str(one.id): one.page.digest for one in shown}
    things = thing_lines(held, "event", "exhibit", "contradiction")
    return ExportedBinder(lines, places, digests, things, tuple(files), len(secret))

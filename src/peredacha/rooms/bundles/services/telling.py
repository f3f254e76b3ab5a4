"""Bundles and packets in the words of their pages, and of what the family takes along."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from peredacha.core.binder import Section
from peredacha.rooms.binders.services import Holding, read_holding
from peredacha.rooms.bundles.services.packing import Packing, Shelf, read_shelf
from peredacha.rooms.matters.services import MatterFile

NAMES: Mapping[str, Promise] = MappingProxyType(
    {
        "family": gettext_lazy("Family"),
        "work": gettext_lazy("Work and study"),
        "health": gettext_lazy("Health"),
        "letters": gettext_lazy("Letters of support"),
        "photos": gettext_lazy("Photos"),
    }
)
"""By section, what it is called."""


@dataclass(frozen=True, repr=False)
class PackingLine:
    """A bundle or a packet in a list; ``pages`` are numbers in the binder."""

    id: UUID
    title: str
    words: str
    pages: str


@dataclass(frozen=True, repr=False)
class SectionLine:
    """One section of a packet: its number from 1, what it is called, and what is in it so far."""

    number: int
    title: str
    words: str
    pages: str


def packing_lines(held: Holding, shelf: Shelf, kind: str) -> tuple[PackingLine, ...]:
    """All of one kind, oldest first."""
    return tuple(packing_line(held, one) for one in shelf.of_kind(kind))


def packing_line(held: Holding, one: Packing) -> PackingLine:
    """A bundle or a packet in words."""
    sections = [line for line in sections_of(held, one) if line.words]
    words = "\n".join(f"{line.title}: {line.words}" for line in sections)
    named = (page for name, value in one.content.items() if name.endswith("pages") for page in value)
    return PackingLine(one.id, str(one.content["title"]), words, held.in_words(named))


def sections_of(held: Holding, one: Packing) -> tuple[SectionLine, ...]:
    """The sections of a packet in the order in which a court reads them; none for a bundle."""
    if one.kind != "packet":
        return ()
    told, names = one.content, list(enumerate((section.value for section in Section), 1))
    return tuple(
        SectionLine(number, str(NAMES[name]), told[name], held.in_words(told[f"{name}_pages"]))
        for number, name in names
    )


def section_name(number: int) -> str:
    """By what a section of this number is kept; empty where there is none."""
    found = [section.value for section in Section]
    return found[number - 1] if 1 <= number <= len(found) else ""


def first_values(held: Holding, one: Packing | None, kind: str) -> dict[str, Any]:
    """What stands in the form before anything is typed: a new bundle takes the whole binder along."""
    if one is None:
        return {"pages": tuple(range(1, len(held.pages) + 1))} if kind == "bundle" else {}
    told = {name: held.numbered(value) if name == "pages" else value for name, value in one.content.items()}
    told.pop("once", None)
    return told


def bundles_as_text(file: MatterFile) -> tuple[PackingLine, ...]:
    """What the family takes along of this room: names, words and pages; a PDF can be made again at any time."""
    held, shelf = read_holding(file), read_shelf(file)
    return (*packing_lines(held, shelf, "packet"), *packing_lines(held, shelf, "bundle"))

"""A card and a fact as somebody brings them, before they stand in the tables."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


class Strict:
    """A draft that is read from a file has no keys but its own."""

    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid"}


@dataclass(frozen=True)
class PhoneDraft(Strict):
    """One telephone line; ``position`` is its place on the card, from 1."""

    position: int
    number: str
    purpose_ru: str = ""
    purpose_en: str = ""


@dataclass(frozen=True)
class WindowDraft(Strict):
    """One window; ``purpose`` is a key of WindowPurpose, ``days`` are figures, Monday is 1."""

    purpose: str
    days: str = ""
    hours: str = ""
    queue_ru: str = ""
    queue_en: str = ""
    wants_ru: str = ""
    wants_en: str = ""
    note_ru: str = ""
    note_en: str = ""


@dataclass(frozen=True)
class CardDraft(Strict):
    """One card whole: ``code`` is its name in the chapter, ``kind`` a key of FacilityKind."""

    code: str
    kind: str
    region: str
    name_ru: str
    regime: str = ""
    name_en: str = ""
    short_name_ru: str = ""
    short_name_en: str = ""
    place_ru: str = ""
    place_en: str = ""
    address_ru: str = ""
    address_en: str = ""
    phones: tuple[PhoneDraft, ...] = ()
    windows: tuple[WindowDraft, ...] = ()


@dataclass(frozen=True)
class FactDraft(Strict):
    """One fact: ``facility`` is the code of its card, ``norms`` are rows of the law pack, as SIZ-3 SIZ-4."""

    facility: str
    key: str
    nature: str
    topic: str
    text_ru: str
    last_confirmed_on: date
    confirmed_by_n: int
    text_en: str = ""
    norms: str = ""


@dataclass(frozen=True)
class OutcomeDraft(Strict):
    """So many people of ``origin`` met this at the card ``code`` of ``chapter``; see the table of outcomes."""

    chapter: str
    code: str
    subject: str
    thing: str
    verdict: str
    reason: str
    on: date
    origin: str
    count: int

"""A chapter as its folder tells of it: who it is, its region and that region's courts, its duty lines.

``chapter.yaml`` is read here and nowhere else. Keys: ``key``, ``name``, ``fictional``, ``note``, ``region``
(``code``, ``name``, ``zone``, ``courts``: the number with which the codes of its courts begin), ``contacts``
(``number``, ``for``, ``hours``). Courts stand beside it in ``courts.csv``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field

from peredacha.core.language import Text
from peredacha.core.law.land import Court, Land, Region
from peredacha.jurisdictions.courts import read_courts
from peredacha.jurisdictions.reading import Files, PackError, PackErrors

FILE, COURTS = "chapter.yaml", "courts.csv"
LANGUAGES = ("ru", "en")


def in_every_language(text: Text) -> Text:
    """The text itself; raises ValueError where one of the languages is missing."""
    missing = [language for language in LANGUAGES if not text.get(language, "").strip()]
    if missing:
        raise ValueError(f"the text has no `{'`, `'.join(missing)}`: add it in every language")
    return text


def known_zone(name: str) -> str:
    """The name itself; raises ValueError where there is no such time zone."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"there is no time zone `{name}`: use a name such as Europe/Moscow") from error
    return name


def like(pattern: str, example: str) -> AfterValidator:
    """A check that a text has the shape of ``example``."""

    def check(written: str) -> str:
        if not re.fullmatch(pattern, written):
            raise ValueError(f"`{written}` has the wrong form: write it like `{example}`")
        return written

    return AfterValidator(check)


Key = Annotated[str, like(r"[a-z0-9][a-z0-9-]{0,39}", "ourtown")]
Code = Annotated[str, like(r"[A-Z]{2}-[A-Z0-9]{1,4}", "RU-MOW")]
Number = Annotated[str, like(r"\+?[0-9][0-9 ()-]{1,30}", "+7 000 000-00-00")]
CourtsCode = Annotated[str, like(r"\d{2}", "77")]
Zone = Annotated[str, AfterValidator(known_zone)]
Name = Annotated[Mapping[str, Annotated[str, Field(max_length=120)]], AfterValidator(in_every_language)]
Words = Annotated[Mapping[str, Annotated[str, Field(max_length=500)]], AfterValidator(in_every_language)]


class Written:
    """A value of ``chapter.yaml``: keys that it does not know are errors, and so is an empty text."""

    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid", "str_min_length": 1}


@dataclass(frozen=True)
class Contact(Written):
    """A number of the chapter itself, never of a person; what it is for, and when somebody answers."""

    number: Number
    purpose: Annotated[Name, Field(alias="for")]
    hours: Name | None = None


@dataclass(frozen=True)
class ChapterRegion(Written):
    """Where the chapter works."""

    code: Code
    name: Name
    zone: Zone
    courts: CourtsCode = "00"


@dataclass(frozen=True)
class Chapter(Written):
    """One local group and what it says of itself; it names no person."""

    key: Key
    name: Name
    region: ChapterRegion
    fictional: bool = False
    note: Words | None = None
    contacts: tuple[Contact, ...] = ()


def read_chapter(folder: Path) -> Chapter:
    """The chapter in ``folder``; raises PackErrors with every error of its file and of its courts."""
    return _read(folder)[0]


def with_chapter(land: Land, folder: Path) -> Land:
    """``land`` with the region of the chapter in ``folder`` first, and its courts; raises PackErrors."""
    chapter, courts = _read(folder)
    stated = chapter.region
    region = Region(stated.code, stated.name, (stated.zone,), stated.courts)
    return replace(land, regions={region.code: region, **land.regions}, courts=(*courts, *land.courts))


def _read(folder: Path) -> tuple[Chapter, tuple[Court, ...]]:
    files = Files(folder)
    chapter: Chapter | None
    chapter, _document = files.load(folder / FILE, Chapter)
    try:
        courts = read_courts(folder / COURTS, files)
    except UnicodeDecodeError:
        files.errors.append(
            PackError(f"{folder.name}/{COURTS}", 1, "this file is not UTF-8: save it as UTF-8")
        )
    if files.errors or chapter is None:
        raise PackErrors(files.errors)
    return chapter, courts

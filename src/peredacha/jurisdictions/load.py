"""Reads the files of a land, checks all of them in one run, and returns core values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from peredacha.core.language import Text
from peredacha.core.law.basis import Act, Basis, Stated, Statement
from peredacha.core.law.calendar import CourtCalendar
from peredacha.core.law.custody import CustodyLaw
from peredacha.core.law.deadlines import DeadlineRule
from peredacha.core.law.land import CaseGroup, Land, Page, Region
from peredacha.core.law.plan import Guide, Question, Stage, StepRule, Whereabouts
from peredacha.core.law.quotas import QuotaLaw, QuotaRule
from peredacha.core.law.served import (
    Conversion,
    CreditRule,
    EarlyRule,
    Ground,
    RecordRule,
    ServedLaw,
)
from peredacha.jurisdictions.calendars import CalendarFile, DaysOffFile, court_calendar, disagreements
from peredacha.jurisdictions.chapters import with_chapter
from peredacha.jurisdictions.checking import Checker, wrong_zones
from peredacha.jurisdictions.courts import read_courts
from peredacha.jurisdictions.reading import (
    Document,
    Files,
    PackError,
    PackErrors,
    missing_languages,
)

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class LandFile(Stated):
    """``land.yaml``: the name of the land, its languages, its acts and its counting conventions."""

    name: Text
    languages: tuple[str, ...]
    acts: Mapping[str, Act]
    conventions: Mapping[str, str] = field(default_factory=dict)


def lands() -> tuple[str, ...]:
    """The codes of the lands that are shipped."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/land.yaml")))


@cache
def pack(code: str, chapter: Path | None = None) -> Land:
    """The land ``code``, with the region and courts of a chapter's folder if one is given.

    Raises :class:`peredacha.jurisdictions.reading.PackErrors` with every error of every file.
    """
    land = read_land(FOLDER / code)
    return with_chapter(land, chapter) if chapter else land


@dataclass
class Reader:
    """Reads one folder; keeps every document for the checks that follow."""

    files: Files
    documents: list[Document] = field(default_factory=list)

    def one(self, name: str, shape: Any, otherwise: Any = None) -> Any:
        """The value of one file; ``otherwise`` when it is not there and need not be."""
        path = self.files.folder / name
        if otherwise is not None and not path.exists():
            return otherwise
        value, document = self.files.load(path, shape)
        if document:
            self.documents.append(document)
        return value if value is not None else otherwise

    def many(self, pattern: str, shape: Any) -> tuple[Any, ...]:
        """The entries of every file that matches, in the order of their names."""
        found: list[Any] = []
        for path in sorted(self.files.folder.glob(pattern)):
            value, document = self.files.load(path, list[shape])
            if document:
                self.documents.append(document)
            found += value or []
        return tuple(found)

    def stop_at_errors(self) -> None:
        """Raise every error found so far."""
        if self.files.errors:
            raise PackErrors(self.files.errors)


def read_land(folder: Path) -> Land:
    """The land in ``folder``; raises PackErrors with every error of every file."""
    reader = Reader(Files(folder))
    stated: LandFile | None = reader.one("land.yaml", LandFile)
    calendar_file = reader.one("calendar.yaml", CalendarFile)
    days_off = reader.one("days_off.yaml", DaysOffFile) if (folder / "days_off.yaml").exists() else None
    deadlines = reader.many("deadlines/*.yaml", DeadlineRule)
    statements = reader.many("statements/*.yaml", Statement)
    guide = Guide(
        tuple(reader.one("questions.yaml", list[Question], []) or ()),
        tuple(reader.one("stages.yaml", list[Stage], []) or ()),
        reader.many("plan/*.yaml", StepRule),
    )
    regions = reader.one("regions.yaml", list[Region], []) or []
    groups = reader.one("groups.yaml", list[CaseGroup], []) or []
    pages = {
        path.stem: reader.one(f"pages/{path.name}", Page) for path in sorted(folder.glob("pages/*.yaml"))
    }
    whereabouts = reader.one("whereabouts.yaml", Whereabouts, Whereabouts())
    served, quotas = read_served(reader), read_quotas(reader)
    custody = reader.one("custody.yaml", CustodyLaw, CustodyLaw())
    courts = read_courts(folder / "courts.csv", reader.files)
    if stated:
        for document in reader.documents:
            reader.files.errors += missing_languages(document, stated.languages)
    if stated is None or calendar_file is None:
        raise PackErrors(reader.files.errors)
    land = Land(
        code=folder.name,
        name=stated.name,
        languages=stated.languages,
        acts=stated.acts,
        calendar=court_calendar(calendar_file, days_off),
        conventions=conventions(stated, deadlines, statements),
        deadlines=deadlines,
        statements=statements,
        served=served,
        quotas=quotas,
        custody=custody,
        regions={region.code: region for region in regions},
        courts=courts,
        groups=tuple(groups),
        guide=guide,
        whereabouts=whereabouts,
        pages={name: page for name, page in pages.items() if page},
    )
    reader.files.errors += cross_errors(reader, land, calendar_file, land.calendar)
    reader.stop_at_errors()
    return land


SERVED_FILES: dict[str, Any] = {
    "credit": list[CreditRule],
    "grounds": list[Ground],
    "early_release": list[EarlyRule],
    "expungement": list[RecordRule],
    "conversions": list[Conversion],
}


def read_served(reader: Reader) -> ServedLaw:
    """The law of time served: one file for each field."""
    found = {
        name: tuple(reader.one(f"served/{name}.yaml", shape, []) or ())
        for name, shape in SERVED_FILES.items()
    }
    return ServedLaw(**found)


def read_quotas(reader: Reader) -> QuotaLaw:
    """Parcels, packets and visits: one file of rules."""
    return QuotaLaw(tuple(reader.one("quotas.yaml", list[QuotaRule], []) or ()))


def cross_errors(reader: Reader, land: Land, stated: CalendarFile, calendar: CourtCalendar) -> list[Any]:
    """Errors between files: references, calendars, zones, conventions."""
    errors = list(Checker(land, reader.documents, lost_names(land, reader.files)).errors())
    for document in reader.documents:
        if document.name.endswith("/calendar.yaml"):
            errors += disagreements(stated, calendar, document)
        if document.name.endswith("/regions.yaml"):
            errors += wrong_zones(land, document)
        if document.name.endswith("/custody.yaml"):
            errors += wrong_custody(land, document)
        if document.name.endswith("/land.yaml"):
            for name, row in (document.values.get("conventions") or {}).items():
                if name not in land.conventions:
                    errors.append(
                        document.error(("conventions", name), f"there is no rule `{row}`: correct its id")
                    )
    return errors


def wrong_custody(land: Land, document: Document) -> Iterator[PackError]:
    """Limits that are not counted as custody is, and statements that do not exist."""
    for index, limit in enumerate(land.custody.limits):
        rule = land.rules.get(limit.rule)
        if rule and any(edition.limit.count != "custody" for edition in rule.editions):
            says = f"`{limit.rule}` is not a term of custody: its editions must have `count: custody`"
            yield document.error(("limits", index, "rule"), says)
    known = {key for one in land.statements for key in (one.id, one.basis.row)}
    for index, quote in enumerate(land.custody.quotes):
        if quote.statement not in known:
            says = f"there is no statement `{quote.statement}`: correct its id or add it"
            yield document.error(("quotes", index, "statement"), says)


def lost_names(land: Land, files: Files) -> set[str]:
    """Ids and rows that stand in the files and did not come into the land."""
    guide = land.guide
    came = (
        {one.id for one in guide.questions}
        | {one.id for one in guide.stages}
        | {one.id for one in guide.steps}
        | {one.id for one in land.groups}
    )
    return files.named - set(land.rules) - set(land.grounds) - came


def conventions(
    stated: LandFile, deadlines: tuple[DeadlineRule, ...], statements: tuple[Statement, ...]
) -> dict[str, Basis]:
    """The ground of each counting convention."""
    known = {statement.basis.row: statement.basis for statement in statements}
    known |= {edition.basis.row: edition.basis for rule in deadlines for edition in rule.editions}
    return {name: known[row] for name, row in stated.conventions.items() if row in known}

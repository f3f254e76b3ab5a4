"""One land: everything that its files state, read once and never changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from zoneinfo import ZoneInfo

from peredacha.core.language import Text
from peredacha.core.law.answering import Deadline, due_from
from peredacha.core.law.basis import Act, Basis, Stated, Statement
from peredacha.core.law.calendar import CourtCalendar
from peredacha.core.law.counting import Counter, Start
from peredacha.core.law.custody import CustodyLaw
from peredacha.core.law.deadlines import DeadlineRule
from peredacha.core.law.plan import Drawer, Guide, Whereabouts
from peredacha.core.law.quotas import QuotaLaw
from peredacha.core.law.served import ServedLaw


class UnknownRule(LookupError):
    """No rule of the land has this id or row."""


@dataclass(frozen=True)
class Region(Stated):
    """A part of the land with its own time; ``courts`` is the code that its courts carry."""

    code: str
    name: Text
    zones: tuple[str, ...]
    courts: str

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the region's main town; a region may have others (see ``zones``)."""
        return ZoneInfo(self.zones[0])


@dataclass(frozen=True)
class Court:
    """A court with its public code."""

    code: str
    name: str
    region: str
    level: str
    website: str


@dataclass(frozen=True)
class CaseGroup(Stated):
    """Articles of a kind, as people who went through it speak of them; a help to find each other, no law."""

    id: str
    name: Text
    articles: tuple[str, ...]
    """Numbers without their parts, such as ``"228.1"``."""


@dataclass(frozen=True)
class Section(Stated):
    """A part of an advice page: paragraphs, then a list, its rows of law, the filings that help by their keys."""

    title: Text
    text: tuple[Text, ...] = ()
    points: tuple[Text, ...] = ()
    norms: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page(Stated):
    """A page of advice."""

    id: str
    title: Text
    lead: Text
    sections: tuple[Section, ...]
    norms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Land:
    """A jurisdiction as values."""

    code: str
    name: Text
    languages: tuple[str, ...]
    acts: Mapping[str, Act]
    calendar: CourtCalendar
    conventions: Mapping[str, Basis]
    deadlines: tuple[DeadlineRule, ...]
    statements: tuple[Statement, ...]
    served: ServedLaw
    quotas: QuotaLaw
    custody: CustodyLaw = field(default_factory=CustodyLaw)
    regions: Mapping[str, Region] = field(default_factory=dict)
    courts: tuple[Court, ...] = ()
    groups: tuple[CaseGroup, ...] = ()
    guide: Guide = field(default_factory=lambda: Guide((), (), ()))
    whereabouts: Whereabouts = field(default_factory=Whereabouts)
    pages: Mapping[str, Page] = field(default_factory=dict)

    @cached_property
    def counter(self) -> Counter:
        """Counts by the calendar and conventions of this land."""
        return Counter(self.calendar, self.conventions)

    @cached_property
    def rules(self) -> Mapping[str, DeadlineRule]:
        """Every deadline by its id and by the row of each of its editions."""
        return {key: rule for rule in self.deadlines for key in (rule.id, *rule.rows)}

    @cached_property
    def grounds(self) -> Mapping[str, Basis]:
        """Every ground of the land by its row, and by the id of the rule that stands on it."""
        found: dict[str, Basis] = {}
        for rule in self.deadlines:
            found |= {edition.basis.row: edition.basis for edition in rule.editions}
            found[rule.id] = rule.editions[-1].basis
        for statement in self.statements:
            found[statement.basis.row] = found[statement.id] = statement.basis
        for basis in (*self.served.bases, *self.quotas.bases, *self.custody.bases):
            found.setdefault(basis.row, basis)
        return found

    @cached_property
    def drawer(self) -> Drawer:
        """Draws plans by this land's guide."""
        return Drawer(self.guide, self.rules, self.grounds, self.counter)

    def rule(self, ref: str) -> DeadlineRule:
        """The deadline with this id or row; :class:`UnknownRule` where there is none."""
        try:
            return self.rules[ref]
        except KeyError:
            raise UnknownRule(ref) from None

    def groups_of(self, articles: Iterable[str]) -> frozenset[str]:
        """The ids of the groups of articles written ``"228.1"`` or, with the part, ``"228.1/3"``."""
        whole = {article.partition("/")[0] for article in articles}
        return frozenset(group.id for group in self.groups if whole.intersection(group.articles))

    def courts_of(self, region: str) -> tuple[Court, ...]:
        """The courts of a region by their names; the regional ones first."""
        code = self.regions[region].courts if region in self.regions else ""
        return tuple(court for court in self.courts if court.region == code)

    def court(self, code: str) -> Court | None:
        """The court with this code, or None."""
        return next((court for court in self.courts if court.code == code), None)


def count_deadline(land: Land, ref: str, start: Start, variant: str | None = None) -> Deadline:
    """When the rule ``ref`` (an id or a row) of ``land`` is due from ``start``.

    Raises :class:`UnknownRule`. With a row of an old edition the edition in force on the start day still
    decides: the row only names the rule.
    """
    return due_from(land.rule(ref), land.counter, start, variant)

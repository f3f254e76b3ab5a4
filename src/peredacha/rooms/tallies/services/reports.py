"""The report of a month in kind: what came in, what went out; for everybody with small numbers hidden."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from peredacha.design.wording import words
from peredacha.rooms.facilities.selectors import region_names
from peredacha.rooms.tallies.models import Tally, TallyKind
from peredacha.rooms.tallies.selectors import LEAST_PUBLIC, class_names, places, publishable, tallies_in
from peredacha.rooms.tallies.selectors.publishing import WENT_OUT, outcomes_may_be_told
from peredacha.rooms.tallies.services.telling import kilograms, month_in_words, spaced

IN = TallyKind.GIFT_RECEIVED
Cells = Mapping[str, tuple[int, int]]
"""By a name: how many, and what they weighed together [g]."""


@dataclass(frozen=True)
class Line:
    """One line of a report; empty ``number`` or ``kg``: not told, or not weighed."""

    name: str
    number: str
    kg: str
    is_total: bool = False


@dataclass(frozen=True)
class Block:
    """One kind of thing with its lines; the last is the total."""

    title: str
    by: str
    lines: tuple[Line, ...]

    @property
    def rows(self) -> list[list[tuple[str, str]]]:
        """As the element of a table takes them."""
        weighed = any(line.kg for line in self.lines)
        return [
            [(self.by, line.name), (_("How many"), line.number)]
            + ([(_("kg"), line.kg or "–")] if weighed else [])
            for line in self.lines
        ]


@dataclass(frozen=True)
class ToldReport:
    """A month in words: what came in, what went out."""

    month: date
    name: str
    came: tuple[Block, ...]
    went: tuple[Block, ...]
    hides: bool

    @property
    def key(self) -> str:
        """The month as an address names it: 2026-10."""
        return f"{self.month:%Y-%m}"


def public_report(month: date) -> ToldReport:
    """The month of the whole house as anybody may read it: by class and by region, small numbers hidden."""
    came, went = blocks(tallies_in("", month, month), inside=False)
    hides = any(line.number == few() for block in (*came, *went) for line in block.lines)
    return ToldReport(month, month_in_words(month), came, went, hides)


def inside_report(chapter: str, month: date) -> ToldReport:
    """The month of a chapter with every number, by place: for its helpers alone."""
    came, went = blocks(tallies_in(chapter, month, month), inside=True)
    return ToldReport(month, month_in_words(month), came, went, hides=False)


def blocks(tallies: list[Tally], *, inside: bool) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What came in by class, and what went out by region, or by place for helpers."""
    names = place_names(tallies, inside=inside)
    classes = {key: words(text) for key, text in class_names().items()}
    by = _("Place") if inside else _("Region")
    came: list[Block] = []
    went: list[Block] = []
    for title, kinds in titles(tallies, inside=inside):
        rows = [one for one in tallies if one.kind in kinds]
        if rows and IN in kinds:
            told = summed((classes.get(one.goods) or _("Other things"), one) for one in rows)
            came.append(block(title, _("Class"), told, inside=inside))
        elif rows:
            told = summed((names.get(one.facility) or _("No place named"), one) for one in rows)
            went.append(block(title, by, told, inside=inside))
    return tuple(came), tuple(went)


def titles(tallies: Iterable[Tally], *, inside: bool) -> list[tuple[str, tuple[TallyKind, ...]]]:
    """The kinds that are told apart; parcels in one sum where one outcome could point at somebody."""
    if inside or outcomes_may_be_told(tallies):
        return [(str(kind.label), (kind,)) for kind in TallyKind]
    rest = [(str(kind.label), (kind,)) for kind in TallyKind if kind not in WENT_OUT]
    return [(_("Parcels that went out"), WENT_OUT), *rest]


def place_names(tallies: Iterable[Tally], *, inside: bool) -> Mapping[str, str]:
    """By the public id of a card: the name of the place for helpers, of its region for everybody else."""
    regions = region_names()
    found = places({one.facility for one in tallies})
    return {
        public_id: name if inside else words(regions[region]) if region in regions else region
        for public_id, (region, name) in found.items()
    }


def summed(named: Iterable[tuple[str, Tally]]) -> Cells:
    """Numbers and weights by name."""
    sums: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for name, one in named:
        number, grams = sums[name]
        sums[name] = (number + one.number, grams + one.grams)
    return dict(sorted(sums.items()))


def block(title: str, by: str, cells: Cells, *, inside: bool) -> Block:
    """One kind in words; for everybody a small number, and what would give it back, is not told."""
    numbers = {name: number for name, (number, _grams) in cells.items()}
    grams = {name: weight for name, (_number, weight) in cells.items()}
    told = publishable(numbers, least=1 if inside else LEAST_PUBLIC)
    lines = [line(name, number, grams[name]) for name, number in told.cells.items()]
    lines.append(line(_("Together"), told.total, sum(grams.values()), is_total=True))
    return Block(title, by, tuple(lines))


def line(name: str, number: int | None, grams: int, *, is_total: bool = False) -> Line:
    """One line; a hidden number hides its weight."""
    if number is None:
        return Line(name, few(), "", is_total)
    return Line(name, spaced(number), kilograms(grams) if grams else "", is_total)


def few() -> str:
    """In place of a hidden number."""
    return _("not told")


def as_csv(report: ToldReport) -> str:
    """The report as a table of text that opens in any spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_("Month"), _("What"), _("Class or region"), _("How many"), _("kg")])
    for one in (*report.came, *report.went):
        writer.writerows([report.key, one.title, line.name, line.number, line.kg] for line in one.lines)
    return out.getvalue()

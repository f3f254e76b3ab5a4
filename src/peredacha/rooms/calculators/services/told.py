"""An answer put into the words of the page: what a template shows, and nothing that it has to reckon."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.core.language import speak
from peredacha.core.law.basis import Cited, Step
from peredacha.core.law.telling import step_lines, told_confirmation
from peredacha.design.grounds import told_norms
from peredacha.design.wording import language
from peredacha.rooms.calculators.selectors import current_land


@dataclass(frozen=True)
class Row:
    """One thing that is due, left or counted."""

    key: str
    value: str


@dataclass(frozen=True)
class Table:
    """Rows of (heading, text) pairs, the same headings in each."""

    caption: str
    rows: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True)
class ToldAnswer:
    """What a calculator found; every text is in the language of the page.

    ``big`` is the answer under its ``label``; ``says`` are sentences right below it; ``decides`` tells who
    counts in the end and where to ask.
    """

    label: str
    big: str
    says: tuple[str, ...]
    rows: tuple[Row, ...]
    tables: tuple[Table, ...]
    steps: tuple[str, ...]
    warnings: tuple[str, ...]
    norms: tuple[str, ...]
    confirmed: dict[str, str] | None
    decides: str


def told_answer(
    cited: Cited,
    steps: Iterable[Step],
    *,
    label: str,
    big: str,
    decides: str,
    says: Iterable[str] = (),
    rows: Iterable[Row] = (),
    tables: Iterable[Table] = (),
) -> ToldAnswer:
    """The words of a calculator over the grounds of its answer."""
    return ToldAnswer(
        label=label,
        big=big,
        says=tuple(says),
        rows=tuple(rows),
        tables=tuple(tables),
        steps=tuple(step_lines(steps, current_land().acts, language())),
        warnings=tuple(dict.fromkeys(speak(one, language()) for one in cited.warnings)),
        norms=told_norms(cited.bases, current_land().acts),
        confirmed=told_confirmation(cited.confirmed),
        decides=decides,
    )


def as_day(day: date) -> date:
    """The local day of a moment, or the day itself."""
    return day.date() if isinstance(day, datetime) else day


def left_until(day: date, *, today: date) -> str:
    """How many days are left; how many have passed."""
    count = (as_day(day) - today).days
    if count > 0:
        return ngettext("%(count)s day left", "%(count)s days left", count) % {"count": count}
    if count == 0:
        return _("It is today")
    return ngettext("It was %(count)s day ago", "It was %(count)s days ago", -count) % {"count": -count}

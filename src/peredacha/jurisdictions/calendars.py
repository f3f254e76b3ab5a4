"""The court calendar of a land: its days off as a pinned package told them, checked against the decrees."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from peredacha.core.law.basis import Basis, Stated
from peredacha.core.law.calendar import CourtCalendar
from peredacha.jurisdictions.reading import Document, PackError

FIRST_YEAR, LAST_YEAR = 2000, 2040


@dataclass(frozen=True)
class Transfer(Stated):
    """A day off taken from one date and given to another."""

    from_: date
    to: date


@dataclass(frozen=True)
class CalendarYear(Stated):
    """What the decree of one year changed."""

    basis: Basis
    transfers: tuple[Transfer, ...] = ()
    working: tuple[date, ...] = ()


@dataclass(frozen=True)
class CalendarFile(Stated):
    """``calendar.yaml``: fixed holidays as ``MM-DD``, and the decrees."""

    fixed: tuple[str, ...]
    years: Mapping[int, CalendarYear] = field(default_factory=dict)


@dataclass(frozen=True)
class DaysOffFile(Stated):
    """``days_off.yaml``: the days off, and the weekend days that are worked."""

    off: tuple[date, ...]
    worked: tuple[date, ...]


def court_calendar(stated: CalendarFile, days: DaysOffFile | None) -> CourtCalendar:
    """The calendar for every year from 2000 to 2040; without ``days`` it follows from the decrees alone."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    if days:
        off, working = frozenset(days.off), frozenset(days.worked)
    else:
        fixed = (date.fromisoformat(f"{year}-{day}") for year in years for day in stated.fixed)
        given = (transfer.to for year in stated.years.values() for transfer in year.transfers)
        off = frozenset((*fixed, *given))
        working = frozenset(day for year in stated.years.values() for day in year.working)
    return CourtCalendar(off, working, {number: year.basis for number, year in stated.years.items()})


def disagreements(stated: CalendarFile, calendar: CourtCalendar, document: Document) -> Iterator[PackError]:
    """Every day on which a decree in the file and the calendar in use do not agree."""
    for number, year in stated.years.items():
        place = ("years", str(number))
        for transfer in year.transfers:
            if not calendar.is_off(transfer.to):
                yield document.error(
                    place, f"{transfer.to} is a day off by the decree and a working day by the package"
                )
        used = {day for day in calendar.working_days if day.year == number}
        for day in sorted(used ^ set(year.working)):
            yield document.error(
                place, f"{day}: `working` and the package disagree; compare both with the decree"
            )
        for written in stated.fixed:
            if not calendar.is_off(date.fromisoformat(f"{number}-{written}")):
                yield document.error(
                    place, f"{number}-{written} is a fixed holiday and a working day by the package"
                )

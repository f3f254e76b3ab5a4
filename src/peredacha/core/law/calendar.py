"""Which days courts and prisons work: weekends, holidays, transferred days off and working Saturdays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from peredacha.core.language import Phrase, phrase
from peredacha.core.law.basis import Basis

SATURDAY = 5
DAY = timedelta(days=1)


@dataclass(frozen=True)
class CourtCalendar:
    """The days off of a land, year by year.

    ``days_off`` holds holidays and transferred days off, ``working_days`` the weekend days that were made
    working days; ``years`` maps each year whose decree is loaded to the ground it stands on.
    """

    days_off: frozenset[date]
    working_days: frozenset[date]
    years: Mapping[int, Basis]

    def is_off(self, day: date) -> bool:
        """Whether ``day`` is a weekend or a holiday, and not a working Saturday."""
        if day in self.working_days:
            return False
        return day.weekday() >= SATURDAY or day in self.days_off

    def moved(self, day: date, way: Literal[1, -1]) -> date:
        """The nearest working day at or after ``day`` (``way`` 1), or at or before it (``way`` -1)."""
        while self.is_off(day):
            day += way * DAY
        return day

    def after_working_days(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``; with 0 the day itself, moved forward if off."""
        day = self.moved(day, 1) if count == 0 else day
        for _ in range(count):
            day = self.moved(day + DAY, 1)
        return day

    def basis(self, day: date) -> Basis | None:
        """The decree of the year of ``day``, or None where none is loaded."""
        return self.years.get(day.year)

    def doubts(self, *days: date) -> tuple[Phrase, ...]:
        """A warning for each year that was touched and has no decree loaded, or one not checked."""
        found: dict[int, Phrase] = {}
        for year in sorted({day.year for day in days}):
            basis = self.years.get(year)
            if basis is None:
                found[year] = phrase(
                    "No decree on days off is loaded for {year}: transferred days off are not known, check the date.",
                    year=year,
                )
            elif basis.standing == "unverified":
                found[year] = phrase(
                    "The days off of {year} come from a list that was not checked against the decree.",
                    year=year,
                )
        return tuple(found.values())

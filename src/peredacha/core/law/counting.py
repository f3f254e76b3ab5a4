"""One limit counted from one start: the arithmetic of terms, with its derivation.

The conventions are stated by the jurisdiction (a mapping from the names below to the rule they stand
on), so that each line of a derivation cites its norm. Days end at 24:00 local time of their last day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from peredacha.core.language import phrase
from peredacha.core.law.basis import Basis, Trail
from peredacha.core.law.calendar import DAY, CourtCalendar
from peredacha.core.law.deadlines import Limit
from peredacha.core.law.months import same_number
from peredacha.core.law.span import Span, on

CONVENTIONS = (
    "units_first_day",  # the hour and day of the start do not count in months
    "day_ends_midnight",  # a term in days ends at 24:00
    "same_number",  # months end on the same number, or on the last day
    "shift_forward",  # an end on a day off moves to the next working day
    "hours_from_moment",  # hours run from the moment
    "next_day",  # days run from 00:00 of the next day
    "custody_first_day",  # custody counts its first day
    "short_month",  # a short month leaves a doubt of one day
    "release_backward",  # release moves back from a day off
    "last_day_minus_one",  # a sentence ends the day before the same number
)


@dataclass(frozen=True)
class Start:
    """When the clock starts: a day, the local clock time where it is known, and the zone of the place."""

    day: date
    at: time | None = None
    zone: ZoneInfo | None = None

    @property
    def moments(self) -> Span[datetime]:
        """The moment, or the whole day when the clock time is not known."""
        if self.at is not None:
            return on(datetime.combine(self.day, self.at, self.zone))
        return Span(
            datetime.combine(self.day, time(0, 0), self.zone),
            datetime.combine(self.day, time(23, 59), self.zone),
        )


@dataclass(frozen=True)
class Counted:
    """The end of a limit, and how it was reached; moments for hours, days for everything else."""

    due: Span[date]
    trail: Trail


@dataclass(frozen=True)
class Counter:
    """Counts limits by the calendar and the conventions of one land."""

    calendar: CourtCalendar
    conventions: Mapping[str, Basis]

    def count(self, limit: Limit, start: Start) -> Counted:
        """The end of ``limit`` from ``start``."""
        if limit.unit == "hours":
            return self._hours(limit, start)
        if limit.count == "before":
            return self._before(limit, start.day)
        if limit.unit == "working_days":
            return self._working_days(limit, start.day)
        if limit.count == "custody":
            return self._custody(limit, start.day)
        return self._calendar_days(limit, start.day)

    def _hours(self, limit: Limit, start: Start) -> Counted:
        trail = Trail()
        if start.at is None:
            trail = trail.add(
                phrase("The hour is not known, so the term may run from any minute of {day}.", day=start.day)
            )
        back = limit.count == "before"
        due: Span[date] = start.moments.each(
            lambda moment: hours_later(moment, -limit.length if back else limit.length)
        )
        said = (
            phrase(
                "{length} are counted back from {moment}.", length=limit.said, moment=start.moments.earliest
            )
            if back
            else phrase(
                "{length} run from {moment} without a break, through nights and days off.",
                length=limit.said,
                moment=start.moments.earliest,
            )
        )
        return Counted(due, trail.add(said, self.conventions.get("hours_from_moment")))

    def _before(self, limit: Limit, event: date) -> Counted:
        if limit.unit == "days":
            day = event - limit.length * DAY
        else:
            day = same_number(event, -limit.length * (12 if limit.unit == "years" else 1)).day
        said = phrase(
            "{length} before {event}: {day} is the last day on which it is in time.",
            length=limit.said,
            event=event,
            day=day,
        )
        return Counted(on(day), Trail().add(said))

    def _working_days(self, limit: Limit, start: date) -> Counted:
        day = self.calendar.after_working_days(start, limit.length)
        said = phrase(
            "{length} after {start}, days off left out: {day}.", length=limit.said, start=start, day=day
        )
        return Counted(on(day), Trail().add(said, self.calendar.basis(day)))

    def _calendar_days(self, limit: Limit, start: date) -> Counted:
        if limit.unit == "days":
            end = start + limit.length * DAY
            trail = Trail().add(
                phrase("The first day is not counted: day 1 is {day}.", day=start + DAY),
                self.conventions.get("next_day"),
            )
            trail = trail.add(
                phrase("{length} end on {day} at 24:00.", length=limit.said, day=end),
                self.conventions.get("day_ends_midnight"),
            )
        else:
            reached = same_number(start, limit.length * (12 if limit.unit == "years" else 1))
            end = reached.day
            said = (
                phrase("{length}: that month has no day {number}, so the term ends on its last day, {day}.",
                       length=limit.said, number=start.day, day=end)
                if reached.clipped
                else phrase("{length} end on the same day of the month: {day} at 24:00.", length=limit.said, day=end)
            )  # fmt: skip
            trail = Trail().add(said, self.conventions.get("same_number"))
        return self._shifted(limit, end, trail)

    def _shifted(self, limit: Limit, end: date, trail: Trail) -> Counted:
        if not self.calendar.is_off(end):
            return Counted(on(end), trail)
        if limit.count == "fixed":
            said = phrase("{day} is a day off; this term does not move.", day=end)
            return Counted(on(end), trail.add(said))
        moved = self.calendar.moved(end, 1)
        said = phrase("{day} is a day off: the last day moves forward to {moved}.", day=end, moved=moved)
        trail = trail.add(said, self.conventions.get("shift_forward"), self.calendar.basis(end))
        return Counted(on(moved), trail)

    def _custody(self, limit: Limit, start: date) -> Counted:
        first = self.conventions.get("custody_first_day")
        if limit.unit == "days":
            due = Span(start + (limit.length - 1) * DAY, start + limit.length * DAY)
            said = phrase(
                "The code does not say whether the first day counts: with it {early}, without it {late}.",
                early=due.earliest,
                late=due.latest,
            )
            trail = Trail().add(said, first)
        else:
            reached = same_number(start, limit.length * (12 if limit.unit == "years" else 1))
            if reached.clipped:
                due = Span(reached.day - DAY, reached.day)
                said = phrase(
                    "The first day counts, and the last month has no day {number}: practice differs between "
                    "{early} and {late}. Reckon with the earlier day.",
                    number=start.day,
                    early=due.earliest,
                    late=due.latest,
                )
                trail = Trail().add(said, first, self.conventions.get("short_month"))
            else:
                due = on(reached.day - DAY)
                said = phrase(
                    "The first day counts: {length} end on {day} at 24:00.", length=limit.said, day=due.latest
                )
                trail = Trail().add(said, first)
        off = any(self.calendar.is_off(day) for day in (due.earliest, due.latest))
        if off:
            trail = trail.add(
                phrase("The end falls on a day off; terms of custody do not move."),
                self.conventions.get("shift_forward"),
            )
        return Counted(due, trail)


def hours_later(moment: datetime, hours: int) -> datetime:
    """``hours`` of real time later, told on the local clock of the same zone.

    >>> hours_later(datetime(2025, 3, 1, 14, 30), 48)
    datetime.datetime(2025, 3, 3, 14, 30)
    """
    if moment.tzinfo is None:
        return moment + timedelta(hours=hours)
    utc = moment.astimezone(ZoneInfo("UTC")) + timedelta(hours=hours)
    return utc.astimezone(moment.tzinfo)

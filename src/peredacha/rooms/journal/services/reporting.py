"""The report of a month: counted from what was written down, never from memory."""

from dataclasses import dataclass
from datetime import date

from peredacha.rooms.journal.selectors import acts_in, counters_for


@dataclass(frozen=True)
class MonthReport:
    """Counts of one chapter in one month, by act and by counter; None stands for fewer than five."""

    chapter: str
    month: date
    acts: dict[str, int | None]
    counters: dict[str, int | None]


def month_report(chapter: str, month: date, *, public: bool = False) -> MonthReport:
    """The report for the month in which ``month`` lies; with ``public`` small counts are hidden."""
    return MonthReport(
        chapter=chapter,
        month=month.replace(day=1),
        acts=acts_in(chapter, month, public=public),
        counters=counters_for(chapter, month, public=public),
    )

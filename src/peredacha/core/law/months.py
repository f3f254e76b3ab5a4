"""Calendar months and years added to a date, with short months kept visible."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class MonthEnd:
    """The day with the same number some months on; ``clipped`` when that month has no such number."""

    day: date
    clipped: bool


def same_number(start: date, months: int) -> MonthEnd:
    """The same day number ``months`` later (or earlier), or the last day of a shorter month.

    >>> same_number(date(2025, 8, 31), 6)
    MonthEnd(day=datetime.date(2026, 2, 28), clipped=True)
    """
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    last = monthrange(year, month + 1)[1]
    return MonthEnd(date(year, month + 1, min(start.day, last)), start.day > last)


def remaining(start: date, end: date) -> tuple[int, int, int]:
    """Whole years, months and days from ``start`` (already past) to ``end`` inclusive; zeros when over.

    >>> remaining(date(2015, 8, 25), date(2017, 11, 22))
    (2, 2, 28)
    """
    if end <= start:
        return (0, 0, 0)
    months = (end.year - start.year) * 12 + end.month - start.month
    if same_number(start, months).day > end:
        months -= 1
    years, rest = divmod(months, 12)
    return (years, rest, (end - same_number(start, months).day).days)

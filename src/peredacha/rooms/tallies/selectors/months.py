"""Months as their first days."""

import re
from datetime import date, timedelta

NAMED = re.compile(r"20[0-9]{2}-(?:0[1-9]|1[0-2])")


def first_day(day: date) -> date:
    """The first day of the month of ``day``."""
    return day.replace(day=1)


def next_month(month: date) -> date:
    """The first day of the month after."""
    return first_day(first_day(month) + timedelta(days=31))


def before(month: date, count: int = 1) -> date:
    """The first day of the month ``count`` months before."""
    found = first_day(month)
    for _step in range(count):
        found = first_day(found - timedelta(days=1))
    return found


def last_full_month(today: date) -> date:
    """The month before the one of ``today``: nothing is added to it any more."""
    return before(today)


def month_named(text: str) -> date | None:
    """The first day of a month named as 2026-10; None where it is named otherwise."""
    return date.fromisoformat(f"{text}-01") if NAMED.fullmatch(text) else None

"""The day in a line: by number and month, by a weekday, or counted from today."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from peredacha.core.spoken.words import COUNTS, DAY, DAYS_AHEAD, MONTH, MONTHS, WEEK, WEEKDAYS

MONTH_WORD = "|".join(f"{name}[а-яa-z]*" for names in MONTHS for name in names)
WEEKDAY_FORMS = {form: number for number, forms in enumerate(WEEKDAYS) for form in forms}
WEEKDAY_WORD = "|".join(sorted(WEEKDAY_FORMS, key=len, reverse=True))
COUNT_WORD = "|".join(COUNTS)
YEAR = r"(?:[\s,]*(?P<year>20\d{2})(?![\d:.])(?:\s*г(?:ода|од)?\b\.?)?)?"

NUMBERS = re.compile(
    r"(?<![\d.:])(?P<day>\d{1,2})(?P<sign>[./\-])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4}|\d{2})(?!\d)(?:\s*г(?:ода|од)?\b\.?)?"
)
ISO = re.compile(r"(?<!\d)(?P<year>20\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
SPELT = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:-?го|st|nd|rd|th)?(?:\s+of)?\s*(?P<word>{MONTH_WORD})\b\.?{YEAR}",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(
    rf"\b(?P<word>{MONTH_WORD})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]){YEAR}", re.IGNORECASE
)
AHEAD = re.compile(r"\b(" + "|".join(DAYS_AHEAD) + r")\b", re.IGNORECASE)
COUNTED = re.compile(
    rf"\b(?:через|in)\s+(?:(?P<count>\d{{1,3}}|{COUNT_WORD})\s+)?(?:(?P<days>{DAY})|(?P<weeks>{WEEK})|(?P<months>{MONTH}))\b",
    re.IGNORECASE,
)
NEXT_WEEK = re.compile(r"\b(?:на\s+)?(?:следующей\s+неделе|next\s+week)\b", re.IGNORECASE)
WEEKDAY = re.compile(
    rf"\b(?:(?:в|во|on)\s+)?(?P<next>следующ\w+\s+|next\s+)?(?P<word>{WEEKDAY_WORD})\b\.?", re.IGNORECASE
)
SHORT = re.compile(r"(?<![\d.:/])(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?![\d:])(?!\.\d)")


@dataclass(frozen=True)
class FoundDay:
    """A day and what is left of the line; ``day`` is None for one that is not in the calendar."""

    day: date | None
    left: str
    next_year: bool = False
    """Whether no year was written and the day has passed this year."""
    several: bool = False
    """Whether the weekday told does not name exactly one day."""


def day_in(words: str, today: date) -> FoundDay | None:
    """The day of the line, the surest way of writing first; None where none is written.

    A weekday beside a written day must fit it; beside “через неделю” it is that day of the week then.
    """
    for way in (numbered, iso, spelt, month_first, named, counted, next_week, weekday, short):
        found = way(words, today)
        if found is not None:
            return found if way in (counted, next_week, weekday) else checked(found)
    return None


def checked(found: FoundDay) -> FoundDay:
    """The same day, with a doubt where a weekday stands beside it that is another one."""
    told = WEEKDAY.search(found.left)
    if told is None:
        return found
    left = cut(found.left, told)
    wrong = found.day is not None and found.day.weekday() != WEEKDAY_FORMS[told["word"].lower()]
    return FoundDay(found.day, left, found.next_year, found.several or wrong)


def cut(words: str, found: re.Match[str]) -> str:
    """The line without what was read."""
    return f"{words[: found.start()]} {words[found.end() :]}"


def dated(
    words: str, found: re.Match[str] | None, today: date, month: Callable[[re.Match[str]], int]
) -> FoundDay | None:
    """The day of a match with the groups ``day`` and perhaps ``year``; ``month`` says which month it names."""
    if found is None:
        return None
    left, number, of = cut(words, found), int(found["day"]), month(found)
    year = found.groupdict().get("year")
    if year:
        return FoundDay(day_of(int(year) + (2000 if len(year) == 2 else 0), of, number), left)
    this, following = day_of(today.year, of, number), day_of(today.year + 1, of, number)
    passed = this is not None and this < today
    return FoundDay(following if passed else this or following, left, next_year=passed)


def day_of(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def by_number(found: re.Match[str]) -> int:
    """The month as a number."""
    return int(found["month"])


def by_word(found: re.Match[str]) -> int:
    """The month by its name."""
    word = found["word"].lower()
    return next(number for number, names in enumerate(MONTHS, 1) if word.startswith(names))


def numbered(words: str, today: date) -> FoundDay | None:
    """12.12.2026, 12/12/26."""
    return dated(words, NUMBERS.search(words), today, by_number)


def iso(words: str, today: date) -> FoundDay | None:
    """2026-12-12."""
    return dated(words, ISO.search(words), today, by_number)


def spelt(words: str, today: date) -> FoundDay | None:
    """12 декабря, 12 December 2026."""
    return dated(words, SPELT.search(words), today, by_word)


def month_first(words: str, today: date) -> FoundDay | None:
    """December 12, 2026."""
    return dated(words, MONTH_FIRST.search(words), today, by_word)


def short(words: str, today: date) -> FoundDay | None:
    """12.12, the last way of all: it looks like an hour."""
    for found in SHORT.finditer(words):
        day = dated(words, found, today, by_number)
        if day and day.day:
            return day
    return None


def named(words: str, today: date) -> FoundDay | None:
    """завтра, tomorrow."""
    found = AHEAD.search(words)
    return (
        FoundDay(today + timedelta(days=DAYS_AHEAD[found[1].lower()]), cut(words, found)) if found else None
    )


def counted(words: str, today: date) -> FoundDay | None:
    """через неделю, in three days; with a weekday that day of the week then, or the first one of the month then."""
    found = COUNTED.search(words)
    if found is None:
        return None
    told = (found["count"] or "1").lower()
    count = int(told) if told.isdigit() else COUNTS[told]
    left = cut(words, found)
    if found["months"]:
        return FoundDay(month_later(today, count), left, several=WEEKDAY.search(left) is not None)
    if found["days"]:
        return checked(FoundDay(today + timedelta(days=count), left))
    return of_week(today, count, left)


def next_week(words: str, today: date) -> FoundDay | None:
    """на следующей неделе в четверг; without a weekday it names no day."""
    found = NEXT_WEEK.search(words)
    told = WEEKDAY.search(cut(words, found)) if found else None
    return of_week(today, 1, cut(words, found)) if found and told else None


def of_week(today: date, weeks: int, left: str) -> FoundDay:
    """The same weekday some weeks later, or the one that is told, of the week then."""
    told = WEEKDAY.search(left)
    if told is None:
        return FoundDay(today + timedelta(weeks=weeks), left)
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
    return FoundDay(monday + timedelta(days=WEEKDAY_FORMS[told["word"].lower()]), cut(left, told))


def weekday(words: str, today: date) -> FoundDay | None:
    """в четверг: the next one after today; “в следующий” may mean that or the one after it."""
    found = WEEKDAY.search(words)
    if found is None or any(way(words, today) for way in (short,)):
        return None
    ahead = (WEEKDAY_FORMS[found["word"].lower()] - today.weekday() - 1) % 7 + 1
    return FoundDay(
        today + timedelta(days=ahead), cut(words, found), several=ahead == 7 or bool(found["next"])
    )


def month_later(day: date, months: int) -> date:
    """The same number some months later, or the last day of a month that is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

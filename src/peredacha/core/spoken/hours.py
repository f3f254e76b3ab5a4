"""The hour in a line: with “в” or “at” before it, as 10:30, 10.30, 10-30, 10 30 or 1030, or as words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from peredacha.core.spoken.words import MONTHS

PART = r"(?:\s*(?P<part>утра|дня|вечера|ночи|a\.?m\b\.?|p\.?m\b\.?))?"
HOURS_WORD = r"(?:\s*(?:часов|часа|час|ч\b\.?|h\b|o'clock))"
MINUTES_WORD = r"(?:\s*(?:минуты|минут|мин\b\.?|м\b\.?|min\b))?"
CLOCK = r"(?P<hour>\d{1,2})\s?[:.\-]\s?(?P<minute>\d{2})"
SPELT = rf"(?P<hour>\d{{1,2}}){HOURS_WORD}(?:\s*(?P<minute>\d{{1,2}}){MINUTES_WORD})?"
ENDS = r"(?![\d:])(?![.\-/]\d)"
BEFORE = r"(?<![\d.:/\-])"
MARK = r"(?:(?<=\s)|^)(?:в|к|at|@|by)\s+"
NO_DAY_AFTER = r"(?!\s*(?:" + "|".join(name for names in MONTHS for name in names) + r"))"
MARKED = (
    rf"{MARK}{CLOCK}{PART}{ENDS}",
    rf"{MARK}{SPELT}{PART}{ENDS}",
    rf"{MARK}(?P<hour>\d{{1,2}})(?:\s+(?P<minute>\d{{2}}))?{PART}{ENDS}{NO_DAY_AFTER}",
    rf"{MARK}(?P<noon>полдень|noon)\b",
)
BARE = (
    rf"{BEFORE}{CLOCK}{PART}{ENDS}",
    rf"{BEFORE}{SPELT}{PART}{ENDS}",
    rf"{BEFORE}(?P<hour>\d{{1,2}})\s+(?P<minute>\d{{2}}){PART}{ENDS}",
    rf"{BEFORE}(?P<hour>\d{{2}})(?P<minute>\d{{2}}){PART}{ENDS}",
    rf"{BEFORE}(?P<hour>\d{{1,2}}){PART}{ENDS}",
    r"\b(?P<noon>полдень|noon)\b",
)
PATTERNS = {
    True: tuple(re.compile(one, re.IGNORECASE) for one in MARKED),
    False: tuple(re.compile(one, re.IGNORECASE) for one in BARE),
}
LAST_OF_AFTERNOON = 7
"""Up to this hour a bare number such as “в 2” is taken for the afternoon."""


@dataclass(frozen=True)
class FoundHour:
    """An hour and what is left of the line; ``at`` is None for a clock that does not exist."""

    at: time | None
    left: str
    guessed: bool = False
    """Whether morning or afternoon was guessed."""


def hour_in(words: str, *, marked: bool) -> FoundHour | None:
    """The hour of the line; ``marked``: only one with “в” or “at” before it. None where none is written."""
    for found in matches(words, marked=marked):
        left = f"{words[: found.start()]} {words[found.end() :]}"
        parts = found.groupdict()
        if parts.get("noon"):
            return FoundHour(time(12), left)
        return clock_of(parts["hour"], parts.get("minute") or "0", (parts.get("part") or "").lower(), left)
    return None


def matches(words: str, *, marked: bool) -> Iterator[re.Match[str]]:
    """Every way to read an hour, the surest first."""
    for pattern in PATTERNS[marked]:
        yield from pattern.finditer(words)


def clock_of(hour: str, minute: str, part: str, left: str) -> FoundHour:
    """The clock; an hour with a leading zero, or with a part of the day, is meant as it is written."""
    number, guessed = int(hour), False
    if part.startswith("p") or (part in ("дня", "вечера") and number < 12):
        number += 12 if number < 12 else 0
    elif (part.startswith("a") or part == "ночи") and number == 12:
        number = 0
    elif not part and 1 <= number <= LAST_OF_AFTERNOON and len(hour) == 1:
        number, guessed = number + 12, True
    if number > 23 or int(minute) > 59:
        return FoundHour(None, left)
    return FoundHour(time(number, int(minute)), left, guessed)

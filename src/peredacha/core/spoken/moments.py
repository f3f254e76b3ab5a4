"""One line such as “12 декабря 10:30” as a moment, with every reason to ask back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Literal, TypeAlias

from peredacha.core.language import Phrase, phrase
from peredacha.core.spoken.days import FoundDay, day_in
from peredacha.core.spoken.hours import hour_in
from peredacha.core.spoken.words import FILLERS, GENITIVE

Doubt: TypeAlias = Literal["year", "past", "far", "weekday", "night", "afternoon", "rest"]

LONGEST = 120
FIRST_HOUR, LAST_HOUR = 8, 19
FAR = timedelta(days=300)
NEAR = timedelta(days=92)
"""So far ahead a day without a year is clear even across New Year: an arrest is prolonged by two or three months."""

DOUBTS: Mapping[str, Phrase] = MappingProxyType(
    {
        "year": phrase("No year was written, and this day has passed this year: we took the next one."),
        "past": phrase("This moment has passed already."),
        "far": phrase("This is many months ahead."),
        "weekday": phrase("More than one day can be meant by this weekday."),
        "night": phrase("Courts rarely sit at this hour."),
        "afternoon": phrase("We took the hour for an hour of the afternoon."),
        "rest": phrase("Some of the words were not understood: they are kept as a remark."),
    }
)
"""Why to ask back, as sentences."""

EMPTY = phrase("Write the day and the hour, for example: 12 December 10:30.")
NO_DAY = phrase("The day could not be read. Write it like this: 12 December 10:30, or 12.12 10:30.")
NO_SUCH_DAY = phrase("There is no such day. Check it and write it like this: 12 December 10:30.")
NO_HOUR = phrase("The hour is missing or could not be read. Write it after the day: 12 December 10:30.")
TOO_MUCH = phrase("There are more numbers here than a day and an hour. Write only these: 12 December 10:30.")


@dataclass(frozen=True, repr=False)
class Spoken:
    """What was understood: ``moment`` by the clock of the place, without a zone; ``rest``: words left over."""

    moment: datetime
    doubts: tuple[Doubt, ...] = ()
    rest: str = ""


def read_moment(line: str, now: datetime) -> Spoken | Phrase:
    """The moment that the line names, seen from ``now`` [on the clock of the place, without a zone].

    A sentence with an example where no day or no hour can be read, or more numbers stand there than these two have.
    """
    words = " ".join(line.replace("ё", "е").replace("Ё", "Е").split())
    if not words:
        return EMPTY
    if len(words) > LONGEST:
        return TOO_MUCH
    marked = hour_in(words, marked=True)
    day = day_in(marked.left if marked else words, now.date())
    if day is None:
        return NO_DAY
    if day.day is None:
        return NO_SUCH_DAY
    hour = marked or hour_in(day.left, marked=False)
    if hour is None or hour.at is None:
        return NO_HOUR
    rest = left_over(day.left if marked else hour.left)
    if any(letter.isdigit() for letter in rest):
        return TOO_MUCH
    moment = datetime.combine(day.day, hour.at)
    return Spoken(moment, doubts_of(moment, day, now, afternoon=hour.guessed, rest=rest), rest)


def left_over(words: str) -> str:
    """What stands beside the day and the hour, without the words that say nothing."""
    bare = [word.strip(".,;:()!?–—-") for word in words.split()]
    return " ".join(word for word in bare if word and word.lower() not in FILLERS)


def doubts_of(
    moment: datetime, day: FoundDay, now: datetime, *, afternoon: bool, rest: str
) -> tuple[Doubt, ...]:
    """Every reason to ask back before it is kept."""
    told: tuple[tuple[bool, Doubt], ...] = (
        (day.next_year and moment - now > NEAR, "year"),
        (moment < now, "past"),
        (moment - now > FAR and not day.next_year, "far"),
        (day.several, "weekday"),
        (not FIRST_HOUR <= moment.hour <= LAST_HOUR, "night"),
        (afternoon, "afternoon"),
        (bool(rest), "rest"),
    )
    return tuple(doubt for holds, doubt in told if holds)


def written(moment: datetime, language: str) -> str:
    """A moment as people type it, with its year: :func:`read_moment` reads it back, in either language.

    >>> written(datetime(2026, 12, 12, 9, 5), "ru"), written(datetime(2026, 12, 12, 9, 5), "en")
    ('12 декабря 2026 09:05', '12 December 2026 09:05')
    """
    day: date = moment.date()
    clock: time = moment.time()
    month = GENITIVE.get(language, GENITIVE["ru"])[day.month - 1]
    return f"{day.day} {month} {day.year} {clock:%H:%M}"

"""The cost of a parcel in the words of a page."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.formats import date_format, get_format, number_format

from peredacha.design.wording import words
from peredacha.rooms.tallies.models import SpentOn
from peredacha.rooms.tallies.selectors import (
    Cost,
    before,
    chapters_that_count,
    cost_of_parcel,
    spendings_in,
)

KOPECKS, GRAMS = 100, 1000
THIN = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class ToldMonth:
    """One month in words."""

    month: str
    parcels: int
    each: str
    spent: str


@dataclass(frozen=True)
class ToldCost:
    """The cost of a parcel in words; ``months`` and ``parts`` as the page shows them."""

    cost: Cost
    mean: str
    median: str
    months: tuple[ToldMonth, ...]
    parts: tuple[tuple[str, str], ...]


def roubles(kopecks: int) -> str:
    """A sum as people write it: rounded to whole roubles, with their sign."""
    return f"{spaced(round(kopecks / KOPECKS))}{THIN}₽"


def to_the_kopeck(kopecks: int) -> str:
    """A sum as it stands on a receipt: with its kopecks, where it has any."""
    whole, rest = divmod(kopecks, KOPECKS)
    return f"{spaced(whole)}{get_format('DECIMAL_SEPARATOR')}{rest:02}{THIN}₽" if rest else roubles(kopecks)


def kilograms(grams: int) -> str:
    """A weight in kg with one decimal, where it is not whole."""
    tenths = round(grams / GRAMS, 1)
    whole = tenths == int(tenths)
    return spaced(int(tenths)) if whole else number_format(tenths, decimal_pos=1, use_l10n=True)


def spaced(number: int) -> str:
    """A whole number, with a space that does not break before each three figures."""
    return f"{number:,}".replace(",", THIN)


def month_in_words(month: date) -> str:
    """A month with its year."""
    return date_format(month, "F Y")


def told_cost(*, today: date) -> ToldCost:
    """What one parcel costs in the whole house, as the public page tells it."""
    cost = cost_of_parcel("", today=today)
    months = tuple(
        ToldMonth(month_in_words(one.month), one.parcels, roubles(one.each), roubles(one.kopecks))
        for one in reversed(cost.months)
    )
    largest = sorted(cost.parts.items(), key=lambda part: -part[1])
    parts = tuple((str(SpentOn(what).label), roubles(each)) for what, each in largest)
    return ToldCost(cost, roubles(cost.mean), roubles(cost.median), months, parts)


@dataclass(frozen=True)
class ToldSpending:
    """A sum from a receipt in words."""

    id: UUID
    month: str
    what: str
    sum: str


def told_spendings(chapter: str, *, today: date) -> list[ToldSpending]:
    """The sums of a chapter in the last three months, the newest month first."""
    return [
        ToldSpending(
            one.id, month_in_words(one.month), str(SpentOn(one.what).label), to_the_kopeck(one.kopecks)
        )
        for one in spendings_in(chapter, before(today, 2), today)
    ]


@dataclass(frozen=True)
class ToldHouse:
    """Who counted: the names of the chapters, and whether one of them is only shown."""

    names: str
    invented: bool


def told_house() -> ToldHouse:
    """Whose numbers the public pages tell."""
    chapters = chapters_that_count()
    names = ", ".join(words({"ru": one.name_ru, "en": one.name_en}) for one in chapters)
    return ToldHouse(names, any(one.fictional for one in chapters))

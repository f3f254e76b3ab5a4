"""What a template may do with a fact: put it into a case, write a day, a sum or a number. Nothing else is allowed."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from peredacha.core.documents.values import PersonValue, TitleValue
from peredacha.core.language.russian import (
    COPY,
    DAY,
    HOUR,
    MONTH,
    SHEET,
    YEAR,
    Case,
    Gender,
    counted,
    short_day,
    spelt_day,
    sum_in_words,
)

COUNTED = MappingProxyType(
    {"лист": SHEET, "экземпляр": COPY, "день": DAY, "месяц": MONTH, "год": YEAR, "час": HOUR}
)
TWO = 2


def in_case(case: Case) -> Callable[[Any], str]:
    """The filter that puts a person or a title into ``case``."""

    def filtered(value: Any) -> str:
        if isinstance(value, PersonValue):
            return value.name.full(case)
        if isinstance(value, TitleValue):
            return value.forms.in_case(case)
        raise TypeError(f"`{case}` is for a person or a title")

    return filtered


def short(value: Any, case: str = "nominative") -> str:
    """A person's surname with the initials behind it."""
    if not isinstance(value, PersonValue):
        raise TypeError("`short` is for a person")
    return value.name.short(Case(case))


def by_gender(value: Any, man: str, woman: str) -> str:
    """One of two words, by the gender of a person."""
    if not isinstance(value, PersonValue):
        raise TypeError("`by_gender` is for a person")
    return woman if value.name.gender is Gender.FEMALE else man


def day(value: Any) -> str:
    """A day as papers write it: 1 сентября 2026 г."""
    return short_day(_day(value))


def day_in_words(value: Any, case: str = "nominative") -> str:
    """A day wholly in words."""
    return spelt_day(_day(value), Case(case))


def money(value: Any, case: str = "nominative") -> str:
    """A sum [kopecks] in figures and words."""
    return sum_in_words(value, Case(case))


def count(value: Any, word: str, case: str = "nominative") -> str:
    """A number with the word that is counted: 3 листа, 5 дней."""
    return counted(value, COUNTED[word], Case(case), words=False)


def capital(value: Any) -> str:
    """The same with a capital at its beginning."""
    text = str(value)
    return text[:1].upper() + text[1:]


def _day(value: Any) -> date:
    if not isinstance(value, date):
        raise TypeError("this is for a day")
    return value


CASES: frozenset[str] = frozenset(Case)
FILTERS: Mapping[str, Callable[..., str]] = MappingProxyType(
    {
        **{str(case): in_case(case) for case in Case},
        "short": short,
        "by_gender": by_gender,
        "day": day,
        "day_in_words": day_in_words,
        "money": money,
        "count": count,
        "capital": capital,
    }
)
FITTING: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "person": frozenset({*CASES, "short", "by_gender", "capital"}),
        "title": frozenset({*CASES, "capital"}),
        "line": frozenset({"capital"}),
        "text": frozenset(),
        "day": frozenset({"day", "day_in_words"}),
        "number": frozenset({"count"}),
        "money": frozenset({"money"}),
        "choice": frozenset(),
        "yes_no": frozenset(),
        "list": frozenset(),
    }
)
"""Which filters fit which kind of need."""
MUST = frozenset({"person", "title", "day", "money"})
"""Kinds that never stand in a text without a filter."""

"""Sums, terms and days read as a paper has them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.language.russian import (
    COPY,
    HOUR,
    SHEET,
    YEAR,
    Case,
    cardinal,
    counted,
    figure,
    short_day,
    spelt_day,
    sum_in_words,
    term_in_words,
)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("kopecks", "case", "words"),
    [
        (1234500, Case.NOMINATIVE, "12 345 (двенадцать тысяч триста сорок пять) рублей 00 копеек"),
        (101, Case.NOMINATIVE, "1 (один) рубль 01 копейка"),
        (200_22, Case.NOMINATIVE, "200 (двести) рублей 22 копейки"),
        (0, Case.NOMINATIVE, "0 (ноль) рублей 00 копеек"),
        (1234500, Case.GENITIVE, "12 345 (двенадцати тысяч трёхсот сорока пяти) рублей 00 копеек"),
        (200000, Case.DATIVE, "2 000 (двум тысячам) рублей 00 копеек"),
        (300_03, Case.INSTRUMENTAL, "300 (тремястами) рублями 03 копейками"),
        (52_00, Case.ACCUSATIVE, "52 (пятьдесят два) рубля 00 копеек"),
    ],
)
def test_a_sum(kopecks: int, case: Case, words: str) -> None:
    assert plain(sum_in_words(kopecks, case)) == words


def test_a_sum_is_not_below_zero() -> None:
    with pytest.raises(ValueError, match="below zero"):
        sum_in_words(-1)


@given(st.integers(0, 10**12))
def test_the_figure_and_the_words_of_a_sum_say_the_same(kopecks: int) -> None:
    said = sum_in_words(kopecks)

    figures, _, rest = said.partition("\u00a0(")
    assert int(figures.replace("\u00a0", "")) == kopecks // 100
    assert rest.partition(")")[0] == cardinal(kopecks // 100)
    assert f"{kopecks % 100:02d}\u00a0копе" in said


@pytest.mark.parametrize(
    ("case", "term", "words"),
    [
        (Case.NOMINATIVE, {"years": 3, "months": 6}, "3 (три) года 6 (шесть) месяцев"),
        (Case.GENITIVE, {"years": 3, "months": 6}, "3 (трёх) лет 6 (шести) месяцев"),
        (Case.DATIVE, {"years": 1, "days": 1}, "1 (одному) году 1 (одному) дню"),
        (Case.ACCUSATIVE, {"years": 12, "months": 1}, "12 (двенадцать) лет 1 (один) месяц"),
        (Case.INSTRUMENTAL, {"months": 2}, "2 (двумя) месяцами"),
        (Case.PREPOSITIONAL, {"days": 21}, "21 (двадцати одном) дне"),
    ],
)
def test_a_term(case: Case, term: dict[str, int], words: str) -> None:
    assert plain(term_in_words(case, **term)) == words


def test_a_term_can_do_without_words_and_cannot_be_nothing() -> None:
    assert plain(term_in_words(years=2, months=5, words=False)) == "2 года 5 месяцев"
    for term in ({}, {"days": -1}):
        with pytest.raises(ValueError, match="at least a day"):
            term_in_words(**term)


def test_what_else_is_counted_in_papers() -> None:
    assert plain(counted(48, HOUR)) == "48 (сорок восемь) часов"
    assert plain(counted(2, COPY, Case.PREPOSITIONAL)) == "2 (двух) экземплярах"
    assert plain(counted(31, SHEET, Case.PREPOSITIONAL, words=False)) == "31 листе"
    assert plain(counted(Decimal("1.5"), YEAR)) == "1,5 года"


def test_a_figure_has_its_groups_and_its_comma() -> None:
    assert plain(figure(1234567)) == "1 234 567"
    assert plain(figure(Decimal("-1234.5"))) == "−1 234,5"
    assert figure(999) == "999"


def test_a_day_in_both_ways() -> None:
    day = date(2026, 9, 1)

    assert plain(short_day(day)) == "1 сентября 2026 г."
    assert spelt_day(day) == "первое сентября две тысячи двадцать шестого года"
    assert spelt_day(day, Case.GENITIVE) == "первого сентября две тысячи двадцать шестого года"
    assert spelt_day(date(2000, 12, 31), Case.INSTRUMENTAL) == "тридцать первым декабря двухтысячного года"


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.sampled_from(Case))
def test_every_day_has_words_of_its_own(day: date, case: Case) -> None:
    words = spelt_day(day, case)

    assert words.endswith(" года")
    assert short_day(day).split("\u00a0")[1].split()[0] in words

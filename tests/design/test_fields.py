"""Days and times are understood as people type them."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from peredacha.design.fields import DayField, DayWidget, Option, TimeField


@pytest.mark.parametrize("typed", [["21", "6", "2026"], ["21", "06", "26"], [" 21 ", "6", "2026"]])
def test_a_day_is_read_from_three_boxes(typed: list[str]) -> None:
    assert DayField().clean(typed) == dt.date(2026, 6, 21)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (["31", "6", "2026"], "invalid"),
        (["21", "6", "0"], "part"),
        (["21", "13", "2026"], "invalid"),
        (["21", "", "2026"], "part"),
        (["21", "June", "2026"], "part"),
        (["²", "6", "2026"], "part"),
        (["-1", "6", "2026"], "part"),
        (["21", "99999999999999999999", "2026"], "invalid"),
        (["21", "6", "99999999999999999999"], "part"),
        (["9" * 5000, "6", "2026"], "invalid"),
        (["21", "9" * 5000, "2026"], "invalid"),
        (["21", "6", "9" * 5000], "part"),
        (["21", "6", "3026"], "year"),
        (["21", "6", "1026"], "year"),
        (["", "", ""], "required"),
    ],
)
def test_a_day_that_is_none_is_refused_with_its_reason(typed: list[str], code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        DayField().clean(typed)

    assert refused.value.code == code


@pytest.mark.parametrize("year", ["1899", "2101"])
def test_a_year_that_nobody_means_is_refused_and_its_neighbour_is_not(year: str) -> None:
    nearest = {"1899": 1900, "2101": 2100}[year]

    with pytest.raises(ValidationError):
        DayField().clean(["1", "1", year])
    assert DayField().clean(["1", "1", str(nearest)]) == dt.date(nearest, 1, 1)


def test_a_page_may_narrow_the_years_that_can_be_meant() -> None:
    field = DayField(first_year=2020, last_year=2030)

    assert field.clean(["1", "1", "20"]) == dt.date(2020, 1, 1)
    for year in ("2019", "2031"):
        with pytest.raises(ValidationError) as refused:
            field.clean(["1", "1", year])
        assert refused.value.code == "year"


def test_what_cannot_be_a_day_counts_as_another_day_than_before() -> None:
    assert DayField().has_changed(dt.date(2026, 6, 21), ["9" * 5000, "6", "2026"])
    assert not DayField().has_changed(dt.date(2026, 6, 21), ["21", "6", "2026"])


def test_an_empty_day_is_no_day_when_it_may_be_empty() -> None:
    assert DayField(required=False).clean(["", "", ""]) is None


def test_a_stored_day_fills_the_three_boxes() -> None:
    assert DayWidget().decompress("2026-06-21") == [21, 6, 2026]
    assert DayWidget().decompress(dt.date(2026, 6, 21)) == [21, 6, 2026]
    assert DayWidget().decompress("yesterday") == [None, None, None]


@pytest.mark.parametrize("typed", ["14:30", "14.30", "14 30", "1430", " 14:30 ", "14-30"])
def test_a_time_is_read_as_people_type_it(typed: str) -> None:
    assert TimeField().clean(typed) == dt.time(14, 30)


@pytest.mark.parametrize("typed", ["25:00", "14:60", "noon", "14", "1:2:3"])
def test_a_time_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TimeField().clean(typed)

    assert refused.value.code == "invalid"


def test_an_option_speaks_its_text() -> None:
    assert str(Option("The police", hint="In uniform.")) == "The police"

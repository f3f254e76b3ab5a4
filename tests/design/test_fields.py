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
        (["", "", ""], "required"),
    ],
)
def test_a_day_that_is_none_is_refused_with_its_reason(typed: list[str], code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        DayField().clean(typed)

    assert refused.value.code == code


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

"""The custody clock through its page."""

from collections.abc import Callable
from typing import Any

import pytest

Asks = Callable[..., Any]
Day = Callable[[str, str], dict[str, str]]
Typed = dict[str, str]


def test_two_months_from_the_tenth_of_january_end_on_the_ninth_of_march(asks: Asks, day: Day) -> None:
    page = asks("custody", {**day("since", "2026-10-10"), "stage": "investigation", "category": "minor"})

    assert "The last day on which the court can extend custody 9 December 2026 (Wed)" in page.answer
    assert "17 days left" in page.answer
    assert "Held so far 1 month 13 days, in all 44 days" in page.answer


def test_the_known_answer_shows_in_the_table_and_never_moves_off_a_sunday(asks: Asks, day: Day) -> None:
    page = asks("custody", {**day("since", "2025-01-10"), "stage": "investigation", "category": "?"})

    assert "base term 9 March 2025 (Sun)" in page.answer


@pytest.mark.parametrize(
    ("category", "longest"),
    [
        ("minor", "9 February 2027 (Tue)"),
        ("medium", "9 February 2027 (Tue)"),
        ("grave", "9 August 2027 (Mon)"),
        ("especially_grave", "9 February 2028 (Wed)"),
        ("?", "between 9 February 2027 (Tue) and 9 February 2028 (Wed)"),
    ],
)
def test_the_gravity_decides_the_longest_term(asks: Asks, day: Day, category: str, longest: str) -> None:
    page = asks("custody", {**day("since", "2026-08-10"), "stage": "investigation", "category": category})

    assert f"The longest that is possible {longest}" in page.answer


def test_the_order_of_the_court_goes_before_the_limit_of_the_law(asks: Asks, day: Day) -> None:
    typed = {**day("since", "2026-08-10"), **day("ordered_until", "2026-12-10"), "category": "grave"}

    page = asks("custody", {**typed, "stage": "investigation"})

    assert "between 9 December 2026 (Wed) and 10 December 2026 (Thu)" in page.answer
    assert "reckon with the earlier day" in page.answer
    assert "The last day to give him the case file to read 10 July 2027 (Sat)" in page.answer


def test_without_the_order_the_page_says_that_the_day_may_be_earlier(asks: Asks, day: Day) -> None:
    page = asks("custody", {**day("since", "2026-08-10"), "stage": "investigation", "category": "grave"})

    assert "The court must have extended custody already" in page.answer


def test_an_order_that_has_run_out_sends_to_the_lawyer_today(asks: Asks, day: Day) -> None:
    typed = {**day("since", "2026-08-10"), **day("ordered_until", "2026-10-10"), "stage": "investigation"}

    page = asks("custody", {**typed, "category": "grave"})

    assert "This day has passed." in page.answer
    assert "call the lawyer today" in page.answer


def test_beyond_the_longest_term_the_page_says_so(asks: Asks, day: Day) -> None:
    page = asks("custody", {**day("since", "2025-01-10"), "stage": "investigation", "category": "medium"})

    assert "The longest term ends on 9 July 2025 (Wed)" in page.answer
    assert "finishes reading the case file" in page.answer


def test_in_court_the_clock_starts_anew_for_six_months(asks: Asks, day: Day) -> None:
    days = {**day("since", "2026-01-10"), **day("in_court_since", "2026-09-01")}

    page = asks("custody", {**days, "stage": "court", "category": "medium"})

    assert "The last day on which the court can extend custody 28 February 2027 (Sun)" in page.answer
    assert "255" in page.answer


def test_in_court_a_grave_case_is_extended_by_three_months_each_time(asks: Asks, day: Day) -> None:
    days = {**day("since", "2025-01-10"), **day("in_court_since", "2026-04-01")}

    page = asks("custody", {**days, "stage": "court", "category": "grave"})

    assert "The last day on which the court can extend custody 31 December 2026 (Thu)" in page.answer
    assert "up to three months each time" in page.answer


def test_what_is_not_known_is_said_right_under_the_day_and_only_once(asks: Asks, day: Day) -> None:
    page = asks("custody", {**day("since", "2026-03-10"), "stage": "investigation", "category": "?"})

    assert page.answer.count("Nobody said how grave the crime is") == 1
    assert page.answer.count("only for graver crimes") == 1
    assert page.answer.index("only for graver crimes") < page.answer.index("Held so far")


def test_a_limit_names_its_crimes(asks: Asks, day: Day) -> None:
    page = asks("custody", {**day("since", "2026-10-10"), "stage": "investigation", "category": "grave"})

    assert "Only grave crimes and especially grave crimes" in page.answer
    assert "Not for a crime of this gravity" in page.answer


def test_house_arrest_and_the_ban_are_told_to_count(asks: Asks, day: Day) -> None:
    page = asks(
        "custody", {**day("since", "2026-08-10"), "stage": "investigation", "category": "grave"}, "ru"
    )

    assert "домашний арест" in page.answer
    assert "2 дня за 1" in page.answer


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"since_2": "2027"}, "This day is still ahead."),
        ({"since_2": "1990"}, "Check the year"),
        ({"ordered_until_0": "1", "ordered_until_1": "1", "ordered_until_2": "2099"}, "Check the year"),
        ({"stage": "court"}, "Write the day on which the case arrived in court"),
        ({"stage": ""}, "Choose where the case is now."),
        (
            {"ordered_until_0": "1", "ordered_until_1": "1", "ordered_until_2": "2026"},
            "lies before the detention",
        ),
    ],
)
def test_a_wrong_day_is_said_once_and_stays(asks: Asks, day: Day, wrong: Typed, sentence: str) -> None:
    typed = {**day("since", "2026-08-10"), "stage": "investigation", "category": "grave", **wrong}

    page = asks("custody", typed)

    assert page.status == 422
    assert page.answer.count(sentence) == 1
    assert f'value="{typed["since_2"]}"' in page.form

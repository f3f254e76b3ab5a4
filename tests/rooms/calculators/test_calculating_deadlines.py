"""A deadline: choose it, write the day, read until when."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from peredacha.rooms.calculators.selectors import current_land

Asks = Callable[..., Any]
Day = Callable[[str, str], dict[str, str]]
Typed = dict[str, str]


def test_the_list_holds_every_deadline_of_the_land_in_groups(client: Client) -> None:
    page = client.get(reverse("calculators:deadline")).content.decode()

    assert page.count("<optgroup") >= 6
    for rule in current_land().deadlines:
        assert f'<option value="{rule.id}">' in page


def test_choosing_leads_to_the_page_of_that_deadline(client: Client) -> None:
    answer = client.post(reverse("calculators:deadline"), {"rule": "appeal_verdict"})

    assert answer.status_code == 302
    assert answer.headers["Location"] == reverse("calculators:rule", kwargs={"rule_id": "appeal_verdict"})


def test_choosing_nothing_is_said_in_one_sentence(asks: Asks) -> None:
    page = asks("deadline", {"rule": ""})

    assert page.status == 422
    assert "Choose a deadline from the list." in page.answer


@pytest.mark.parametrize(
    ("language", "last_day"), [("en", "9 January 2025 (Thu)"), ("ru", "9 января 2025 (чт)")]
)
def test_an_appeal_over_the_new_year_can_be_filed_until_the_ninth(
    asks: Asks, day: Day, language: str, last_day: str
) -> None:
    typed = {**day("day", "2024-12-20"), "variant": "at_liberty"}

    page = asks("rule", typed, language, rule_id="CRT-12")

    assert page.status == 200
    assert page.answer.index(last_day) < page.answer.index("2024")
    assert "389.4" in page.answer


def test_an_appeal_under_the_older_rule_had_ten_days(asks: Asks, day: Day) -> None:
    typed = {**day("day", "2022-12-20"), "variant": "at_liberty"}

    page = asks("rule", typed, rule_id="appeal_verdict")

    assert "The term ends 30 December 2022 (Fri)" in page.answer


def test_not_knowing_the_case_gives_both_days_and_tells_to_keep_to_the_first(asks: Asks, day: Day) -> None:
    page = asks("rule", {**day("day", "2026-06-01"), "variant": ""}, rule_id="limitation_of_prosecution")

    assert "between 1 June 2028 (Thu) and 1 June 2041 (Sat)" in page.answer
    assert "reckon with the earlier one" in page.answer


def test_hours_run_from_the_minute_and_show_the_time_of_the_place(asks: Asks, day: Day) -> None:
    typed = {**day("day", "2026-11-21"), "time": "14.30", "region": "RU-SVE"}

    page = asks("rule", typed, rule_id="release_without_court")

    assert "The term ends 23 November 2026 (Mon), 14:30" in page.answer


def test_an_unknown_hour_gives_a_range_over_the_whole_day(asks: Asks, day: Day) -> None:
    page = asks("rule", day("day", "2026-11-21"), rule_id="release_without_court")

    assert "between 23 November 2026 (Mon), 00:00 and 23 November 2026 (Mon), 23:59" in page.answer


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"day_0": "31", "day_1": "2", "day_2": "2026"}, "There is no such day."),
        ({"day_0": "1", "day_1": "2", "day_2": "3026"}, "Check the year"),
        ({"day_0": "1", "day_1": "2", "day_2": "9" * 5000}, "Write the day, the month and the year"),
        ({}, "Write the day, the month and the year."),
    ],
)
def test_a_wrong_day_is_said_once_and_stays_in_its_boxes(asks: Asks, typed: Typed, sentence: str) -> None:
    page = asks("rule", typed, rule_id="appeal_verdict")

    assert page.status == 422
    assert page.answer.count(sentence) == 1
    assert all(f'value="{text}"' in page.form for text in typed.values())


@pytest.mark.parametrize("rule_id", [rule.id for rule in current_land().deadlines])
def test_every_deadline_answers_with_a_norm_in_both_languages(asks: Asks, day: Day, rule_id: str) -> None:
    for language in ("ru", "en"):
        page = asks("rule", day("day", "2026-01-31"), language, rule_id=rule_id)

        assert page.status == 200
        assert "[" in page.answer


def test_a_deadline_that_does_not_exist_has_no_page(client: Client) -> None:
    assert client.get(reverse("calculators:rule", kwargs={"rule_id": "nothing"})).status_code == 404

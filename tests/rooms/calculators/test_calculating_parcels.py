"""Parcels and visits through their page."""

from collections.abc import Callable
from typing import Any

import pytest

Asks = Callable[..., Any]
Day = Callable[[str, str], dict[str, str]]

GENERAL = {"place": "colony", "regime": "general", "conditions": "ordinary"}


def test_a_general_regime_allows_six_parcels_in_a_year_from_admission(asks: Asks, day: Day) -> None:
    page = asks(
        "parcels", {**GENERAL, "parcels": "2", "short_visits": "1", **day("admitted_on", "2026-03-01")}
    )

    assert "Parcels that are left 4" in page.answer
    assert "Short visits: 5." in page.answer
    assert "Counted until 28 February 2027 (Sun)" in page.answer
    assert "20 kg" in page.answer


def test_women_have_no_limit_of_parcels(asks: Asks) -> None:
    page = asks("parcels", {**GENERAL, "traits": "woman"})

    assert "Parcels that are left no limit" in page.answer


def test_a_remand_prison_counts_thirty_kilograms_a_month(asks: Asks) -> None:
    page = asks("parcels", {"place": "remand", "weight_kg": "12", "regime": "strict"})

    assert "Weight that is left this month 18 kg" in page.answer
    assert "30 November 2026 (Mon)" in page.answer


def test_the_same_in_russian(asks: Asks, day: Day) -> None:
    page = asks("parcels", {**GENERAL, **day("admitted_on", "2026-03-01")}, "ru")

    assert "28 февраля 2027 (вс)" in page.answer


@pytest.mark.parametrize("number", ["two", "-1", "400", "9" * 5000, "1.5"])
def test_a_number_that_is_none_is_said_once_and_stays(asks: Asks, number: str) -> None:
    page = asks("parcels", {**GENERAL, "parcels": number})

    assert page.status == 422
    assert page.answer.count("Write a whole number") == 1
    assert f'value="{number}"' in page.form


def test_he_cannot_arrive_tomorrow(asks: Asks, day: Day) -> None:
    page = asks("parcels", {**GENERAL, **day("admitted_on", "2026-11-23")})

    assert page.status == 422
    assert "This day is still ahead." in page.answer

"""Vera reads one card, and Anna sees what has grown old on it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests.rooms.facilities.world import CHAPTER, PRACTICE, TODAY

from peredacha.rooms.facilities.models import Chapter, Facility
from peredacha.rooms.facilities.selectors import days_in_words, find_facility

Keep = Callable[..., None]
Looks = Callable[..., str]


def card_of(code: str) -> Callable[[], str]:
    public_id = Facility.objects.get(code=code).public_id
    return lambda: reverse("facilities:card", kwargs={"public_id": public_id})


def test_rule_and_practice_stand_apart(keep: Keep) -> None:
    keep()

    with translation.override("en"):
        card = find_facility(Facility.objects.get(code="sizo-1").public_id, today=TODAY)

    assert card is not None
    assert [fact.text for fact in card.rules] == ["No more than 30 kg a month."]
    assert [fact.text for fact in card.practice] == ["The list is written from 7."]
    assert card.rules[0].norms
    assert not card.practice[0].norms


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "ru",
            ["Правило", "Практика", "Давно не проверяли", "14 месяцев назад", "3 человека", "ваш паспорт"],
        ),
        ("en", ["The rule", "The practice", "Old news", "14 months ago", "3 people", "ваш паспорт"]),
    ],
)
def test_vera_reads_the_whole_card_in_her_language(
    keep: Keep, looks: Looks, today: date, language: str, words: list[str]
) -> None:
    keep()

    page = looks(card_of("sizo-1"), language)

    assert [word for word in words if word not in page] == []
    assert 'href="tel:+70000000001"' in page


@pytest.mark.parametrize(
    ("confirmed_on", "old"), [("2025-11-22", True), ("2025-11-23", False), ("2026-11-22", False)]
)
def test_after_a_year_a_fact_is_old(keep: Keep, confirmed_on: str, old: bool) -> None:
    keep(facts=[replace(PRACTICE, last_confirmed_on=date.fromisoformat(confirmed_on))])

    card = find_facility(Facility.objects.get(code="sizo-1").public_id, today=TODAY)

    assert card is not None
    assert card.practice[0].is_old is old


@pytest.mark.parametrize(
    ("days", "english", "russian"),
    [
        ("12345", "Mon–Fri", "пн–пт"),
        ("24", "Tue, Thu", "вт, чт"),
        ("1236", "Mon–Wed, Sat", "пн–ср, сб"),
        ("67", "Sat, Sun", "сб, вс"),
        ("1234567", "every day", "каждый день"),
        ("", "", ""),
    ],
)
def test_days_are_said_as_people_say_them(days: str, english: str, russian: str) -> None:
    with translation.override("en"):
        assert days_in_words(days) == english
    with translation.override("ru"):
        assert days_in_words(days) == russian


def test_a_card_costs_a_handful_of_questions_to_the_database(
    keep: Keep, django_assert_max_num_queries: Callable[[int], object], client: Client
) -> None:
    keep()
    address = card_of("sizo-1")()

    with django_assert_max_num_queries(10):  # type: ignore[attr-defined]
        client.get(address)


@pytest.mark.parametrize(
    ("language", "word"), [("ru", "Это место придумано"), ("en", "This place is invented")]
)
def test_an_invented_place_says_so(keep: Keep, looks: Looks, language: str, word: str) -> None:
    Chapter.objects.create(key=CHAPTER, region="RU-MOW", fictional=True)
    keep()

    assert word in looks(card_of("sizo-1"), language)


def test_a_real_place_does_not_say_that_it_is_invented(keep: Keep, looks: Looks) -> None:
    keep()

    assert "invented" not in looks(card_of("sizo-1"), "en")

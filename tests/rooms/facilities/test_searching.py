"""Vera looks for the place where her son may be."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import translation
from tests.rooms.facilities.world import CARDS, MANY_STATIONS

from peredacha.rooms.facilities.models import Facility
from peredacha.rooms.facilities.selectors import list_by_kinds, list_facilities
from peredacha.rooms.facilities.selectors.finding import line_view

Keep = Callable[..., None]
Looks = Callable[..., str]


def index() -> str:
    return reverse("facilities:index")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("соснов", "sizo-1"),
        ("СОСНОВ", "sizo-1"),
        ("березов", "op-1"),
        ("БЕРЁЗОВ", "op-1"),
        ("изолятор №1", "sizo-1"),
        ("№ 1 следственный", "sizo-1"),
        ("lipovy", ""),
        ("remand prison", "sizo-1"),
        ("%", None),
    ],
)
def test_vera_types_it_as_she_can_and_it_is_found(keep: Keep, typed: str, code: str | None) -> None:
    keep()

    found = [card.code for card in list_facilities(text=typed)]

    assert found == (["op-1", "sizo-1", "ik-1"] if code is None else [code] if code else [])


def test_the_region_narrows_the_search(keep: Keep) -> None:
    keep()

    assert [card.code for card in list_facilities(region="RU-MO")] == ["ik-1"]
    assert [card.code for card in list_facilities(region="RU-MO", text="соснов")] == []


def test_whom_to_ask_comes_in_the_order_of_asking(keep: Keep) -> None:
    keep()

    lines = list_by_kinds("RU-MOW", ["remand", "police"])

    assert [line.kind for line in lines] == ["remand", "police"]
    assert lines[0].phones[0].dialled == "+70000000001"


def test_the_list_asks_the_database_no_more_for_many_than_for_few(
    keep: Keep, django_assert_num_queries: Callable[[int], Callable[[], None]]
) -> None:
    keep()
    keep(MANY_STATIONS)

    with django_assert_num_queries(2):  # type: ignore[attr-defined]
        assert len(list_by_kinds("RU-MOW", ["police"])) == 61


@pytest.mark.parametrize(("language", "heading"), [("ru", "Следственный изолятор"), ("en", "Remand Prison")])
def test_vera_reads_the_list_in_her_language(keep: Keep, looks: Looks, language: str, heading: str) -> None:
    keep()

    page = looks(index, language, text="соснов")

    assert heading in page
    assert Facility.objects.get(code="sizo-1").public_id in page
    assert Facility.objects.get(code="op-1").public_id not in page


@pytest.mark.parametrize(
    ("language", "word"), [("ru", "Такой карточки у нас пока нет"), ("en", "no such card yet")]
)
def test_an_empty_answer_is_kind_and_says_what_to_do(
    keep: Keep, looks: Looks, language: str, word: str
) -> None:
    keep()

    page = looks(index, language, text="Нигдеев")

    assert word in page
    assert "<li>" in page


def test_a_question_that_is_too_long_gets_a_sentence(keep: Keep, looks: Looks) -> None:
    keep()

    page = looks(index, "en", text="о" * 101)

    assert "too long" in page


def test_an_unknown_region_gets_a_sentence(keep: Keep, looks: Looks) -> None:
    keep()

    page = looks(index, "en", region="RU-XXX")

    assert "no cards of this region" in page


def test_a_long_list_comes_page_by_page(keep: Keep, looks: Looks) -> None:
    keep(CARDS + MANY_STATIONS)

    first, last = looks(index, "en"), looks(index, "en", page="99")

    assert "Page 1 of 2" in first
    assert "page=2" in first
    assert "Page 2 of 2" in last


@pytest.mark.parametrize(
    ("name", "regime", "detail"),
    [
        ("Исправительная колония общего режима № 7", "general", "Исправительная колония общего режима № 7"),
        ("Исправительная колония № 7", "general", "Исправительная колония № 7, общий режим"),
        ("Исправительная колония № 7", "", "Исправительная колония № 7"),
    ],
)
@pytest.mark.django_db
def test_a_regime_that_the_name_says_is_not_said_twice(name: str, regime: str, detail: str) -> None:
    card = Facility.objects.create(
        chapter="demo",
        code="ik-7",
        kind="colony",
        region="RU-MO",
        name_ru=name,
        short_name_ru="ИК-7",
        regime=regime,
    )

    with translation.override("ru"):
        assert line_view(card).detail.replace("\xa0", " ") == detail

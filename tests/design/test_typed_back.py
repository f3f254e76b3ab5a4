"""Vera types words back from her paper: the right ones pass in any case; for others one sentence says where."""

import pytest
from django.utils.translation import gettext_lazy, override

from peredacha.design.typed_back import CardForm, TypedBackForm

CARD = ("ёлка", "вода", "дом", "лес", "мост", "окно", "пруд", "сад")


class Card(CardForm):
    asks = gettext_lazy("Write word number %(number)s from your card.")
    differs = gettext_lazy("This is not word number %(number)s. Look at your card again.")


@pytest.mark.parametrize("typed", ["вода", " Вода "])
def test_two_words_of_a_card_are_compared_without_case_and_spaces(typed: str) -> None:
    assert Card(CARD, {"word_2": typed, "word_7": "пруд"}).is_valid()


def test_yo_and_ye_are_one_letter() -> None:
    other = ("вода", "ёлка", *CARD[2:])

    assert Card(other, {"word_2": "елка", "word_7": "ПРУД"}).is_valid()


def test_another_word_and_none_are_told_apart_each_at_its_place() -> None:
    with override("en"):
        form = Card(CARD, {"word_2": "дом", "word_7": ""})

        assert form.errors == {
            "word_2": ["This is not word number 2. Look at your card again."],
            "word_7": ["Write word number 7 from your card."],
        }


def test_words_of_a_paper_come_in_their_order_and_are_not_judged_here() -> None:
    form = TypedBackForm({"word_4": "мост", "word_0": "ёлка"}, places=(0, 4))

    assert form.is_valid() and form.cleaned_data["words"] == ("ёлка", "мост")


def test_a_missing_word_of_a_paper_is_asked_by_its_number() -> None:
    with override("en"):
        form = TypedBackForm({"word_0": "ёлка"}, places=(0, 4))

        assert form.errors == {"word_4": ["Write word number 5 from your paper."]}

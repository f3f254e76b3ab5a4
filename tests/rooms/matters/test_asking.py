"""Vera asks; the reception reads; nobody else does."""

import pytest
from django.utils import timezone
from tests.rooms.matters.world import asks, file_of, keys, reception
from tests.rooms.people.world import enrol

from peredacha.rooms.matters.selectors import queue_of
from peredacha.rooms.matters.services import open_cards, open_file
from peredacha.rooms.vault.services import open_code

pytestmark = pytest.mark.django_db


def test_the_reception_and_the_family_read_what_vera_wrote() -> None:
    pavel = reception()
    vera = asks(words="Сына забрали ночью.")

    assert file_of(keys(pavel), vera.matter).request.words == "Сына забрали ночью."
    assert file_of(vera.keys, vera.matter).request.words == "Сына забрали ночью."


def test_a_veteran_without_a_grant_reads_nothing() -> None:
    reception()
    anna = enrol("Anna")
    vera = asks()

    assert open_file(keys(anna), vera.matter, now=timezone.now()) is None


def test_the_reception_of_another_chapter_reads_nothing() -> None:
    reception()
    stranger = reception("Oleg", "volga")
    vera = asks()

    assert open_file(keys(stranger), vera.matter, now=timezone.now()) is None
    assert [one.card for one in open_cards(keys(stranger), [vera.matter])] == [None]


def test_the_card_of_a_request_opens_for_the_reception_alone() -> None:
    pavel = reception()
    asks()

    [card] = open_cards(keys(pavel), queue_of("demo"))

    assert card.card is not None
    assert card.card.alias == "Вера"
    assert card.card.queue == "place"


def test_the_eight_words_open_the_family_and_wrong_ones_open_nothing() -> None:
    reception()
    vera = asks()
    other = asks()

    back = open_code(vera.code)

    assert back is not None
    assert file_of(back, vera.matter).request.name == "Вера"
    mixed = type(vera.code)(vera.code.words[:2] + other.code.words[2:], vera.code.language)
    assert open_code(mixed) is None

"""Somebody has read Vera's card: she asks for new words, and the old ones open nothing any more."""

from unittest.mock import patch

import pytest
from tests.people import Visitor, vera
from tests.rooms.asking.test_check_word import her_page, words_on, written
from tests.rooms.asking.world import ALONE, answers_all, card, check_word, comes_back, presses_send
from tests.rooms.matters.world import file_of, keys, reception

from peredacha.core.sealing import ReturnCode
from peredacha.rooms.desk.services import told_traces
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import traces_of
from peredacha.rooms.people.services import AllPlacesTaken
from peredacha.rooms.vault.models import ReturnCode as CodeRow
from peredacha.rooms.vault.services import open_code

pytestmark = pytest.mark.django_db
ASK, CARD = "/return/new-words/", "/ask/words/"


@pytest.fixture
def mother() -> Visitor:
    """Vera has just sent her request."""
    reception()
    visitor = vera()
    answers_all(visitor, **ALONE)
    presses_send(visitor)
    return visitor


def opens(code: list[str]) -> bool:
    """Whether these words open a family's keys."""
    return open_code(ReturnCode(tuple(code), "ru")) is not None


def types_back(visitor: Visitor, code: list[str]) -> int:
    return visitor.sends(CARD, word_2=code[1], word_7=code[6]).status_code


def test_the_old_words_open_until_the_new_ones_are_written_down_and_then_nothing(mother: Visitor) -> None:
    old, _word = written(mother)
    assert mother.opens(ASK).status_code == 200 and mother.sends(ASK).url == CARD

    new = card(mother)
    assert new != old and card(mother) == new
    assert opens(old) and not opens(new)
    assert types_back(mother, new) == 302

    assert opens(new) and not opens(old)
    assert mother.opens(CARD).url == "/mine/" and "Вера" in her_page(mother)
    assert CodeRow.objects.count() == 1


def test_every_other_visit_of_the_family_ends_and_this_one_goes_on(mother: Visitor) -> None:
    old, _word = written(mother)
    igor = vera()
    comes_back(igor, old)
    mother.sends(ASK)

    types_back(mother, card(mother))

    assert igor.opens("/mine/").url == "/return/"
    assert mother.opens("/mine/").status_code == 200
    assert igor.sends("/return/", code=" ".join(old)).status_code == 422


def test_the_new_card_bears_a_check_word_of_its_own(mother: Visitor) -> None:
    _old, word = written(mother)
    mother.sends(ASK)
    new, fresh = card(mother), check_word(mother.opens(CARD))
    types_back(mother, new)

    visitor = vera()
    comes_back(visitor, new)

    assert words_on(her_page(visitor))[0] == fresh != word


def test_words_typed_back_wrong_change_nothing(mother: Visitor) -> None:
    old, _word = written(mother)
    mother.sends(ASK)

    wrong = mother.sends(CARD, word_2="нет", word_7="нет")

    assert wrong.status_code == 422 and opens(old)


def test_when_all_places_are_taken_she_presses_once_more(mother: Visitor) -> None:
    old, _word = written(mother)
    mother.sends(ASK)
    new = card(mother)

    with patch("peredacha.rooms.asking.services.renewing.sealed_code", side_effect=AllPlacesTaken):
        assert types_back(mother, new) == 503
    assert opens(old) and card(mother) == new
    assert types_back(mother, new) == 302 and opens(new)


def test_two_first_words_that_another_family_has_are_drawn_anew(mother: Visitor) -> None:
    old, _word = written(mother)
    other = vera()
    answers_all(other, **ALONE)
    presses_send(other)
    mother.sends(ASK)
    taken = card(mother)
    rows = CodeRow.objects.order_by("pk")
    tag = "peredacha.rooms.vault.services.codes.locator_tag"
    with patch(tag, return_value=bytes(rows[1].locator_tag)):
        assert mother.sends(CARD, word_2=taken[1], word_7=taken[6]).url == CARD

    fresh = card(mother)
    assert fresh != taken and opens(old)
    assert types_back(mother, fresh) == 302 and opens(fresh)


def test_words_that_are_not_yet_on_paper_are_shown_again_instead_of_other_ones(mother: Visitor) -> None:
    code = card(mother)

    mother.sends(ASK)

    assert card(mother) == code and opens(code)


def test_pavel_and_vera_read_that_new_words_were_made(db: None) -> None:
    pavel = reception()
    mother = vera()
    answers_all(mother, **ALONE)
    presses_send(mother)
    written(mother)
    mother.sends(ASK)
    types_back(mother, card(mother))

    file = file_of(keys(pavel), Matter.objects.get())

    assert [one.act for one in traces_of(file)][-1] == "keys_changed"
    assert told_traces(file)[0].what not in ("keys_changed", "") and "keys_changed" not in her_page(mother)

"""The eight words: written down, and the way back that they open."""

import pytest
from tests.people import Visitor, igor, vera
from tests.rooms.asking.world import ALONE, answers_all, card, presses_send
from tests.rooms.matters.world import reception

pytestmark = pytest.mark.django_db


@pytest.fixture
def mother() -> Visitor:
    """Vera has just sent her request."""
    reception()
    visitor = vera()
    answers_all(visitor, **ALONE)
    presses_send(visitor)
    return visitor


def test_the_words_are_shown_until_two_of_them_are_typed_back(mother: Visitor) -> None:
    code = card(mother)

    wrong = mother.sends("/ask/words/", word_2="нет", word_7=code[6])

    assert wrong.status_code == 422 and card(mother) == code
    assert mother.sends("/ask/words/", word_2=code[1].upper(), word_7=f" {code[6]} ").url == "/mine/"
    assert mother.opens("/ask/words/").url == "/mine/", "they are never shown again"


def test_the_words_open_her_page_on_another_phone(mother: Visitor) -> None:
    code = card(mother)
    another = vera()

    assert another.sends("/return/", code=" - ".join(code).upper()).url == "/mine/"
    assert "Вера" in another.opens("/mine/").content.decode()


def test_wrong_words_open_nothing_and_after_a_few_igor_waits(mother: Visitor) -> None:
    code = card(mother)
    stranger, wrong = igor(), [*code[:2], *reversed(code[2:])]

    tries = [stranger.sends("/return/", code=" ".join(wrong)).status_code for _ in range(7)]

    assert tries[0] == 422 and tries[-1] == 429 and set(tries) == {422, 429}
    assert stranger.opens("/mine/").url == "/return/"


def test_a_word_that_is_in_no_list_is_named() -> None:
    answer = igor().sends("/return/", code="раз два три")

    assert answer.status_code == 422 and answer.content.decode().count('role="alert"') == 1

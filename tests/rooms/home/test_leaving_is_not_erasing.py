"""Two buttons a frightened mother must not take for each other: one leaves this device, the other erases everything."""

import pytest
from tests.people import vera
from tests.rooms.asking.world import ALONE, answers_all, card, comes_back, presses_send
from tests.rooms.desk.world import page
from tests.rooms.matters.world import reception

from peredacha.rooms.matters.models import Matter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]
LEAVE, FORGET = "Leave, and forget on this device", "Forget everything"
HERS = ("/mine/", "/mine/erase/", "/return/new-words/", "/ask/words/", "/talk/mine/file/")


def foot(text: str) -> str:
    return text.partition('<footer class="foot">')[2]


def test_before_anything_is_sent_everything_is_in_the_browser_and_is_forgotten_there() -> None:
    reception()
    mother = vera("en")
    mother.goes_through("detained", "detention")

    below = foot(mother.opens("/plan/").content.decode())

    assert FORGET in below and LEAVE not in below


@pytest.mark.parametrize("path", HERS)
def test_on_her_own_pages_the_foot_says_that_she_leaves(path: str) -> None:
    reception()
    mother = vera("en")
    answers_all(mother, **ALONE)
    presses_send(mother)

    below = foot(mother.opens(path).content.decode())

    assert LEAVE in below and FORGET not in below


def test_leaving_erases_nothing_and_says_so_and_her_words_open_the_page_again() -> None:
    reception()
    mother = vera("en")
    answers_all(mother, **ALONE)
    presses_send(mother)
    code = card(mother)
    mother.sends("/ask/words/", word_2=code[1], word_7=code[6])

    told = mother.sends("/forget/").url

    assert "not erased" in mother.client.get(told).content.decode()
    assert Matter.objects.count() == 1 and mother.opens("/mine/").url == "/en/return/"
    comes_back(another := vera(), code)
    assert another.opens("/mine/").status_code == 200


def test_erasing_is_on_a_page_of_its_own_and_after_it_nobody_leaves_anything() -> None:
    reception()
    mother = vera("en")
    answers_all(mother, **ALONE)
    presses_send(mother)

    gone = mother.client.get(mother.sends("/mine/erase/").url).content.decode()

    assert not Matter.objects.exists()
    assert FORGET in foot(gone) and LEAVE not in foot(gone)


def test_a_helper_reads_the_same_words() -> None:
    assert LEAVE in foot(page(reception(), "/en/desk/"))

"""Pavel reads eight words and a check word to Vera, and later her own page shows her that word."""

import re

import pytest
from tests.people import Visitor
from tests.rooms.arrivals.test_calls import URL, words_on
from tests.rooms.arrivals.world import CALL, matter_of, page, reception, sends, ticket
from tests.rooms.asking.world import comes_back

pytestmark = pytest.mark.django_db


def check_word_on(text: str) -> str:
    return re.findall(r'class="words-check">[^<]*<strong translate="no">([^<]+)</strong>', text)[0]


def test_the_caller_s_first_card_bears_the_check_word_that_her_first_visit_shows() -> None:
    pavel = reception()
    saved = f"/arrivals/saved/{matter_of(sends(pavel.client, URL, CALL)).id}/"
    form = {"ticket": ticket(page(pavel.client.get(saved)))}
    told = page(pavel.client.post(f"{saved}words/", form))
    code, word = words_on(told), check_word_on(told)
    assert check_word_on(page(pavel.client.post(f"{saved}words/", form))) == word, (
        "a double click tells the same"
    )
    pavel.client.post(f"{saved}words/", {**form, "word_2": code[1], "word_7": code[6]})
    vera, again = Visitor(), Visitor()

    comes_back(vera, list(code))
    comes_back(again, list(code))

    before, fresh = checks_on(vera)
    assert before == word != fresh
    assert checks_on(again)[0] == fresh


def test_when_somebody_came_with_the_caller_s_words_before_her_another_word_greets_her() -> None:
    pavel = reception()
    saved = f"/arrivals/saved/{matter_of(sends(pavel.client, URL, CALL)).id}/"
    told = page(pavel.client.post(f"{saved}words/", {"ticket": ticket(page(pavel.client.get(saved)))}))
    igor, vera = Visitor(), Visitor()
    comes_back(igor, list(words_on(told)))

    comes_back(vera, list(words_on(told)))

    assert checks_on(vera)[0] == checks_on(igor)[1] != check_word_on(told)


def checks_on(visitor: Visitor) -> list[str]:
    """The words in the part about the check word on the family's page."""
    part = (
        visitor.opens("/mine/").content.decode().partition('id="check-title"')[2].partition("</section>")[0]
    )
    return re.findall(r'<strong translate="no">([^<]+)</strong>', part)

"""Vera comes back, and the page greets her with the word of the time before; Igor's visit would leave another one."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.utils import timezone
from tests.people import Visitor, vera
from tests.rooms.asking.world import ALONE, answers_all, card, check_word, comes_back, form_mark, presses_send
from tests.rooms.matters.world import reception

from peredacha.core.sealing import ReturnCode, read_code
from peredacha.rooms.asking.models import CheckWord
from peredacha.rooms.home.services import erase
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.vault.services import open_code

pytestmark = pytest.mark.django_db


@pytest.fixture
def mother() -> Visitor:
    """Vera has just sent her request."""
    reception()
    visitor = vera()
    answers_all(visitor, **ALONE)
    presses_send(visitor)
    return visitor


def written(mother: Visitor) -> tuple[list[str], str]:
    """Her words and the first check word, on paper."""
    code, word = card(mother), check_word(mother.opens("/ask/words/"))
    mother.sends("/ask/words/", word_2=code[1], word_7=code[6])
    return code, word


def words_on(page: str) -> list[str]:
    """The words in the part about the check word: of the time before, if there is one, and for next time."""
    part = page.partition('id="check-title"')[2].partition("</section>")[0]
    return re.findall(r'<strong translate="no">([^<]+)</strong>', part)


def her_page(visitor: Visitor) -> str:
    return str(visitor.opens("/mine/").content.decode())


def test_the_card_bears_a_check_word_and_so_does_the_page_when_she_comes_back(mother: Visitor) -> None:
    code, word = written(mother)
    assert words_on(her_page(mother)) == []

    another = vera()
    comes_back(another, code)

    before, fresh = words_on(her_page(another))
    assert before == word != fresh
    assert words_on(her_page(another)) == [before, fresh], "it stays the same all visit long"


def test_each_visit_finds_what_the_one_before_left_and_says_when_it_was(mother: Visitor) -> None:
    code, first = written(mother)
    now, found = timezone.localtime(), [first]
    for day in (2, 5):
        with time_machine.travel(now + timedelta(days=day), tick=False):
            visitor = vera()
            comes_back(visitor, code)
            before, fresh = words_on(her_page(visitor))
            assert before == found[-1]
            found.append(fresh)
            said = re.sub(r"\s+", " ", her_page(visitor))
            day_before = now if day == 2 else now + timedelta(days=2)
            assert str(day_before.day) in said.partition('id="check-title"')[2].partition("</section>")[0]

    assert len(set(found)) == 3


def test_a_visit_of_igor_is_seen_at_the_next_one_of_vera(mother: Visitor) -> None:
    code, word = written(mother)
    igor = vera()
    comes_back(igor, code)

    mother = vera()
    comes_back(mother, code)

    assert words_on(her_page(mother))[0] == words_on(her_page(igor))[1] != word
    assert "/return/new-words/" in her_page(mother)


def test_a_double_click_is_one_visit(mother: Visitor) -> None:
    code, word = written(mother)
    visitor = vera()
    mark = form_mark(visitor)

    pages = []
    for _click in range(2):
        assert visitor.sends("/return/", code=" ".join(code), once=mark).url == "/mine/"
        pages.append(words_on(her_page(visitor)))

    assert pages[0] == pages[1] and pages[0][0] == word


def test_two_at_once_both_come_in(mother: Visitor) -> None:
    code, word = written(mother)
    one, two = vera(), vera()
    comes_back(one, code)
    comes_back(two, code)

    assert words_on(her_page(one))[0] == word
    assert words_on(her_page(two))[0] == words_on(her_page(one))[1]
    assert CheckWord.objects.count() == 1


def test_it_is_never_needed_and_a_damaged_one_is_a_sentence(mother: Visitor) -> None:
    code, _word = written(mother)
    CheckWord.objects.update(box=b"\1damaged")
    visitor = vera()

    comes_back(visitor, code)

    assert len(words_on(her_page(visitor))) == 1
    again = vera()
    comes_back(again, code)
    assert words_on(her_page(again))[0] == words_on(her_page(visitor))[0]


def test_who_came_back_without_typing_the_words_finds_the_word_of_her_card(mother: Visitor) -> None:
    code, word = card(mother), check_word(mother.opens("/ask/words/"))
    visitor = vera()

    comes_back(visitor, code)

    before, fresh = words_on(her_page(visitor))
    assert before == word != fresh
    again = vera()
    comes_back(again, code)
    assert words_on(her_page(again))[0] == fresh


def test_the_word_is_of_the_list_of_her_words_and_stands_nowhere_in_clear(mother: Visitor) -> None:
    code, word = written(mother)

    assert read_code(" ".join([word] * 8)).language == "ru"
    row = CheckWord.objects.get()
    for told in (word, *code):
        assert told.encode() not in bytes(row.box)
    sizes = set()
    for _visit in range(3):
        comes_back(vera(), code)
        sizes.add(len(bytes(CheckWord.objects.get().box)))
    assert sizes == {len(bytes(row.box))}


def test_a_box_of_another_family_says_nothing_here(mother: Visitor) -> None:
    code, _word = written(mother)
    other = vera()
    answers_all(other, **ALONE)
    presses_send(other)
    others, others_word = written(other)
    assert others != code
    holder = open_code(ReturnCode(tuple(code), "ru"))
    assert holder is not None
    stolen = CheckWord.objects.exclude(holder=holder.holder).get().box
    CheckWord.objects.filter(holder=holder.holder).update(box=stolen)

    visitor = vera()
    comes_back(visitor, code)

    assert others_word not in words_on(her_page(visitor))


def test_with_the_matter_the_check_word_goes(mother: Visitor) -> None:
    written(mother)

    erase(Matter.objects.get(), today=timezone.localdate())

    assert not CheckWord.objects.exists()


def test_a_stranger_without_words_reads_no_check_word() -> None:
    answer: HttpResponse = vera().opens("/return/new-words/")

    assert answer.status_code == 302 and answer.url == "/return/"

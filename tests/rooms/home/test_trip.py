"""The second trip through the pages: Vera asks, Pavel sees it, they talk."""

import re

import pytest
from tests.people import TAKEN_AT_HALF_PAST_TWO, vera
from tests.rooms.asking.world import ALONE, answers_all, card, presses_send
from tests.rooms.home.world import notes
from tests.rooms.matters.world import reception

from peredacha.rooms.matters.models import FactRow, Matter
from peredacha.rooms.vault.models import Safe

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]


def asks_for_a_person(visitor):
    visitor.goes_through("detained", "detention", **TAKEN_AT_HALF_PAST_TWO)
    answers_all(visitor, **ALONE)
    return presses_send(visitor)


def test_vera_asks_and_pavel_reads_and_answers() -> None:
    pavel = reception()
    mother = vera()

    sent = asks_for_a_person(mother)

    assert sent.status_code == 302 and sent.url == "/ask/words/"
    code = card(mother)
    assert len(code) == 8
    queue = pavel.client.get("/desk/").content.decode()
    assert "Вера" in queue
    link = re.search(r'href="(/desk/matters/[^"]+)"', queue)[1]
    matter = pavel.client.get(link).content.decode()
    assert "Сына забрали ночью." in matter
    assert pavel.client.post(f"{link}talk/", {"text": "Мы рядом."}).status_code == 302
    assert mother.sends("/ask/words/", word_2=code[1], word_7=code[6]).url == "/mine/"

    another_phone = vera()
    back = another_phone.sends("/return/", code=" ".join(code))

    assert back.status_code == 302
    home = another_phone.opens("/mine/").content.decode()
    assert "Мы рядом." in home
    assert "Pavel" in home


def test_vera_takes_everything_along_and_erases_it() -> None:
    pavel = reception()
    mother = vera()
    asks_for_a_person(mother)
    code = card(mother)

    assert "Сына забрали ночью." in notes(mother.client)
    assert mother.sends("/mine/erase/").url == "/mine/erased/"
    assert Matter.objects.count() == FactRow.objects.count() == Safe.objects.count() == 0
    assert mother.opens("/mine/").url == "/return/"
    assert vera().sends("/return/", code=" ".join(code)).status_code == 422
    assert "Вера" not in pavel.client.get("/desk/").content.decode()

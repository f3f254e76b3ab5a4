"""A double click, a form sent again by the browser: one message, one trace."""

import re

import pytest
from tests.rooms.matters.world import asks, file_of, keys, reception

from peredacha.rooms.conversations.services import read_thread
from peredacha.rooms.matters.services import traces_of

pytestmark = pytest.mark.django_db


def mark_in(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', page)
    assert found, "every form of a message bears a mark"
    return found[1]


def test_what_vera_sends_twice_is_said_once() -> None:
    reception()
    vera = asks()
    sent = {"text": "Он в СИЗО.", "once": mark_in(vera.client.get("/mine/").content.decode(), "once")}

    answers = [vera.client.post("/mine/talk/", sent).status_code for _click in range(2)]

    assert answers == [302, 302]
    file = file_of(vera.keys, vera.matter)
    assert [one.text for one in read_thread(file).messages] == ["Он в СИЗО."]
    assert [one.act for one in traces_of(file)].count("message_sent") == 1


def test_the_same_words_from_a_new_form_are_said_again() -> None:
    reception()
    vera = asks()
    for _time in range(2):
        page = vera.client.get("/mine/").content.decode()
        vera.client.post("/mine/talk/", {"text": "Есть новости?", "once": mark_in(page, "once")})

    assert len(read_thread(file_of(vera.keys, vera.matter)).messages) == 2


def test_pavel_too_says_it_once_to_the_family_and_once_among_the_helpers() -> None:
    pavel = reception()
    vera = asks()
    base = f"/desk/matters/{vera.matter.id}/"
    for page, form, prefix in ((base, "talk", ""), (f"{base}helpers/", "inner", "inner-")):
        mark = mark_in(pavel.client.get(page).content.decode(), f"{prefix}once")
        for _click in range(2):
            pavel.client.post(f"{base}{form}/", {f"{prefix}text": "Мы рядом.", f"{prefix}once": mark})

    file = file_of(keys(pavel), vera.matter)
    assert len(read_thread(file).messages) == len(read_thread(file, inner=True).messages) == 1

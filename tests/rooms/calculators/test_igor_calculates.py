"""Igor, the stranger, comes to every calculator; and nothing that Vera types leaves a trace."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from peredacha.rooms.calculators import urls

NAMES = ["index", "deadline", "rule", "served", "parole", "custody", "parcels"]
FORMS = NAMES[1:]
TYPED = {
    "length_0": "3",
    "regime": "general",
    "category": "grave",
    "articles": "291.1",
    "stage": "investigation",
    "place": "colony",
    **{
        f"{name}_{box}": value
        for name in ("day", "in_force_on", "since")
        for box, value in enumerate(("7", "8", "2019"))
    },
}


def address(name: str, language: str = "ru") -> str:
    with translation.override(language):
        return reverse(f"calculators:{name}", kwargs={"rule_id": "cassation"} if name == "rule" else {})


def test_every_address_of_the_room_is_visited_here() -> None:
    assert {pattern.name for pattern in urls.urlpatterns} == set(NAMES)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_igor_may_read_every_page(client: Client, name: str, language: str) -> None:
    answer = client.get(address(name, language))

    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("name", FORMS)
def test_a_question_in_the_address_is_not_read(client: Client, name: str) -> None:
    plain, asked = (client.get(address(name), query).content.decode() for query in ({}, TYPED))

    assert 'id="answer-title"' not in asked
    assert "2019" not in asked.partition("<main")[2].partition("</main>")[0]
    assert asked.count("<input") == plain.count("<input")


@pytest.mark.parametrize("name", FORMS)
def test_a_form_from_another_site_is_refused(name: str) -> None:
    igor = Client(enforce_csrf_checks=True)

    assert igor.post(address(name), TYPED).status_code == 403


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
@pytest.mark.parametrize("name", NAMES)
def test_igor_can_change_nothing(client: Client, name: str, method: str) -> None:
    assert getattr(client, method)(address(name), TYPED).status_code == 405


def test_the_list_takes_nothing(client: Client) -> None:
    assert client.post(address("index"), TYPED).status_code == 405


@pytest.mark.parametrize("name", FORMS[1:])
def test_nothing_that_was_typed_leaves_in_a_cookie_a_header_or_a_table(
    client: Client, name: str, db: None
) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = client.post(address(name), TYPED)

    carried = [value for pair in answer.headers.items() for value in pair]
    carried += [f"{cookie.key}={cookie.value}" for cookie in answer.cookies.values()]
    assert not [text for text in carried for word in ("2019", "291.1") if word in text]
    assert set(answer.cookies) <= {"__Host-csrf"}
    assert len(queries) == 0


@pytest.mark.parametrize("name", FORMS)
def test_what_igor_types_comes_back_as_text_and_never_as_a_page(client: Client, name: str) -> None:
    nasty = '"><script>alert(1)</script>'
    typed = dict.fromkeys((*TYPED, "rule", "variant", "time", "parcels", "kind_1", "traits", "victim"), nasty)

    answer = client.post(address(name), typed)

    assert answer.status_code == 422
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("name", FORMS)
def test_an_empty_form_is_answered_with_sentences(client: Client, name: str, today: date) -> None:
    answer = client.post(address(name), {})

    assert answer.status_code == 422
    assert 'class="errors"' in answer.content.decode()

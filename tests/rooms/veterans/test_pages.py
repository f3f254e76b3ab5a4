"""The page of the card, as Anna uses it, without a script."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from tests.rooms.matters.world import keys, reception
from tests.rooms.people.world import enrol
from tests.rooms.veterans.world import KNOWS, at, veteran

from peredacha.rooms.veterans.models import Profile, ProfileContent
from peredacha.rooms.veterans.services import my_profile

pytestmark = pytest.mark.django_db


def gets(client: Client) -> HttpResponse:
    return client.get(reverse("veterans:me"), secure=True)  # type: ignore[return-value]


def posts(client: Client, **data: Any) -> HttpResponse:
    return client.post(reverse("veterans:me"), data, secure=True)  # type: ignore[return-value]


CARD = {
    "capacity": "2",
    "languages": ["ru", "tt"],
    "gender": "woman",
    "region": "RU-ZRC",
    "was_inside": "no",
    "kin": ["parent"],
    "stages": ["remand"],
    "places": "Где-то на севере",
    "articles": "228.1 ч. 3",
    "groups": ["drugs"],
    "never": ["minor"],
    "cases": "1-15/2026",
    "note": "По вечерам.",
}


def test_anna_fills_in_her_card_and_finds_it_again() -> None:
    reception()
    anna = enrol("Anna")

    assert posts(anna.client, **CARD).status_code == 302

    told = my_profile(keys(anna), now=at())
    assert (told.capacity, told.languages, told.gender) == (2, ("ru", "tt"), "woman")
    assert (told.was_inside, told.articles, told.never) == (False, ("228.1/3",), ("minor",))
    assert told.places == ("Где-то на севере",) and len(told.conflict_tags) == 1
    page = gets(anna.client).content.decode()
    assert "Где-то на севере" in page and "228.1 ч. 3" in page and "1-15/2026" not in page


def test_her_fingerprints_stay_until_she_lets_them_be_forgotten() -> None:
    reception()
    anna = enrol("Anna")
    posts(anna.client, **CARD)
    posts(anna.client, **{**CARD, "cases": ""})
    assert len(my_profile(keys(anna), now=at()).conflict_tags) == 1

    posts(anna.client, **{**CARD, "cases": "", "forget_cases": "yes"})

    assert my_profile(keys(anna), now=at()).conflict_tags == ()


def test_an_empty_card_is_a_card() -> None:
    anna = enrol("Anna")

    assert posts(anna.client).status_code == 302
    assert my_profile(keys(anna), now=at()) == ProfileContent()


@pytest.mark.parametrize(
    "wrong",
    [
        {"capacity": "много"},
        {"capacity": "-1"},
        {"capacity": "999"},
        {"languages": ["xx"]},
        {"region": "nowhere"},
        {"note": "x" * 1001},
        {"places": "\n".join(f"место {number}" for number in range(13))},
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_typed_is_lost(wrong: dict[str, Any]) -> None:
    anna = veteran()

    answer = posts(anna.client, **{**CARD, **wrong})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'role="alert"' in page and "228.1 ч. 3" in page
    assert my_profile(keys(anna), now=at()) == KNOWS


@pytest.mark.usefixtures("demo_cards")
def test_a_place_is_found_by_its_name_and_two_of_one_name_are_asked_about() -> None:
    anna = enrol("Anna")

    assert posts(anna.client, places="СИЗО-1").status_code == 302
    [place] = my_profile(keys(anna), now=at()).facilities
    assert posts(anna.client, places="отдел").status_code == 422

    shown = gets(anna.client).content.decode()
    assert "СИЗО-1" in shown
    assert my_profile(keys(anna), now=at()).facilities == (place,)


@pytest.mark.usefixtures("demo_cards")
def test_the_names_that_the_card_shows_can_be_sent_again_unchanged() -> None:
    anna = enrol("Anna")
    posts(anna.client, places="СИЗО-1")
    before = my_profile(keys(anna), now=at())
    form = gets(anna.client).context["form"]  # type: ignore[attr-defined]

    posts(anna.client, places=form.initial["places"])

    assert my_profile(keys(anna), now=at()) == before


def test_a_rest_is_one_button_on_the_card() -> None:
    anna = veteran()

    page = gets(anna.client).content.decode()

    assert reverse("mentoring:rest") in page and reverse("mentoring:back") not in page


def test_igor_and_a_helper_who_is_no_veteran_have_no_card() -> None:
    igor, larisa = Client(), enrol("Larisa", ("lawyer",)).client

    assert (gets(igor).status_code, posts(igor, **CARD).status_code) == (302, 403)
    assert posts(larisa, **CARD).status_code == 404
    assert Profile.objects.count() == 0

"""The answers live in a sealed cookie, for two hours, and nowhere else."""

import hashlib
import json
from base64 import urlsafe_b64decode
from datetime import UTC, datetime, timedelta

import pytest
from django.test import override_settings
from tests.people import igor, vera

from peredacha.rooms.intake.services import (
    COOKIE,
    LIFETIME,
    Kept,
    TooManyAnswers,
    read_answers,
    sealed_answers,
)

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
KEPT = Kept({"stage": "detention", "article": "228 ч. 2", "person": ("minor", "ill")}, "5eed")


def test_answers_come_back_as_they_were_given():
    assert read_answers(sealed_answers(KEPT, now=NOW), now=NOW) == KEPT


def test_the_cookie_tells_nothing_and_not_even_its_length():
    short, long = sealed_answers(Kept(), now=NOW), sealed_answers(KEPT, now=NOW)

    assert b"detention" not in urlsafe_b64decode(long + "==")
    assert len(short) == len(long)


def test_the_cookie_is_forgotten_after_two_hours():
    cookie = sealed_answers(KEPT, now=NOW)

    assert read_answers(cookie, now=NOW + LIFETIME).answers == KEPT.answers
    assert read_answers(cookie, now=NOW + LIFETIME + timedelta(seconds=1)) == Kept()


def test_a_restart_with_a_new_key_forgets_everything():
    cookie = sealed_answers(KEPT, now=NOW)

    with override_settings(ANSWERS_KEY=b"k" * 32):
        assert read_answers(cookie, now=NOW) == Kept()


@pytest.mark.parametrize("damaged", ["", "x", "A" * 700, "ы", "%00", '"""'])
def test_a_damaged_cookie_is_no_cookie(damaged):
    assert read_answers(damaged, now=NOW) == Kept()
    assert read_answers(sealed_answers(KEPT, now=NOW)[:-4] + "AAAA", now=NOW) == Kept()


def test_more_than_a_cookie_holds_is_refused():
    noise = "".join(hashlib.sha256(bytes([n])).hexdigest() for n in range(100))

    with pytest.raises(TooManyAnswers):
        sealed_answers(Kept({"article": noise}), now=NOW)


@pytest.mark.django_db
def test_forget_everything_empties_the_browser():
    mother = vera()
    mother.goes_through("detained", "police")

    response = mother.sends("/forget/")

    assert response.url == "/forgotten/"
    assert response.cookies[COOKIE]["max-age"] == 0
    assert "cookies" in response.headers["Clear-Site-Data"]
    assert mother.opens("/plan/").url == "/"


@pytest.mark.django_db
def test_leaving_the_page_forgets_and_shows_something_harmless(settings):
    mother = vera()
    mother.goes_through("detained", "police")

    response = mother.sends("/exit/")

    assert response.headers["Refresh"] == f"0; url={settings.EXIT_URL}"
    assert response.content == b""
    assert mother.opens("/plan/").url == "/"


@pytest.mark.django_db
def test_cookies_are_secure_and_pages_are_never_kept():
    mother = vera()
    response = mother.sends("/doors/detained/", answer="police")

    cookie = response.cookies[COOKIE]
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"], cookie["path"]) == (
        True,
        True,
        "Strict",
        "/",
    )
    assert mother.opens("/answers/").headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_igor_cannot_read_a_plan_by_its_address():
    vera().goes_through("detained", "police")

    assert igor().opens("/plan/").url == "/"
    assert json.loads(json.dumps(igor().client.cookies)) == {}

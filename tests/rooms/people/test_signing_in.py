"""Anna signs in; Igor, who has only a part of what it takes, does not, and learns nothing."""

from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pyotp
import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from tests.rooms.people.world import PASSPHRASE, Enrolled, enrol

from peredacha.rooms.people.models import MemberState
from peredacha.rooms.people.services import COOKIE, Refused, SignedIn, sign_in
from peredacha.rooms.people.services.factors import add_totp, make_printed_codes, new_totp_secret
from peredacha.rooms.people.services.slowing import wait_for
from peredacha.rooms.people.services.stretching import AllPlacesTaken

pytestmark = pytest.mark.django_db
DOOR, CODE, ME = "/team/sign-in/", "/team/sign-in/code/", "/team/me/"


def app_of(anna: Enrolled) -> pyotp.TOTP:
    """Anna's phone."""
    secret = new_totp_secret()
    add_totp(member=anna.member, secret=secret, label="phone", step=-1, today=timezone.localdate())
    return pyotp.TOTP(secret)


def at_the_door(login: str = "anna", passphrase: str = PASSPHRASE) -> Client:
    """A fresh browser after the first step."""
    client = Client()
    client.post(DOOR, {"login": login, "passphrase": passphrase})
    return client


def said_to(login: str, passphrase: str = PASSPHRASE) -> tuple[int, str]:
    answer = Client().post(DOOR, {"login": login, "passphrase": passphrase})
    text = answer.content.decode().replace(login, "LOGIN")
    return answer.status_code, text[text.index("<main") :].partition("csrfmiddlewaretoken")[0]


def test_anna_comes_in_with_her_passphrase_and_the_code_of_her_phone(
    anna: Enrolled, after_sign_in: str
) -> None:
    phone, browser = app_of(anna), at_the_door()
    half = browser.cookies[COOKIE].value

    answer = browser.post(CODE, {"code": phone.now()})

    assert answer.url == after_sign_in
    assert browser.cookies[COOKIE].value != half
    assert "Anna" in browser.get(ME).content.decode()


def test_how_the_login_is_typed_does_not_matter(anna: Enrolled) -> None:
    found = sign_in(login=" ANNA ", passphrase=PASSPHRASE, now=timezone.now())

    assert isinstance(found, SignedIn) and found.visit.keys == anna.pair.packed()


def test_a_printed_code_opens_once(anna: Enrolled, after_sign_in: str) -> None:
    code = make_printed_codes(member=anna.member)[3]

    first, second = at_the_door(), at_the_door()

    assert first.post(CODE, {"code": code.upper().replace("-", " ")}).status_code == 302
    assert second.post(CODE, {"code": code}).status_code == 422


def test_a_code_that_igor_saw_over_her_shoulder_is_used_up(anna: Enrolled, after_sign_in: str) -> None:
    with time_machine.travel(datetime.now(UTC), tick=False):
        phone, code = app_of(anna), ""
        hers, his = at_the_door(), at_the_door()
        code = phone.now()

        assert hers.post(CODE, {"code": code}).status_code == 302
        assert his.post(CODE, {"code": code}).status_code == 422
        assert his.get(ME).url == CODE


@pytest.mark.parametrize(("steps", "status"), [(-2, 422), (-1, 302), (0, 302), (1, 302), (2, 422)])
def test_a_clock_may_be_one_step_off(anna: Enrolled, steps: int, status: int, after_sign_in: str) -> None:
    with time_machine.travel(datetime.now(UTC), tick=False):
        phone, browser = app_of(anna), at_the_door()

        assert (
            browser.post(
                CODE, {"code": phone.at(datetime.now(UTC) + timedelta(seconds=30 * steps))}
            ).status_code
            == status
        )


def test_the_code_of_another_member_opens_nothing(anna: Enrolled, pavel: Enrolled) -> None:
    phone = app_of(pavel)
    code = make_printed_codes(member=pavel.member)[0]

    assert at_the_door().post(CODE, {"code": phone.now()}).status_code == 422
    assert at_the_door().post(CODE, {"code": code}).status_code == 422


def test_without_any_factor_nobody_gets_further(anna: Enrolled) -> None:
    assert at_the_door().post(CODE, {"code": "000000"}).status_code == 422


def test_a_cookie_that_igor_planted_is_not_the_one_that_opens(anna: Enrolled, after_sign_in: str) -> None:
    phone, browser = app_of(anna), Client()
    browser.cookies[COOKIE] = planted = at_the_door().cookies[COOKIE].value
    browser.post(DOOR, {"login": "anna", "passphrase": PASSPHRASE})
    browser.post(CODE, {"code": phone.now()})

    igor = Client()
    igor.cookies[COOKIE] = planted

    assert browser.get(ME).status_code == 200
    assert igor.get(ME).url == DOOR


def test_unknown_wrong_frozen_and_ended_are_answered_alike(anna: Enrolled) -> None:
    boris = enrol("Boris")
    boris.member.state = MemberState.FROZEN
    boris.member.save()
    enrol("Vlad", until=timezone.localdate() - timedelta(days=1))
    locked = enrol("Oleg")
    locked.member.box = None
    locked.member.save()

    answers = {
        said_to("anna", "wrong"),
        said_to("nobody"),
        said_to("boris"),
        said_to("vlad"),
        said_to("oleg"),
    }

    assert len(answers) == 1
    assert next(iter(answers))[0] == 422


def test_an_unknown_login_is_stretched_with_a_salt_that_stays_the_same(anna: Enrolled) -> None:
    with patch("peredacha.rooms.people.services.signing_in.stretch_in_turn") as stretching:
        stretching.return_value.verifier = b"\0" * 32
        for login in ("nobody", "nobody", "somebody"):
            assert isinstance(sign_in(login=login, passphrase="x", now=timezone.now()), Refused)

    salts = [call.args[1] for call in stretching.call_args_list]
    assert salts[0] == salts[1] != salts[2]
    assert {len(salt) for salt in salts} == {16}


def test_a_verifier_of_zeros_in_the_database_opens_nothing(anna: Enrolled) -> None:
    with patch("peredacha.rooms.people.services.signing_in.stretch_in_turn") as stretching:
        stretching.return_value.verifier = b"\0" * 32
        stretching.return_value.key = b"\0" * 32
        anna.member.verifier_hash = b"\0" * 32
        anna.member.save()

        assert isinstance(sign_in(login="anna", passphrase="x", now=timezone.now()), Refused)


def test_guessing_gets_slower_and_the_right_passphrase_waits_too(anna: Enrolled) -> None:
    now = timezone.now()
    for _try in range(5):
        said_to("anna", "wrong")

    status, text = said_to("anna")

    assert status == 422 and "1" in text
    assert isinstance(sign_in(login="anna", passphrase=PASSPHRASE, now=now + timedelta(minutes=1)), SignedIn)
    assert isinstance(sign_in(login="pavel", passphrase=PASSPHRASE, now=now), Refused)


def test_an_unknown_login_gets_slower_in_the_same_way(anna: Enrolled) -> None:
    for login in ("anna", "nobody"):
        for _try in range(6):
            said_to(login, "wrong")

    assert said_to("anna", "wrong") == said_to("nobody", "wrong")


def test_nobody_waits_longer_than_a_quarter_of_an_hour(anna: Enrolled) -> None:
    now = timezone.now()
    for _try in range(40):
        sign_in(login="anna", passphrase="wrong", now=now)
        now += timedelta(minutes=15)

    assert isinstance(sign_in(login="anna", passphrase=PASSPHRASE, now=now), SignedIn)


def test_guessing_codes_gets_slower(anna: Enrolled) -> None:
    phone, browser = app_of(anna), at_the_door()
    for _try in range(5):
        browser.post(CODE, {"code": "000000"})

    assert browser.post(CODE, {"code": phone.now()}).status_code == 422
    assert wait_for(b"second-factor", anna.member.id.bytes, now=timezone.now()) > timedelta(0)


def test_when_all_places_are_taken_the_page_asks_for_patience(anna: Enrolled) -> None:
    with patch("peredacha.rooms.people.services.signing_in.stretch_in_turn", side_effect=AllPlacesTaken):
        answer = Client().post(DOOR, {"login": "anna", "passphrase": PASSPHRASE})

    assert answer.status_code == 503
    assert (answer.headers["Refresh"], COOKIE in answer.cookies) == ("5", False)


def test_a_passphrase_is_never_sent_back(anna: Enrolled) -> None:
    answer = Client().post(DOOR, {"login": "anna", "passphrase": "wrong but secret"})

    assert 'value="anna"' in answer.content.decode()
    assert b"wrong but secret" not in answer.content


def test_signing_out_ends_the_visit(anna: Enrolled) -> None:
    cookie = anna.client.cookies[COOKIE].value
    anna.client.post("/team/sign-out/")
    igor = Client()
    igor.cookies[COOKIE] = cookie

    assert igor.get(ME).url == DOOR
    assert anna.client.cookies[COOKIE].value == ""

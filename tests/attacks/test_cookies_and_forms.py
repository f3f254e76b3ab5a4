"""Igor has a cookie, a form, a login or a half of a code: what he can do with it."""

import re
from datetime import timedelta
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.http.cookie import SimpleCookie
from django.test import Client
from django.utils import timezone
from tests.attacks.addresses import addresses
from tests.attacks.test_forged_rows import asks_now
from tests.attacks.watching import body_of, rows_of_others, undone, visit
from tests.attacks.world import MARK, House
from tests.rooms.matters.world import file_of
from tests.rooms.people.world import PASSPHRASE, Enrolled

from peredacha.core.sealing import ReturnCode
from peredacha.rooms.conversations.models import Message
from peredacha.rooms.matters.models import Claim, Matter
from peredacha.rooms.people.models import Session
from peredacha.rooms.people.services import COOKIE, forget_all_wrong, stretching
from peredacha.rooms.people.services.factors import make_printed_codes

pytestmark = pytest.mark.django_db
DOOR, BACK = "/team/sign-in/", "/return/"


def browser(token: str = "", **more: Any) -> Client:
    """A browser with this cookie."""
    client = Client(**more)
    client.raise_request_exception = False
    if token:
        client.cookies[COOKIE] = token
    return client


def opens(token: str, url: str = "/team/me/") -> bool:
    """Whether a cookie opens a guarded page."""
    return browser(token).get(url, secure=True).status_code == 200


def signs_in(client: Client, helper: Enrolled) -> str:
    """The whole way in; gives the new cookie."""
    code = make_printed_codes(member=helper.member)[0]
    client.post(DOOR, {"login": helper.login, "passphrase": PASSPHRASE}, secure=True)
    client.post("/team/sign-in/code/", {"code": code}, secure=True)
    return client.cookies[COOKIE].value


def test_a_cookie_put_into_the_browser_before_is_worth_nothing_after_signing_in(house: House) -> None:
    planted = house.larisa.visit.token
    client = browser(planted)

    fresh = signs_in(client, house.anna)

    assert fresh != planted and opens(fresh)
    assert not opens(planted), "the planted visit went on beside the new one"
    assert "Anna" in body_of(client.get("/team/me/", secure=True))


def test_a_made_up_cookie_is_not_taken_over(house: House) -> None:
    client = browser("A" * 64)

    assert signs_in(client, house.anna) != "A" * 64
    assert not opens("A" * 64)


def test_a_stolen_cookie_ends_with_signing_out_a_new_passphrase_and_the_lock(house: House) -> None:
    for way in ("sign-out", "passphrase", "lock", "close"):
        with undone():
            forget_all_wrong()
            mine, stolen = browser(), browser()
            token, other = signs_in(mine, house.anna), signs_in(stolen, house.anna)
            assert opens(token) and opens(other)
            ends = {"sign-out": out, "passphrase": renewed, "lock": locked, "close": closed}[way](mine)
            assert ends < 400, way
            assert not opens(other if way != "sign-out" else token), way


def out(client: Client) -> int:
    return client.post("/team/sign-out/", secure=True).status_code


def renewed(client: Client) -> int:
    fresh = "пять синих птиц и один пароход"
    client.post("/team/me/sure/passphrase/", {"passphrase": PASSPHRASE}, secure=True)
    answer = client.post("/team/me/passphrase/", {"passphrase": fresh, "again": fresh}, secure=True)
    assert answer.status_code == 302, body_of(answer)
    return answer.status_code


def locked(client: Client) -> int:
    return client.post("/team/me/lock/", {"sure": "on"}, secure=True).status_code


def closed(client: Client) -> int:
    answer = client.post("/vault/close/", {"sure": "on"}, secure=True)
    return 302 if answer.status_code == 503 else answer.status_code


@pytest.mark.parametrize("origin", ["https://igor.example", ""])
def test_no_form_is_taken_from_another_site(house: House, origin: str) -> None:
    """Every address, with the cookie of somebody who may: without the token of our own page nothing is done."""
    token = house.pavel.visit.token
    client, taken = browser(token, enforce_csrf_checks=True), {}
    for one in {address.name: address for address in addresses(house)}.values():
        with undone() as wrote:
            headers = {"origin": origin} if origin else {}
            answer = visit(client, "post", one.url, {"text": "igor"}, headers=headers)
        if answer.status_code not in (403, 404, 405) or wrote - {"people_session"}:
            taken[one.url] = answer.status_code

    assert not taken


def test_a_familys_cookie_is_no_helpers_and_a_helpers_no_familys(house: House) -> None:
    family, helper = house.vera.client.cookies[COOKIE].value, house.anna.visit.token

    assert not opens(family) and not opens(family, "/desk/mine/")
    assert browser(helper).get("/mine/", secure=True).url == BACK


def test_cookies_put_together_from_two_visits_open_nothing(house: House) -> None:
    anna, pavel = house.anna.visit.token, house.pavel.visit.token
    for cut in (10, 21, 22, 40):
        assert not opens(anna[:cut] + pavel[cut:])
    row, other = Session.objects.order_by("pk")[:2]
    Session.objects.filter(pk=row.pk).update(box=other.box, owner_tag=other.owner_tag)
    assert not all(opens(one) for one in (anna, pavel))


@pytest.mark.parametrize("cookie", ["x" * 7000, "\x00", "=" * 3, "ÿ" * 64, "A" * 63 + "\n"])
def test_a_monstrous_cookie_is_no_visit(house: House, cookie: str) -> None:
    client = Client(headers={"cookie": f"{COOKIE}={cookie}; {COOKIE}={house.anna.visit.token[:-2]}"})
    client.raise_request_exception = False

    assert client.get("/team/me/", secure=True).status_code in (302, 400)


def test_unknown_ids_and_ids_of_others_look_the_same(house: House) -> None:
    """Random, neighbouring and other families' ids: the same status, and a page of the same length."""
    token = house.larisa.visit.token
    real = house.nina.matter.id
    near = real.__class__(int=real.int + 1)
    for part in ("", "plan/", "history/"):
        answers = [
            visit(browser(token), "get", f"/desk/matters/{one}/{part}") for one in (real, near, uuid4())
        ]
        assert {one.status_code for one in answers} == {404}
        assert len({same(one) for one in answers}) == 1


def same(answer: Any) -> str:
    """A page without what is drawn anew each time."""
    text = re.sub(r'value="[^"]{20,}"', "", body_of(answer))
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "", text)


def test_login_names_cannot_be_told_apart(house: House) -> None:
    def tries(login: str, passphrase: str) -> tuple[int, str]:
        answer = visit(Client(), "post", DOOR, {"login": login, "passphrase": passphrase})
        return answer.status_code, same(answer).replace(login, "")

    answers = {tries(login, "не тот пароль совсем") for login in ("anna", "pavel", "igor", "vera")}

    assert len(answers) == 1


def codes(house: House) -> dict[str, str]:
    """A right code, one with wrong secret words, and one that nobody has."""
    words, nobody = house.vera.code.words, ReturnCode.from_seed(b"igor" * 8, "ru").words
    return {
        "right": " ".join(words),
        "wrong": " ".join([*words[:2], *nobody[2:]]),
        "unknown": " ".join(nobody),
    }


def test_codes_cannot_be_told_apart_by_what_is_answered_or_done(house: House) -> None:
    """Not the clock is compared but the work: one derivation each, at the same cost."""
    runs: dict[str, list[str]] = {}
    answers = {}
    for name, code in codes(house).items():
        with undone(), patch.object(stretching, "stretch", wraps=stretching.stretch) as stretch:
            answers[name] = visit(Client(), "post", BACK, {"code": code})
            runs[name] = [str(call.args[2]) for call in stretch.call_args_list]

    assert runs["right"] == runs["wrong"] == runs["unknown"] and len(runs["right"]) == 1
    assert (answers["right"].status_code, answers["wrong"].status_code) == (302, 422)
    wrong, unknown = (same(answers[name]).replace(codes(house)[name], "") for name in ("wrong", "unknown"))
    assert wrong == unknown


def test_signing_in_costs_the_same_for_everybody(house: House) -> None:
    runs = []
    for login, passphrase in (("anna", PASSPHRASE), ("anna", "мимо"), ("nobody", "мимо")):
        with undone(), patch.object(stretching, "stretch", wraps=stretching.stretch) as stretch:
            visit(Client(), "post", DOOR, {"login": login, "passphrase": passphrase})
            runs.append([str(call.args[2]) for call in stretch.call_args_list])

    assert runs[0] == runs[1] == runs[2] and len(runs[0]) == 1


def test_guessing_slows_down_and_then_costs_the_server_nothing(house: House) -> None:
    code = codes(house)["wrong"]
    statuses = [visit(Client(), "post", BACK, {"code": code}).status_code for _ in range(7)]
    with patch.object(stretching, "stretch", wraps=stretching.stretch) as stretch:
        visit(Client(), "post", BACK, {"code": code})

    assert statuses[0] == 422 and statuses[-1] == 429
    assert not stretch.called


@pytest.mark.parametrize("host", ["igor.example", "testserver.igor.example", "testserver@igor.example"])
def test_another_host_gets_no_page_even_with_a_visit(house: House, host: str) -> None:
    answer = visit(browser(house.pavel.visit.token), "get", "/desk/", headers={"host": host})

    assert answer.status_code == 400 and MARK not in body_of(answer)


def test_the_host_of_another_proxy_is_not_believed(house: House) -> None:
    answer = visit(browser(), "get", "/desk/", headers={"x-forwarded-host": "igor.example"})

    assert "igor.example" not in body_of(answer)


MONSTERS = {
    "a megabyte": {"text": "Ж" * 500_000},
    "nulls": {"text": "\x00", "login": "\x00", "code": "\x00", "passphrase": "\x00"},
    "half a letter": {"text": b"\xff\xfe\xd0", "login": b"\xd0", "code": b"\xd0"},
    "lone surrogates": {"text": "&#xD800;", "code": "\u202e" * 50},
    "ten thousand fields": {f"field{n}": "x" for n in range(10_000)},
    "one field a thousand times": {"matters": ["x"] * 190, "lines": ["y"] * 9},
}


@pytest.mark.parametrize("monster", MONSTERS)
def test_monstrous_forms_are_refused_with_a_sentence(house: House, monster: str) -> None:
    desk = f"/desk/matters/{house.vera.matter.id}/talk/"
    places = [(house.vera, "/mine/talk/"), (house.anna, desk), (house.pavel, "/desk/several/")]
    guests = [(None, url) for url in (DOOR, BACK, "/ask/", "/ask/reach/")]
    for who, url in [*places, *guests]:
        client = browser(who.client.cookies[COOKIE].value) if who else browser()
        with undone():
            answer = visit(client, "post", url, MONSTERS[monster])
        assert answer.status_code in (200, 302, 400, 413, 422), (url, answer.status_code)
        assert answer.status_code == 302 or "<h1" in body_of(answer), url


def test_a_request_sent_twice_is_one_matter(house: House) -> None:
    before = Matter.objects.count()
    first = asks_now()
    form = first.wsgi_request.POST.dict()
    client = Client()
    client.cookies = SimpleCookie(
        {key: value for key, value in first.wsgi_request.COOKIES.items() if key != COOKIE}
    )

    again = client.post("/ask/send/", form, secure=True)

    assert first.status_code == again.status_code == 302
    assert Matter.objects.count() == before + 1


def test_two_helpers_who_take_the_same_matter_are_told(house: House) -> None:
    url = f"/desk/matters/{house.nina.matter.id}/claim/"

    first, second = (visit(one.client, "post", url) for one in (house.pavel, house.olga))

    assert (first.status_code, second.status_code) == (302, 409)
    assert Claim.objects.get(matter=house.nina.matter).member == house.pavel.member


def test_a_word_said_into_a_matter_that_was_just_erased_is_a_sentence(house: House) -> None:
    desk = f"/desk/matters/{house.vera.matter.id}/talk/"
    open_form = file_of(house.vera.keys, house.vera.matter)
    assert open_form
    assert visit(house.vera.client, "post", "/mine/erase/", {"sure": "yes"}).status_code == 302

    late = [
        visit(house.anna.client, "post", desk, {"text": "слово"}),
        visit(house.vera.client, "post", "/mine/talk/", {"text": "слово"}),
        visit(house.pavel.client, "post", f"/desk/matters/{house.vera.matter.id}/claim/"),
    ]

    assert {one.status_code for one in late} <= {302, 404, 410}
    assert not Matter.objects.filter(pk=house.vera.matter.pk).exists()
    assert not Message.objects.filter(safe=house.vera.matter.safe_id).exists()
    assert all(MARK not in body_of(one) for one in late)


def test_a_visit_that_is_over_opens_nothing_though_the_row_still_stands(house: House) -> None:
    token, long_ago = house.anna.visit.token, timezone.now() - timedelta(hours=11)
    Session.objects.update(ends_at=long_ago)
    before = rows_of_others()

    assert not opens(token)
    assert rows_of_others() == before

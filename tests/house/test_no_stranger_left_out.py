"""Igor, the stranger, comes to every address of the house, in both languages, with everything he can think of."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from http.cookies import Morsel
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation

from peredacha.core.law.plan import Stage
from peredacha.jurisdictions.load import pack
from peredacha.rooms.intake.services import COOKIE, Kept, sealed_answers

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

METHODS = ("get", "head", "post", "put", "patch", "delete", "options")
MADE_UP = {
    "PublicIdConverter": ("bbbbbbbbbbbb",),
    "UUIDConverter": ("00000000-0000-4000-8000-000000000000",),
    "IntConverter": ("0", "7"),
    "SlugConverter": ("igor", "a" * 300, "__proto__", "0"),
    "StringConverter": ("igor", "0", "Игорь", "igor\x00", "a" * 300, "%2e%2e", "__proto__"),
}
REAL = {
    "name": ["detained", "inside"],
    "question_id": [question.id for question in pack("ru").guide.questions],
    "letter_id": [letter.id for letter in pack("ru").whereabouts.letters],
    "page_id": list(pack("ru").pages),
    "row": ["CRT-12", "CNT-5", "UDO-2"],
    "rule_id": ["appeal_verdict", "CRT-12"],
}
ANSWERED = {200, 301, 302, 303, 403, 404, 405, 422}
NASTY = {
    "answer": "\x00'\"><script>",
    "page": "-1",
    "region": "Ж" * 300,
    "text": "\x00%s",
    "answer_0": "99",
    "at": "9" * 99,
}


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Thousands of refusals are not worth a line each."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def patterns(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one, f"{space}{one.namespace}:" if one.namespace else space)
        else:
            yield f"{space}{one.name}", one


def addresses() -> list[str]:
    """Every address of the house with made-up and with real arguments, in Russian and in English."""
    found = []
    for name, one in patterns(get_resolver()):
        given: list[dict[str, str]] = [{}]
        for argument, converter in one.pattern.converters.items():
            words = (*MADE_UP[type(converter).__name__], *REAL.get(argument, ()))
            first, *others = given
            given = [{**first, argument: word} for word in words]
            given += [{**other, argument: words[0]} for other in others]
        for language in ("ru", "en"):
            with translation.override(language):
                found += [reverse(name, kwargs=arguments) for arguments in given]
    assert len(found) > 100 and any(url.startswith("/en/") for url in found)
    return list(dict.fromkeys(found))


def visit(igor: Client, method: str, url: str, **more: Any) -> HttpResponse:
    igor.raise_request_exception = False
    answer = getattr(igor, method)(url, secure=True, **more)
    assert isinstance(answer, HttpResponse) or answer.streaming
    return answer


@pytest.mark.parametrize("method", METHODS)
def test_igor_breaks_no_page(client: Client, method: str) -> None:
    wrong = {}
    for url in addresses():
        status = visit(client, method, url).status_code
        if status not in ANSWERED or (status == 422 and method != "post"):
            wrong[url] = status

    assert not wrong, f"{method}: answer with a page, a 404 or a 405: {wrong}"


def test_nasty_words_in_address_body_and_cookie_break_no_page(client: Client) -> None:
    client.cookies[COOKIE] = "bm90aGluZw=="
    client.cookies["__Host-csrf"] = "x" * 64
    wrong = {}
    for url in addresses():
        for answer in (
            visit(client, "get", url, data=NASTY),
            visit(client, "post", url, data=NASTY),
            visit(client, "post", url, data=b"{\xff", content_type="application/json"),
            visit(client, "get", url, headers={"accept-language": "\x00;q=x", "cookie": f"{COOKIE}=;;=="}),
        ):
            if answer.status_code not in {*ANSWERED, 400}:
                wrong[url] = answer.status_code
            assert b"<script>" not in answer.content.replace(b"<script src", b""), url

    assert not wrong, f"these pages fail when somebody types nonsense: {wrong}"


def test_who_asks_for_the_head_gets_the_same_status_as_for_the_page(client: Client) -> None:
    statuses = {
        url: [visit(client, method, url).status_code for method in ("get", "head")] for url in addresses()
    }

    assert {200, 404} <= {get for get, _ in statuses.values()}
    assert not {url: both for url, both in statuses.items() if both[0] != both[1]}, "use require_safe"


@pytest.mark.parametrize("stage", pack("ru").guide.stages, ids=lambda stage: stage.id)
def test_a_family_with_answers_of_any_stage_gets_every_form_of_its_plan(client: Client, stage: Stage) -> None:
    kept = Kept({"door": stage.door, "stage": stage.id}, "0123456789abcdef")
    client.cookies[COOKIE] = sealed_answers(kept, now=datetime.now(UTC))

    for language in ("ru", "en"):
        with translation.override(language):
            pages = [
                reverse(f"intake:{name}")
                for name in ("check", "plan", "sheet", "file", "calendar", "where", "letters")
            ]
        for url in pages:
            answer = visit(client, "get", url)
            assert answer.status_code == 200, url
            assert faults(answer) == [], url


def test_every_room_that_has_addresses_is_visited() -> None:
    spaces = {name.partition(":")[0] for name, _ in patterns(get_resolver())}

    assert spaces >= {"intake", "facilities", "calculators", "design"}


def faults(answer: HttpResponse) -> list[str]:
    """What is missing from the headers of one answer."""
    policy = answer.headers.get("Content-Security-Policy", "")
    wanted = {
        "X-Content-Type-Options": {"nosniff"},
        "Referrer-Policy": {"same-origin", "no-referrer", "strict-origin"},
        "Cache-Control": {"no-store"},
        "X-Frame-Options": {"DENY"},
        "Cross-Origin-Opener-Policy": {"same-origin"},
    }
    wrong = [name for name, values in wanted.items() if answer.headers.get(name) not in values]
    if "default-src 'none'" not in policy or "unsafe" in policy or "*" in policy or "data:" in policy:
        wrong.append("Content-Security-Policy")
    return wrong + [
        name for name in ("Server", "X-Powered-By", "Access-Control-Allow-Origin") if name in answer.headers
    ]


@pytest.mark.parametrize("method", METHODS)
def test_every_answer_is_guarded_by_its_headers(client: Client, method: str) -> None:
    wrong = {
        url: found for url in [*addresses(), "/nowhere/"] if (found := faults(visit(client, method, url)))
    }

    assert not wrong, f"every answer, an error too, must carry its guards: {wrong}"


def test_the_answers_to_a_wrong_host_and_a_forged_form_are_guarded_too(client: Client) -> None:
    forged = visit(Client(enforce_csrf_checks=True), "post", reverse("intake:forget"))
    lost = visit(client, "get", "/", headers={"host": "igor.example"})

    assert (forged.status_code, lost.status_code) == (403, 400)
    assert faults(forged) == [] and faults(lost) == []


def is_locked(cookie: Morsel[str]) -> bool:
    locked = cookie["secure"] and cookie["httponly"] and cookie["samesite"] == "Strict"
    return bool(
        locked and cookie.key.startswith("__Host-") and cookie["path"] == "/" and not cookie["domain"]
    )


def test_every_cookie_is_locked_to_this_house(client: Client) -> None:
    seen: dict[str, bool] = {}
    for url in addresses():
        answers = (visit(client, "get", url), visit(client, "post", url, data={"answer": "detention"}))
        for cookie in (cookie for answer in answers for cookie in answer.cookies.values()):
            seen[cookie.key] = seen.get(cookie.key, True) and is_locked(cookie)

    assert {COOKIE, "__Host-csrf"} <= set(seen), "no cookie was met: then this test looks at nothing"
    assert all(seen.values()), f"Secure, HttpOnly, SameSite=Strict, __Host-, path /: {seen}"


def test_no_form_is_taken_without_its_token() -> None:
    igor = Client(enforce_csrf_checks=True)
    taking = [url for url in addresses() if visit(Client(), "post", url).status_code in {200, 302, 303, 422}]

    assert len(taking) > 20
    assert {visit(igor, "post", url, data={"answer": "detention"}).status_code for url in taking} == {403}


@pytest.mark.parametrize("host", ["igor.example", "localhost.igor.example", "testserver:80@igor.example", ""])
def test_a_wrong_host_gets_no_page(client: Client, host: str) -> None:
    answer = visit(client, "get", "/", headers={"host": host})

    assert answer.status_code == 400
    assert "igor" not in answer.content.decode()


def test_an_address_that_does_not_exist_gets_a_gentle_page_in_both_languages(client: Client) -> None:
    for url, word in {"/nowhere/": "Начн", "/en/nowhere/": "Begin again"}.items():
        answer = visit(client, "get", url)
        assert answer.status_code == 404
        assert word in answer.content.decode()

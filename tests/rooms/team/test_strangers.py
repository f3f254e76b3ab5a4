"""Igor, a half-open visit, a family and a helper of another kind come to every page below /team/."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.people.models import RoleKind
from peredacha.rooms.people.services import COOKIE, FAMILY, HELPER, begin_visit
from peredacha.rooms.people.services.sessions import ASKED, FACTOR
from peredacha.rooms.people.urls import urlpatterns as door
from peredacha.rooms.team.urls import urlpatterns as team

pytestmark = pytest.mark.django_db
MADE_UP = {"UUIDConverter": uuid4(), "IntConverter": 7, "SlugConverter": "words", "StringConverter": "igor"}
OPEN = {"sign_in", "recover", "locked", "join", "lost"}
ON_THE_WAY = {"second_factor", "second_factor_by_key", "join_words", "join_check", "join_factor", "sign_out"}
TEAM_ONLY = {"team", "invite", "link", "vouch", "withdraw"}
TEAM_ONLY |= {"member", "end_role", "freeze", "thaw", "cut_branch", "let_go"}


def address(name: str) -> str:
    """The address of a page, with made-up ids."""
    room, pattern = PAGES[name]
    places = {place: MADE_UP[type(how).__name__] for place, how in pattern.converters.items()}
    return reverse(f"{room}:{name}", kwargs=places)


PAGES = {
    one.name: (room, one.pattern)
    for room, ways in (("people", door), ("team", team))
    for one in ways
    if one.name
}
NAMES = sorted(PAGES)
GUARDED = [name for name in NAMES if name not in OPEN | ON_THE_WAY]


def igor() -> Client:
    return Client()


def half_open() -> Client:
    anna, client = enrol("Anna"), Client()
    extra = {FACTOR: ASKED}
    visit = begin_visit(kind=HELPER, subject=anna.member.id, keys=b"", now=datetime.now(UTC), extra=extra)
    client.cookies[COOKIE] = visit.token
    return client


def vera() -> Client:
    client = Client()
    client.cookies[COOKIE] = begin_visit(kind=FAMILY, subject=uuid4(), keys=b"", now=datetime.now(UTC)).token
    return client


@pytest.mark.parametrize("name", GUARDED)
@pytest.mark.parametrize("comes", [igor, half_open, vera])
def test_who_is_not_signed_in_is_led_to_the_door_and_changes_nothing(
    name: str, comes: Callable[[], Client]
) -> None:
    client = comes()
    look, send = client.get(address(name)), client.post(address(name), {"name": "Igor"})

    assert look.status_code == 302 and look.url.startswith("/team/sign-in/")
    assert send.status_code == 403


@pytest.mark.parametrize("name", sorted(TEAM_ONLY))
def test_the_team_pages_do_not_exist_for_a_veteran(anna: Enrolled, name: str) -> None:
    assert anna.client.get(address(name)).status_code == 404
    assert anna.client.post(address(name)).status_code == 404


@pytest.mark.parametrize("name", sorted(OPEN | ON_THE_WAY))
def test_the_open_pages_tell_a_stranger_nothing(name: str) -> None:
    answers: list[HttpResponse] = [igor().get(address(name)), igor().post(address(name))]

    assert {answer.status_code for answer in answers} <= {200, 302, 404, 405, 422}
    assert not any(answer.cookies.get(COOKIE, "") and answer.cookies[COOKIE].value for answer in answers)


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("name", [*GUARDED, *sorted(OPEN)])
def test_every_page_can_be_read_in_both_languages(pavel: Enrolled, name: str, language: str) -> None:
    answer = pavel.client.get(f"{language}{address(name)}")

    assert answer.status_code in {200, 302, 404, 405}
    if answer.status_code == 200:
        assert "<h1" in answer.content.decode()


def test_an_expired_coordinator_has_no_team(db: None) -> None:
    kira = enrol("Kira", (RoleKind.COORDINATOR,), until=datetime(2020, 1, 1, tzinfo=UTC).date())

    assert kira.client.get("/team/").url == "/team/sign-in/"


def test_a_form_from_another_site_is_refused(pavel: Enrolled) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies[COOKIE] = pavel.visit.token

    assert client.post("/team/me/lock/").status_code == 403
    assert pavel.client.get("/team/me/").status_code == 200

"""An open visit lives in the browser's cookie; the database alone gives nobody a way in."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connections
from django.test import Client, RequestFactory
from django.utils import timezone
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.people.models import MemberState, Session
from peredacha.rooms.people.services import (
    COOKIE,
    FAMILY,
    HELPER,
    Visit,
    begin_visit,
    change_extra,
    end_all_visits,
    end_visit,
    end_visits,
    visit_of,
)
from peredacha.rooms.people.services.sessions import ASKED, FACTOR

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 12, 0, 30, tzinfo=UTC)
ME = "/team/me/"


def seen(visit: Visit | str) -> Visit | None:
    """The visit that a fresh request with this cookie has."""
    request = RequestFactory().get("/")
    request.COOKIES[COOKIE] = visit if isinstance(visit, str) else visit.token
    return visit_of(request)


def family(now: datetime = NOON) -> Visit:
    return begin_visit(kind=FAMILY, subject=uuid4(), keys=b"keys", now=now, extra={"step": "1"})


def test_a_visit_is_found_by_its_cookie_with_everything_in_it() -> None:
    with time_machine.travel(NOON, tick=False):
        visit = family()

        found = seen(visit)

    assert found == visit


def test_what_is_kept_in_a_visit_can_change_and_be_forgotten() -> None:
    with time_machine.travel(NOON, tick=False):
        visit = change_extra(family(), page="2", step=None)

        found = seen(visit)

    assert found and visit.extra == found.extra == {"page": "2"}


@pytest.mark.parametrize(("minutes", "there"), [(18, True), (21, False)])
def test_a_quiet_visit_ends(minutes: int, there: bool) -> None:
    visit = family()

    with time_machine.travel(NOON + timedelta(minutes=minutes), tick=False):
        assert (seen(visit) is not None) is there


def test_a_busy_visit_ends_too() -> None:
    visit = family()
    moments = [NOON + timedelta(minutes=minutes) for minutes in range(0, 130, 10)]

    there = []
    for moment in moments:
        with time_machine.travel(moment, tick=False):
            there.append(seen(visit) is not None)

    assert there == [moment < NOON + timedelta(hours=2) for moment in moments]


def test_a_look_is_written_down_at_most_once_a_minute(django_assert_num_queries) -> None:
    visit = family()

    with time_machine.travel(NOON + timedelta(minutes=5), tick=False):
        with django_assert_num_queries(2, using="sessions"):
            seen(visit)
        with django_assert_num_queries(1, using="sessions"):
            seen(visit)


def test_visits_that_are_over_leave_no_row() -> None:
    family()
    family(NOON + timedelta(minutes=30))

    assert Session.objects.count() == 1


def test_visits_end_one_by_one_by_owner_and_all_at_once(anna: Enrolled, pavel: Enrolled) -> None:
    second = begin_visit(kind=HELPER, subject=anna.member.id, keys=b"", now=datetime.now(UTC))
    third = begin_visit(kind=HELPER, subject=anna.member.id, keys=b"", now=datetime.now(UTC))

    end_visit(second)
    assert seen(second) is None and seen(third) and seen(anna.visit)
    assert end_visits(kind=HELPER, subject=anna.member.id, but=third) == 1
    assert seen(anna.visit) is None and seen(third) and seen(pavel.visit)
    end_all_visits()
    assert seen(third) is None and seen(pavel.visit) is None


@pytest.mark.parametrize("cookie", ["", "nothing", "Ж" * 64, "A" * 64, "=" * 64, "a" * 5000])
def test_a_made_up_cookie_is_no_visit(anna: Enrolled, cookie: str) -> None:
    assert seen(cookie) is None


def test_the_row_of_another_does_not_open_with_my_cookie(anna: Enrolled, pavel: Enrolled) -> None:
    """Somebody with the database swaps the boxes, or the hashes: nothing opens."""
    rows = list(Session.objects.order_by("pk"))
    for row, box in zip(rows, [rows[1].box, rows[0].box]):
        Session.objects.filter(pk=row.pk).update(box=box)

    assert seen(anna.visit) is None and seen(pavel.visit) is None


def test_the_cookie_is_locked_and_goes_with_the_browser(anna: Enrolled, after_sign_in: str) -> None:
    client = Client()
    client.post("/team/sign-in/", {"login": "anna", "passphrase": "четыре рыжих кота и один трамвай"})

    cookie = client.cookies[COOKIE]

    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Strict")
    assert (cookie["path"], cookie["domain"], cookie["max-age"], cookie["expires"]) == ("/", "", "", "")


def test_a_dump_of_the_visits_holds_no_name_key_cookie_or_member(anna: Enrolled) -> None:
    dump = "\n".join(connections["sessions"].connection.iterdump()).lower().encode()

    marks = [
        b"anna",
        anna.member.id.hex.encode(),
        str(anna.member.id).encode(),
        anna.visit.token.lower().encode(),
    ]
    marks += [anna.visit.keys, anna.pair.packed()[-32:]]
    marks += [
        secret.hex().encode() for secret in (anna.visit.keys, anna.member.id.bytes, anna.pair.packed()[-32:])
    ]
    assert b"people_session" in dump and len(dump) > 1000
    assert [mark for mark in marks if mark in dump] == []


@pytest.mark.parametrize(
    "state", [MemberState.FROZEN, MemberState.LEFT, MemberState.LOCKED, MemberState.INVITED]
)
def test_a_member_who_may_not_enter_is_out_at_once(anna: Enrolled, state: MemberState) -> None:
    assert anna.client.get(ME).status_code == 200
    anna.member.state = state
    anna.member.save()

    assert anna.client.get(ME).url == "/team/sign-in/"


def test_a_member_whose_role_ended_yesterday_is_out(db: None) -> None:
    anna = enrol("Anna", until=timezone.localdate() - timedelta(days=2))

    assert anna.client.get(ME).url == "/team/sign-in/"


def test_a_half_open_visit_opens_nothing(anna: Enrolled) -> None:
    half = begin_visit(
        kind=HELPER, subject=anna.member.id, keys=b"", now=datetime.now(UTC), extra={FACTOR: ASKED}
    )
    anna.client.cookies[COOKIE] = half.token

    assert seen(half) is None
    assert anna.client.get(ME).url == "/team/sign-in/code/"
    assert anna.client.post(ME).status_code == 403


def test_a_family_is_no_helper() -> None:
    vera = Client()
    vera.cookies[COOKIE] = family(datetime.now(UTC)).token

    assert vera.get(ME).url == "/team/sign-in/"


def test_a_page_asks_the_database_little(anna: Enrolled, django_assert_num_queries) -> None:
    """The helper, the roles, and whether the house is sealed are read once, however many guards look."""
    anna.client.get("/team/me/news/")

    with django_assert_num_queries(3):
        anna.client.get("/team/me/news/")

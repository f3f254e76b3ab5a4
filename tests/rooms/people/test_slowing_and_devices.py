"""Guessing is slowed without a list of addresses; a new device is told to the old ones, not to itself."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread
from unittest.mock import patch

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, RequestFactory
from django.utils import timezone
from tests.rooms.people.world import PASSPHRASE, Enrolled, enrol

from peredacha.core.sealing import fresh_salt
from peredacha.rooms.people.models import Member, WrongTries
from peredacha.rooms.people.services import (
    AllPlacesTaken,
    Refused,
    SignedIn,
    begin_try,
    forget_wrong,
    only_if_tried,
    sign_in,
    slowing,
    source_of,
    stretch_in_turn,
    stretching,
    wait_for,
)
from peredacha.rooms.people.services.devices import DEVICE_COOKIE, new_device, news_of_devices, note_device
from peredacha.rooms.people.services.factors import make_printed_codes

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ELSEWHERE = "93.184.216.34"


def wrong(times: int, *lane: bytes) -> timedelta:
    """How long one waits after so many wrong tries, each made as early as it may be."""
    now = NOON
    for _try in range(times):
        now += wait_for(*lane, now=now)
        assert begin_try(*lane, now=now) == timedelta(0)
    return wait_for(*lane, now=now)


@pytest.mark.parametrize(
    ("tries", "seconds"), [(0, 0), (4, 0), (5, 2), (6, 4), (9, 32), (13, 512), (14, 900), (99, 900)]
)
def test_each_wait_is_twice_the_one_before(tries: int, seconds: int) -> None:
    assert wrong(tries, b"account", b"anna") == timedelta(seconds=seconds)


def test_lanes_are_apart_and_the_right_answer_frees_one() -> None:
    wrong(9, b"account", b"anna")

    assert wait_for(b"account", b"pavel", now=NOON) == timedelta(0)
    forget_wrong(b"account", b"anna")
    assert wait_for(b"account", b"anna", now=NOON) == timedelta(0)


def test_after_a_quiet_hour_all_is_forgotten() -> None:
    wrong(9, b"account", b"anna")
    later = NOON + timedelta(minutes=63)

    begin_try(b"account", b"anna", now=later)

    assert wait_for(b"account", b"anna", now=later) == timedelta(0)
    assert WrongTries.objects.get().wrong == 1


def test_a_flood_of_made_up_names_fills_nothing_and_frees_no_account_that_somebody_works_at() -> None:
    wrong(9, b"account", b"anna")
    with patch.object(slowing, "MOST_LANES", 50):
        for number in range(200):
            begin_try(b"account", str(number).encode(), now=NOON)

        assert WrongTries.objects.count() == 50
    assert wait_for(b"account", b"anna", now=NOON) > timedelta(0)


def test_the_counts_hold_no_name_and_no_address_and_a_restart_forgets_sources_alone() -> None:
    wrong(9, b"sign-in", b"anna")
    wrong(9, b"source", ELSEWHERE.encode())

    tags = b"".join(bytes(row.tag) for row in WrongTries.objects.all())
    assert len(tags) == 64
    assert b"anna" not in tags and ELSEWHERE.encode() not in tags
    with patch.object(slowing, "_sources_key", bytes(32)):
        assert wait_for(b"source", ELSEWHERE.encode(), now=NOON) == timedelta(0)
        assert wait_for(b"sign-in", b"anna", now=NOON) > timedelta(0)


def test_what_found_no_place_was_no_try() -> None:
    lane = (b"account", b"anna")
    wrong(4, *lane)
    for minute in range(9):
        assert begin_try(*lane, now=NOON + timedelta(minutes=minute)) == timedelta(0)
        with pytest.raises(AllPlacesTaken), only_if_tried(lane):
            raise AllPlacesTaken
    assert WrongTries.objects.get().wrong == 4

    with only_if_tried(lane):
        begin_try(*lane, now=NOON + timedelta(minutes=9))

    assert WrongTries.objects.get().wrong == 5


def test_one_source_is_slowed_across_accounts_but_never_for_long() -> None:
    for number in range(31):
        sign_in(login=f"name {number}", passphrase="x", now=NOON, source=ELSEWHERE)

    wait = wait_for(b"source", ELSEWHERE.encode(), now=NOON)
    assert timedelta(0) < wait <= timedelta(minutes=1)


@pytest.mark.parametrize(
    ("address", "source"),
    [(ELSEWHERE, ELSEWHERE), ("127.0.0.1", ""), ("10.0.0.8", ""), ("::1", ""), ("unix:", ""), ("", "")],
)
def test_people_who_share_the_address_of_a_relay_do_not_slow_each_other(address: str, source: str) -> None:
    assert source_of(RequestFactory().get("/", REMOTE_ADDR=address)) == source


def test_igor_cannot_keep_anna_out_of_her_own_laptop(anna: Enrolled) -> None:
    device = new_device()
    note_device(member_id=anna.member.id, device=device, today=NOON.date())
    now = timezone.now()
    for _try in range(20):
        sign_in(login="anna", passphrase="x", now=now)

    assert isinstance(sign_in(login="anna", passphrase=PASSPHRASE, now=now), Refused)
    assert isinstance(sign_in(login="anna", passphrase=PASSPHRASE, now=now, device=new_device()), Refused)
    assert isinstance(sign_in(login="anna", passphrase=PASSPHRASE, now=now, device=device), SignedIn)


def comes_in(anna: Enrolled, client: Client, code: str) -> str:
    """The page to which a browser is led after both steps."""
    client.post("/team/sign-in/", {"login": anna.login, "passphrase": PASSPHRASE})
    return client.post("/team/sign-in/code/", {"code": code}).url


def test_the_old_device_hears_of_the_new_one_and_the_new_one_cannot_hush_it(
    anna: Enrolled, after_sign_in: str
) -> None:
    codes = make_printed_codes(member=anna.member)
    hers, igors = Client(), Client()
    assert comes_in(anna, hers, codes[0]) == after_sign_in, "the first device is no news"

    assert comes_in(anna, igors, codes[1]) == after_sign_in
    igors.post("/team/me/news/")

    assert comes_in(anna, hers, codes[2]) == "/team/me/news/"
    hers.post("/team/me/news/")
    assert comes_in(anna, hers, codes[3]) == after_sign_in
    assert comes_in(anna, igors, codes[4]) == after_sign_in


def test_a_device_is_known_to_one_account_only(anna: Enrolled, pavel: Enrolled) -> None:
    """On a shared computer two helpers have two marks: nobody sees that they are the same."""
    device = new_device()
    for one in (anna, pavel):
        note_device(member_id=one.member.id, device=device, today=NOON.date())

    boxes = [Member.objects.get(pk=one.member.pk).devices_box for one in (anna, pavel)]
    assert boxes[0] != boxes[1] and all(device.encode() not in bytes(box) for box in boxes)


@pytest.mark.parametrize("device", ["", "x", "\xd0" * 43, "a" * 5000])
def test_a_made_up_device_breaks_nothing(anna: Enrolled, device: str) -> None:
    client = Client()
    client.cookies[DEVICE_COOKIE] = device

    answer = client.post("/team/sign-in/", {"login": "anna", "passphrase": PASSPHRASE})

    assert answer.status_code == 302
    assert news_of_devices(anna.member, device) == ()


def test_only_so_many_stretch_at_once_and_the_rest_are_told_to_wait() -> None:
    started, results = Barrier(settings.KDF_SLOTS + 1), []

    def slow(*_given: object) -> str:
        started.wait(5)
        done.wait(5)
        return "stretched"

    done = Barrier(settings.KDF_SLOTS + 1)
    with patch.object(stretching, "stretch", slow), patch.object(stretching, "PATIENCE", 0.05):
        threads = [
            Thread(target=lambda: results.append(stretch_in_turn("x", fresh_salt(), settings.HELPER_COST)))
            for _place in range(settings.KDF_SLOTS)
        ]
        for thread in threads:
            thread.start()
        started.wait(5)
        with pytest.raises(AllPlacesTaken):
            stretch_in_turn("x", fresh_salt(), settings.HELPER_COST)
        done.wait(5)
        for thread in threads:
            thread.join()

    assert results == ["stretched"] * settings.KDF_SLOTS
    assert stretch_in_turn("x", fresh_salt(), settings.HELPER_COST).key


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("login", ["anna", "nobody"])
def test_no_passphrase_is_stretched_inside_a_transaction(login: str, client: Client) -> None:
    enrol("Anna")
    inside = []

    def watched(*given: object) -> None:
        inside.append(connection.in_atomic_block)
        raise AllPlacesTaken

    with patch.object(stretching, "stretch", watched):
        client.post("/team/sign-in/", {"login": login, "passphrase": PASSPHRASE})

    assert inside == [False]

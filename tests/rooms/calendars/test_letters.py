"""The evening before and in the morning a letter that says nothing; once, never at night, by the clock of the court."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some
from tests.rooms.calendars.world import ADDRESS, hearing, keys_of, tells, vera_asks
from tests.rooms.conversations.mailbox import Mailbox, served
from tests.rooms.conversations.test_notices import Refusing
from tests.rooms.matters.world import FamilyAtDoor, file_of
from tests.rooms.people.world import Enrolled

from peredacha.core.facts import NextStep, Reach
from peredacha.core.feeds import Entry
from peredacha.gateways.mail import KeptPost, NotSent
from peredacha.rooms.calendars.models import Reminder, ReminderWish
from peredacha.rooms.calendars.services import letters as letters_of_the_room
from peredacha.rooms.calendars.services import send_reminders
from peredacha.rooms.calendars.services.reminding import turns_of
from peredacha.rooms.conversations.services import Box, change_wish
from peredacha.rooms.matters.services import erase_matter
from peredacha.rooms.people.models import Member, MemberState
from peredacha.rooms.vault.services import grant as grant_to
from peredacha.rooms.vault.services import holder_of as holder_for
from peredacha.rooms.vault.services import revoke

pytestmark = pytest.mark.django_db
THURSDAY = "2026-12-03T10:30"
MINUTE = timedelta(minutes=1)


def wants(vera: FamilyAtDoor) -> None:
    assert vera.client.post("/dates/letters/").status_code == 302
    assert ReminderWish.objects.filter(holder=vera.keys.holder).exists()


def hours(clock: time_machine.Traveller, until: datetime, zone: str) -> list[str]:
    """The post runs every five minutes; gives when letters went, by the clock of a place, to the hour."""
    post, went = KeptPost(), []
    while timezone.now() < until:
        if send_reminders(now=timezone.now(), post=post).sent:
            went.append(timezone.now().astimezone(ZoneInfo(zone)).strftime("%d %H"))
        clock.shift(5 * MINUTE)
    assert len(post.letters) == len(went)
    return went


@pytest.mark.parametrize(
    ("region", "zone"),
    [
        ("RU-ZRC", "Europe/Moscow"),
        ("RU-KGD", "Europe/Kaliningrad"),
        ("RU-KAM", "Asia/Kamchatka"),
    ],
)
def test_two_letters_by_the_clock_of_the_court(
    pavel: Enrolled, clock: time_machine.Traveller, region: str, zone: str
) -> None:
    vera = vera_asks(region)
    wants(vera)
    tells(vera, vera, hearing("2026-11-25T11:30", court=""))
    assert hours(clock, datetime(2026, 11, 25, 18, tzinfo=UTC), zone) == ["24 20", "25 09"]


def test_a_last_day_is_said_the_evening_before_and_at_nine(
    vera: FamilyAtDoor, clock: time_machine.Traveller
) -> None:
    wants(vera)
    tells(vera, vera, NextStep(what="жалоба", by="2026-11-25"))
    assert hours(clock, datetime(2026, 11, 26, tzinfo=UTC), "Europe/Moscow") == ["24 20", "25 09"]


def test_an_early_hearing_wakes_nobody(vera: FamilyAtDoor, clock: time_machine.Traveller) -> None:
    wants(vera)
    tells(vera, vera, hearing("2026-11-24T09:00"))
    assert hours(clock, datetime(2026, 11, 25, tzinfo=UTC), "Europe/Moscow") == ["23 20"]


def test_when_the_clock_is_set_the_letters_follow_it() -> None:
    """No region of Russia sets its clock now; a land that does is served too."""
    berlin = ZoneInfo("Europe/Berlin")
    before = Entry("00" * 16, "", datetime(2027, 3, 28, 12, tzinfo=berlin), datetime.now(UTC))
    assert {one.due for one in turns_of(before, berlin)} == {
        datetime(2027, 3, 27, 19, tzinfo=UTC).isoformat(),
        datetime(2027, 3, 28, 8, tzinfo=UTC).isoformat(),
    }


@given(
    some.integers(0, 2_000_000),
    some.sampled_from(["Europe/Kaliningrad", "Asia/Kamchatka", "Europe/Berlin", "America/New_York"]),
    some.integers(0, 0xFFFF),
)
def test_no_letter_goes_at_night_or_after_its_hour(minutes: int, zone: str, uid: int) -> None:
    place = ZoneInfo(zone)
    begins = datetime(2026, 1, 1, tzinfo=place) + minutes * MINUTE
    entry = Entry(f"{uid:04x}", "", begins, datetime.now(UTC))
    turns = turns_of(entry, place)
    assert 1 <= len(turns) <= 2
    for one in turns:
        due, until = (datetime.fromisoformat(text).astimezone(place) for text in (one.due, one.until))
        assert 8 <= due.hour < 21 and until.hour <= 21 and due.date() == until.date()
        assert begins - timedelta(days=2) < due < begins


def test_a_hearing_that_moves_takes_its_letters_along(
    vera: FamilyAtDoor, clock: time_machine.Traveller
) -> None:
    wants(vera)
    tells(vera, vera, hearing("2026-11-24T11:30"))
    tells(vera, vera, hearing("2026-11-26T15:00", moved_from="2026-11-24T11:30"))
    assert hours(clock, datetime(2026, 11, 27, tzinfo=UTC), "Europe/Moscow") == ["25 20", "26 13"]


def test_moved_after_the_letter_of_the_evening_it_is_not_said_twice(
    vera: FamilyAtDoor, clock: time_machine.Traveller
) -> None:
    wants(vera)
    tells(vera, vera, hearing("2026-11-24T11:30"))
    assert hours(clock, datetime(2026, 11, 23, 17, 40, tzinfo=UTC), "Europe/Moscow") == ["23 20"]
    tells(vera, vera, hearing("2026-11-24T16:00", moved_from="2026-11-24T11:30"))
    assert hours(clock, datetime(2026, 11, 25, tzinfo=UTC), "Europe/Moscow") == ["24 14"]


def test_called_off_or_switched_off_means_silence(vera: FamilyAtDoor, clock: time_machine.Traveller) -> None:
    wants(vera)
    tells(vera, vera, hearing("2026-11-24T11:30"))
    tells(vera, vera, hearing("2026-11-24T11:30", called_off=True), hearing("2026-11-24T15:30"))
    vera.client.post("/dates/letters/", {"act": "stop"})
    assert not Reminder.objects.exists()
    assert hours(clock, datetime(2026, 11, 25, tzinfo=UTC), "Europe/Moscow") == []


def test_the_letter_that_arrives_says_nothing(vera: FamilyAtDoor, clock: time_machine.Traveller) -> None:
    wants(vera)
    tells(vera, vera, hearing("2026-11-24T11:30"))
    clock.move_to(datetime(2026, 11, 23, 17, 30, tzinfo=UTC))
    box = Mailbox()
    with served(box) as post:
        assert send_reminders(now=timezone.now(), post=post).sent == 1
        assert send_reminders(now=timezone.now() + MINUTE, post=post).sent == 0
    [(to, subject, text)] = box.arrived
    assert (to, subject) == (ADDRESS, "Напоминание")
    for secret in ("24", "11:30", "суд", "Вера", str(vera.matter.id), str(vera.keys.holder)):
        assert secret not in subject + text


def test_a_worker_who_dies_with_the_letter_in_hand_sends_it_at_most_once(
    vera: FamilyAtDoor, clock: time_machine.Traveller
) -> None:
    wants(vera)
    tells(vera, vera, hearing("2026-11-24T11:30"))
    clock.move_to(datetime(2026, 11, 23, 17, 30, tzinfo=UTC))
    kept = KeptPost()
    with pytest.raises(KeyboardInterrupt):
        send_reminders(now=timezone.now(), post=Refusing(KeyboardInterrupt(), after=kept))
    assert send_reminders(now=timezone.now() + MINUTE, post=kept).sent == 0
    assert len(kept.letters) == 1


def test_a_server_that_says_later_is_asked_again_but_not_into_the_night(
    vera: FamilyAtDoor, clock: time_machine.Traveller
) -> None:
    wants(vera)
    tells(vera, vera, hearing("2026-11-24T11:30"))
    clock.move_to(datetime(2026, 11, 23, 17, 30, tzinfo=UTC))
    box = Mailbox("451 later", "451 later", "250 OK")
    with served(box) as post:
        runs = [send_reminders(now=timezone.now() + n * 5 * MINUTE, post=post) for n in range(4)]
    assert [(run.sent, run.later) for run in runs] == [(0, 1), (0, 1), (1, 0), (0, 0)]

    clock.move_to(datetime(2026, 11, 24, 6, 55, tzinfo=UTC))
    refusing = Refusing(NotSent(temporary=True))
    assert send_reminders(now=timezone.now(), post=refusing).later == 1
    late = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
    assert send_reminders(now=late, post=refusing).dropped == 1
    assert send_reminders(now=late, post=refusing).dropped == 0 and refusing.asked == 1


def test_a_refusal_for_ever_is_no_second_try(vera: FamilyAtDoor, clock: time_machine.Traveller) -> None:
    wants(vera)
    tells(vera, vera, hearing("2026-11-24T11:30"))
    clock.move_to(datetime(2026, 11, 23, 17, 30, tzinfo=UTC))
    refusing = Refusing(NotSent(temporary=False))
    assert send_reminders(now=timezone.now(), post=refusing).dropped == 1
    assert send_reminders(now=timezone.now(), post=refusing).dropped == 0


def test_two_workers_at_once_send_one_letter(
    vera: FamilyAtDoor, clock: time_machine.Traveller, monkeypatch: Any
) -> None:
    wants(vera)
    tells(vera, vera, hearing("2026-11-24T11:30"))
    clock.move_to(datetime(2026, 11, 23, 17, 30, tzinfo=UTC))
    post, seen = KeptPost(), letters_of_the_room.wishes_due(timezone.now())
    send_reminders(now=timezone.now(), post=post)
    monkeypatch.setattr(letters_of_the_room, "wishes_due", lambda _now: seen)
    assert send_reminders(now=timezone.now(), post=post).sent == 0
    assert len(post.letters) == 1


@pytest.fixture
def annas(anna: Enrolled, vera: FamilyAtDoor) -> Iterator[Enrolled]:
    """Anna gets letters, and stands by two families."""
    change_wish(member=anna.member, box=Box("anna@example.org", "en"))
    assert anna.client.post("/dates/letters/").status_code == 302
    yield anna


def test_anna_gets_one_letter_for_two_families_at_the_address_that_holds_now(
    annas: Enrolled, vera: FamilyAtDoor, pavel: Enrolled, clock: time_machine.Traveller
) -> None:
    from_other = vera_asks()
    for one in (vera, from_other):
        if one is from_other:
            lets(pavel, annas, one)
        tells(pavel, one, hearing("2026-11-24T11:30"))
    change_wish(member=annas.member, box=Box("new@example.org", "en"))
    clock.move_to(datetime(2026, 11, 23, 17, 30, tzinfo=UTC))
    post = KeptPost()
    assert send_reminders(now=timezone.now(), post=post).sent == 1
    assert [one.to for one in post.letters] == ["new@example.org"]
    assert post.letters[0].subject == "Reminder"


def test_a_helper_who_left_or_was_frozen_gets_none(
    annas: Enrolled, vera: FamilyAtDoor, pavel: Enrolled, clock: time_machine.Traveller
) -> None:
    tells(pavel, vera, hearing("2026-11-24T11:30"), hearing("2026-11-26T11:30"))
    revoke(keys=keys_of(pavel), opened=file_of(keys_of(pavel), vera.matter).safe, holder=annas.member.id)
    clock.move_to(datetime(2026, 11, 23, 17, 30, tzinfo=UTC))
    post = KeptPost()
    send_reminders(now=timezone.now(), post=post)
    lets(pavel, annas, vera)
    Member.objects.filter(pk=annas.member.pk).update(state=MemberState.FROZEN)
    clock.move_to(datetime(2026, 11, 25, 17, 30, tzinfo=UTC))
    send_reminders(now=timezone.now(), post=post)
    assert post.letters == []


def lets(pavel: Enrolled, helper: Enrolled, vera: FamilyAtDoor) -> None:
    """Pavel lets a helper read the family's part."""
    file = file_of(keys_of(pavel), vera.matter)
    grant_to(keys=keys_of(pavel), opened=file.safe, holder=holder_for(helper.member))


def test_without_an_address_the_page_says_what_to_do(pavel: Enrolled, anna: Enrolled) -> None:
    vera = vera_asks(notices=False)
    for client in (vera.client, anna.client):
        assert client.post("/dates/letters/").status_code == 422
    assert "/talk/notices/" in anna.client.get("/dates/letters/").content.decode()
    assert not ReminderWish.objects.exists()


def test_a_new_address_of_the_family_is_taken_and_none_is_respected(
    vera: FamilyAtDoor, clock: time_machine.Traveller
) -> None:
    wants(vera)
    tells(vera, vera, hearing("2026-11-24T11:30"), Reach(way="mail", value="new@example.org", notices=True))
    clock.move_to(datetime(2026, 11, 23, 17, 30, tzinfo=UTC))
    post = KeptPost()
    send_reminders(now=timezone.now(), post=post)
    assert [one.to for one in post.letters] == ["new@example.org"]
    tells(vera, vera, Reach(way="none"))
    clock.move_to(datetime(2026, 11, 24, 6, 55, tzinfo=UTC))
    assert send_reminders(now=timezone.now(), post=post).dropped == 1


def test_erased_means_no_letter(vera: FamilyAtDoor) -> None:
    wants(vera)
    tells(vera, vera, hearing("2026-11-24T11:30"))
    erase_matter(vera.matter, today=date(2026, 11, 23))
    assert not Reminder.objects.exists() and not ReminderWish.objects.exists()


def test_the_command_waits_without_a_mail_server_and_claims_nothing(
    vera: FamilyAtDoor, clock: time_machine.Traveller, settings: Any, capsys: Any
) -> None:
    wants(vera)
    tells(vera, vera, hearing("2026-11-24T11:30"))
    clock.move_to(datetime(2026, 11, 23, 17, 30, tzinfo=UTC))
    settings.SMTP_HOST = ""
    call_command("remind")
    box = Mailbox()
    with served(box) as post:
        settings.SMTP_HOST, settings.SMTP_PORT, settings.SMTP_FROM = post.host, post.port, post.sender
        settings.SMTP_TLS, settings.SMTP_USER = "none", ""
        call_command("remind")
    assert len(box.arrived) == 1
    assert ADDRESS not in capsys.readouterr().out

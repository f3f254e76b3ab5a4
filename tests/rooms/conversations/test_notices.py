"""Anna answers Vera; a letter goes that says nothing; whoever has the disk or the mailbox learns nothing more."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from tests.rooms.conversations.mailbox import Mailbox, free_port, post_to, served
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of, keys
from tests.rooms.people.world import Enrolled, enrol

from peredacha.core.facts import Reach, Request
from peredacha.gateways.mail import KeptPost, Letter, NotSent, SmtpPost
from peredacha.rooms.conversations.models import Notice, NoticeState, NoticeWish
from peredacha.rooms.conversations.services import (
    Box,
    author_of,
    change_wish,
    count_failed,
    notice_wish,
    send,
    send_due,
    try_failed_again,
)
from peredacha.rooms.conversations.services.posting import CLAIM, KEPT, TRIES
from peredacha.rooms.people.models import Member, MemberState
from peredacha.rooms.vault.services import grant, holder_of

HOUR = timedelta(hours=1)
VERAS = "vera@example.org"
ANNAS = Box("anna@example.org", "ru")


def at() -> datetime:
    return timezone.now()


def writes(who: Enrolled | FamilyAtDoor, vera: FamilyAtDoor, text: str = "Я рядом.", **more: Any) -> None:
    opener = who.keys if isinstance(who, FamilyAtDoor) else keys(who)
    now = more.pop("now", at())
    file = file_of(opener, vera.matter)
    send(keys=opener, file=file, text=text, author=author_of(opener), now=now, **more)


def stands(anna: Enrolled, pavel: Enrolled, vera: FamilyAtDoor) -> None:
    """Anna may read both threads and holds the matter."""
    file = file_of(keys(pavel), vera.matter)
    for safe in (file.safe, file.inner):
        grant(keys=keys(pavel), opened=safe, holder=holder_of(anna.member))
    type(vera.matter).objects.filter(id=vera.matter.id).update(held_by=anna.member)


@pytest.fixture
def anna(pavel: Enrolled, vera: FamilyAtDoor) -> Enrolled:
    helper = enrol("Anna")
    stands(helper, pavel, vera)
    return helper


class Refusing:
    """A post that raises what it is told."""

    def __init__(self, error: BaseException, *, after: SmtpPost | KeptPost | None = None) -> None:
        self.error, self.after, self.asked = error, after, 0

    def send(self, letter: Letter) -> None:
        self.asked += 1
        if self.after:
            self.after.send(letter)
        raise self.error


def test_vera_gets_a_letter_in_russian_that_says_nothing(anna: Enrolled, vera: FamilyAtDoor) -> None:
    writes(anna, vera)
    box = Mailbox()

    with served(box) as post:
        early = send_due(now=at(), post=post)
        done = send_due(now=at() + HOUR, post=post)

    assert (early.sent, done.sent) == (0, 1)
    [(to, subject, text)] = box.arrived
    assert to == VERAS and re.search("[а-я]", subject) and re.search("[а-я]", text)
    for secret in (str(vera.matter.id), str(vera.keys.holder), "Anna", "Вера", "Я рядом"):
        assert secret not in subject + text
    assert "http" in text
    row = Notice.objects.get()
    assert (row.state, row.box) == (NoticeState.RESTING, None)


def test_what_waits_holds_no_address_in_clear_and_no_exact_time(anna: Enrolled, vera: FamilyAtDoor) -> None:
    now = at()
    writes(anna, vera, now=now)

    row = Notice.objects.get()
    assert VERAS.encode() not in bytes(row.box or b"") and len(bytes(row.box or b"")) > 500
    assert now <= row.due_at <= now + HOUR + timedelta(minutes=5)
    assert (row.due_at.minute % 5, row.due_at.second, row.due_at.microsecond) == (0, 0, 0)


def test_a_family_that_did_not_ask_gets_nothing(pavel: Enrolled) -> None:
    for reach in (
        Reach(way="mail", value=VERAS, notices=False),
        Reach(way="phone", value="+7 900 000-00-00", notices=True),
        Reach(way="mail", value="vera@example.org, igor@example.org", notices=True),
    ):
        writes(pavel, asks(Request(asks=("person",)), reach))
    assert not Notice.objects.exists()


def test_what_helpers_say_among_themselves_is_no_news_for_the_family(
    pavel: Enrolled, anna: Enrolled, vera: FamilyAtDoor
) -> None:
    change_wish(member=anna.member, box=ANNAS)
    writes(pavel, vera, inner=True)
    assert [row.holder_id for row in Notice.objects.all()] == [anna.member.id]


def test_anna_hears_of_vera_but_not_of_herself(pavel: Enrolled, anna: Enrolled, vera: FamilyAtDoor) -> None:
    change_wish(member=anna.member, box=ANNAS)
    change_wish(member=pavel.member, box=Box("pavel@example.org"))
    writes(vera, vera)
    assert [row.holder_id for row in Notice.objects.all()] == [anna.member.id]
    writes(anna, vera)
    assert {row.holder_id for row in Notice.objects.all()} == {anna.member.id, vera.keys.holder}


def test_while_nobody_holds_the_matter_the_reception_hears(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    change_wish(member=pavel.member, box=Box("pavel@example.org"))
    writes(vera, vera)
    assert [row.holder_id for row in Notice.objects.all()] == [pavel.member.id]


def test_a_frozen_helper_hears_nothing(anna: Enrolled, vera: FamilyAtDoor) -> None:
    change_wish(member=anna.member, box=ANNAS)
    Member.objects.filter(id=anna.member.id).update(state=MemberState.FROZEN)
    writes(vera, vera)
    assert not Notice.objects.exists()


def test_ten_messages_are_one_letter_and_the_next_one_waits_an_hour(
    anna: Enrolled, vera: FamilyAtDoor
) -> None:
    post = KeptPost()
    for number in range(10):
        writes(anna, vera, f"{number}")
    later = at() + HOUR + timedelta(minutes=5)
    assert send_due(now=later, post=post).sent == 1
    writes(anna, vera, "ещё", now=later)

    assert send_due(now=later + timedelta(minutes=50), post=post).sent == 0
    assert send_due(now=later + 2 * HOUR, post=post).sent == 1
    send_due(now=later + 4 * HOUR, post=post)
    assert len(post.letters) == 2 and not Notice.objects.exists()


def test_once_a_day_means_in_the_morning(anna: Enrolled, vera: FamilyAtDoor) -> None:
    change_wish(member=anna.member, box=replace(ANNAS, daily=True))
    writes(vera, vera)

    due = timezone.localtime(Notice.objects.get().due_at)
    assert due.hour in (8, 9) and due > at()


def test_when_the_server_is_down_the_letter_waits_longer_and_longer_and_is_never_lost(
    anna: Enrolled, vera: FamilyAtDoor
) -> None:
    writes(anna, vera)
    nowhere, now, waits = post_to(free_port()), at() + HOUR, []
    for _try in range(TRIES - 1):
        now = max(now, Notice.objects.get().due_at)
        assert send_due(now=now, post=nowhere).later == 1
        waits.append(round((Notice.objects.get().due_at - now) / timedelta(minutes=5)))
    assert waits[1:] == [2, 4, 8, 16, 32, 64]

    assert send_due(now=now + 10 * HOUR, post=nowhere).failed == 1
    assert count_failed() == 1
    assert try_failed_again(now=now + 11 * HOUR) == 1
    box = Mailbox()
    with served(box) as post:
        assert send_due(now=now + 11 * HOUR, post=post).sent == 1
    assert box.arrived[0][0] == VERAS


def test_a_server_that_says_later_is_asked_later_and_one_that_says_never_is_not(
    anna: Enrolled, vera: FamilyAtDoor
) -> None:
    writes(anna, vera)
    now = at() + HOUR
    with served(Mailbox("451 busy", "550 no such box")) as post:
        assert send_due(now=now, post=post).later == 1
        assert send_due(now=now, post=post).sent == 0
        assert send_due(now=now + HOUR, post=post).failed == 1
        assert send_due(now=now + 9 * HOUR, post=post).failed == 0
    assert count_failed() == 1
    send_due(now=now + HOUR + KEPT, post=KeptPost())
    assert not Notice.objects.exists()


def test_a_new_message_gives_a_failed_letter_another_chance(anna: Enrolled, vera: FamilyAtDoor) -> None:
    writes(anna, vera)
    send_due(now=at() + HOUR, post=Refusing(NotSent(temporary=False)))
    assert count_failed() == 1
    writes(anna, vera, "ещё раз")

    row = Notice.objects.get()
    assert (row.state, row.tries) == (NoticeState.WAITING, 0)


def test_a_worker_that_dies_after_the_servers_yes_leaves_at_most_one_double_under_the_same_number(
    anna: Enrolled, vera: FamilyAtDoor
) -> None:
    writes(anna, vera)
    kept, now = KeptPost(), at() + HOUR
    with pytest.raises(KeyboardInterrupt):
        send_due(now=now, post=Refusing(KeyboardInterrupt(), after=kept))
    number = Notice.objects.get().number

    assert send_due(now=now + timedelta(minutes=5), post=kept).sent == 0
    assert Notice.objects.get().number == number
    assert send_due(now=now + CLAIM, post=kept).sent == 1
    assert [letter.number for letter in kept.letters] == [number, number]


def test_a_second_worker_finds_nothing_while_the_first_is_at_it(anna: Enrolled, vera: FamilyAtDoor) -> None:
    writes(anna, vera)
    now = at() + HOUR
    kept = KeptPost()

    class Slow:
        """While this letter is on its way, another worker comes."""

        def send(self, letter: Letter) -> None:
            assert send_due(now=now, post=kept).sent == 0
            kept.send(letter)

    assert send_due(now=now, post=Slow()).sent == 1
    assert len(kept.letters) == 1


def test_a_message_written_while_the_letter_is_on_its_way_gets_its_own(
    anna: Enrolled, vera: FamilyAtDoor
) -> None:
    writes(anna, vera)
    now = at() + HOUR

    class Slow:
        """While this letter is on its way, Anna writes again."""

        def send(self, letter: Letter) -> None:
            writes(anna, vera, "и ещё")

    assert send_due(now=now, post=Slow()).sent == 1
    row = Notice.objects.get()
    assert (row.state, row.again) == (NoticeState.WAITING, False)
    assert send_due(now=now + 2 * HOUR, post=KeptPost()).sent == 1


def test_a_matter_erased_while_the_letter_is_on_its_way_stays_erased(
    anna: Enrolled, vera: FamilyAtDoor
) -> None:
    writes(anna, vera)

    class Slow:
        """While this letter is on its way, everything is erased."""

        def send(self, letter: Letter) -> None:
            Notice.objects.all().delete()

    assert send_due(now=at() + HOUR, post=Slow()).sent == 1
    assert not Notice.objects.exists()


def test_after_three_refusals_in_a_row_the_server_is_left_alone(pavel: Enrolled) -> None:
    for number in range(5):
        family = asks(Request(asks=("person",)), Reach(way="mail", value=f"v{number}@e.org", notices=True))
        writes(pavel, family)
    refusing = Refusing(NotSent(temporary=True))

    assert send_due(now=at() + HOUR, post=refusing).later == 3
    assert refusing.asked == 3


def test_a_letter_under_another_boot_key_is_given_up_and_told(
    anna: Enrolled, vera: FamilyAtDoor, settings: Any
) -> None:
    writes(anna, vera)
    settings.NAMES_KEY = b"x" * 32
    kept = KeptPost()

    assert send_due(now=at() + HOUR, post=kept).failed == 1
    assert kept.letters == [] and count_failed() == 1


def test_anna_says_where_and_how_often_and_then_not_at_all(anna: Enrolled, vera: FamilyAtDoor) -> None:
    page = "/talk/notices/"
    told = {"rhythm": "daily", "address": ANNAS.address, "language": "en"}
    assert anna.client.post(page, told).status_code == 302
    assert notice_wish(anna.member) == Box(ANNAS.address, "en", daily=True)
    assert ANNAS.address in anna.client.get(page).content.decode()
    assert ANNAS.address.encode() not in bytes(NoticeWish.objects.get().box)
    writes(vera, vera)

    anna.client.post(page, {**told, "rhythm": "off"})

    assert notice_wish(anna.member) is None and not Notice.objects.exists()


def test_a_wish_without_an_address_is_asked_for_it(anna: Enrolled) -> None:
    for address in ("", "нет", "a@b.c, d@e.f"):
        answer = anna.client.post(
            "/talk/notices/", {"rhythm": "hourly", "address": address, "language": "ru"}
        )
        assert answer.status_code == 422 and 'role="alert"' in answer.content.decode()
    assert not NoticeWish.objects.exists()


def test_the_command_says_only_how_many(
    anna: Enrolled, vera: FamilyAtDoor, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    writes(anna, vera)
    Notice.objects.update(due_at=at() - HOUR)
    settings.SMTP_HOST = ""
    call_command("post")
    assert Notice.objects.get().state == NoticeState.WAITING
    box = Mailbox()
    with served(box) as post:
        settings.SMTP_HOST, settings.SMTP_PORT, settings.SMTP_TLS = "127.0.0.1", post.port, "none"
        settings.SMTP_FROM, settings.SMTP_USER, settings.SMTP_PASSWORD = "post@p.example", "", ""
        call_command("post")

    assert len(box.arrived) == 1
    told = capsys.readouterr().out
    assert "1" in told and "@" not in told

"""The house is sealed by anybody who helps, and opened by several together, byte for byte."""

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.rooms.guardians.world import standing_recovery
from tests.rooms.matters.world import asks, file_of
from tests.rooms.people.world import PASSPHRASE, enrol
from tests.rooms.vault.world import founder, today

from peredacha.core.sealing import WrongShares
from peredacha.rooms.guardians.services import (
    NothingSealed,
    WrongBootKey,
    check_in,
    check_in_overdue,
    is_link,
    is_wrong_boot_key,
    make_link,
    remember_boot_key,
    seal_by_link,
    seal_house,
    set_check_in,
    unseal_with_boot_key,
    unseal_with_shares,
    withdraw_links,
)
from peredacha.rooms.journal.models import Entry
from peredacha.rooms.people.models import Member, Session
from peredacha.rooms.people.services import Refused, SignedIn, sign_in
from peredacha.rooms.vault.models import House, SealedBoxes
from peredacha.rooms.vault.selectors import is_closed
from peredacha.rooms.vault.services import open_code

pytestmark = pytest.mark.django_db
OTHER_KEY = bytes(range(32))


def boxes() -> dict:
    rows = Member.objects.order_by("id").values_list("id", "box", "recovery_box", "salt", "verifier_hash")
    return {row[0]: tuple(None if part is None else bytes(part) for part in row[1:]) for row in rows}


def comes_in(name: str) -> bool:
    return isinstance(sign_in(login=name, passphrase=PASSPHRASE, now=timezone.now()), SignedIn)


def test_a_coerced_passphrase_opens_nothing_and_two_shares_bring_everything_back_byte_for_byte() -> None:
    pavel, anna = founder(), enrol("Anna")
    Member.objects.filter(id=anna.member.id).update(recovery_box=b"printed words")
    shares = standing_recovery(pavel)
    before = boxes()

    seal_house()

    assert is_closed() and not Session.objects.exists()
    assert {part for row in boxes().values() for part in row[:2]} == {None}
    assert not comes_in("anna")
    with pytest.raises(WrongShares):
        unseal_with_shares(shares[:1])
    assert is_closed()
    done = unseal_with_shares(shares[1:])
    assert (done.restored, done.waiting) == (2, ())
    assert boxes() == before and not is_closed() and not SealedBoxes.objects.exists()
    assert comes_in("anna")


def test_the_boxes_lie_in_no_clear_column_meanwhile() -> None:
    pavel = founder()
    box = bytes(Member.objects.get(id=pavel.member.id).box or b"")
    standing_recovery(pavel)

    seal_house()

    blob = bytes(SealedBoxes.objects.get().blob)
    assert len(box) > 100 and box[1:40] not in blob and pavel.member.id.hex.encode() not in blob


def test_sealing_twice_loses_nothing() -> None:
    pavel = founder()
    shares = standing_recovery(pavel)
    before = boxes()

    seal_house()
    seal_house()
    unseal_with_shares(shares[:2])

    assert boxes() == before


def test_a_family_and_its_code_come_through_untouched() -> None:
    pavel = founder()
    shares = standing_recovery(pavel)
    vera = asks()

    seal_house()
    unseal_with_shares(shares[:2])

    back = open_code(vera.code)
    assert back is not None and file_of(back, vera.matter).request.name == "Вера"


def test_each_chapter_has_shares_of_its_own_and_the_house_opens_with_the_last() -> None:
    demo, volga = standing_recovery(founder()), standing_recovery(founder("Igor", "volga"))
    before = boxes()
    seal_house()

    assert unseal_with_shares(demo[:2]).waiting == ("volga",)
    assert is_closed()
    assert unseal_with_shares(volga[:2]).waiting == ()
    assert boxes() == before and not is_closed()


def test_without_a_key_of_last_resort_only_the_boot_key_opens_it_again(settings: LazySettings) -> None:
    founder()
    remember_boot_key()
    before = boxes()
    seal_house()
    right = settings.LOGIN_KEY

    assert boxes() == before and is_closed()
    settings.LOGIN_KEY = OTHER_KEY
    with pytest.raises(WrongBootKey):
        unseal_with_boot_key()
    settings.LOGIN_KEY = right
    assert unseal_with_boot_key().waiting == ()
    assert not is_closed()
    with pytest.raises(NothingSealed):
        unseal_with_boot_key()


def test_the_boot_key_does_not_open_what_waits_for_shares() -> None:
    standing_recovery(founder())
    seal_house()

    assert unseal_with_boot_key().waiting == ("demo",)
    assert is_closed()


def test_sealing_needs_no_boot_key(settings: LazySettings) -> None:
    """The host closes the house from another window, in which nobody typed the key."""
    shares = standing_recovery(founder())
    remember_boot_key()
    before, right = boxes(), settings.LOGIN_KEY

    settings.LOGIN_KEY = OTHER_KEY
    seal_house()
    settings.LOGIN_KEY = right

    assert SealedBoxes.objects.count() == 1
    unseal_with_shares(shares[:2])
    assert boxes() == before


def test_a_house_that_runs_with_another_boot_key_is_closed_though_nobody_sealed_it(
    settings: LazySettings,
) -> None:
    founder()
    remember_boot_key()
    assert not is_closed() and not is_wrong_boot_key()

    settings.LOGIN_KEY = OTHER_KEY

    assert is_closed() and is_wrong_boot_key()
    with pytest.raises(CommandError):
        call_command("check_boot_key")
    remember_boot_key()
    assert is_closed()
    seal_house()
    assert not is_wrong_boot_key(), "a sealed house starts with any key"


def test_before_anybody_joined_any_boot_key_is_taken(settings: LazySettings) -> None:
    remember_boot_key()
    settings.LOGIN_KEY = OTHER_KEY

    assert not is_wrong_boot_key()
    remember_boot_key()
    assert not is_closed()


def test_an_address_made_beforehand_seals_once_and_can_be_withdrawn() -> None:
    anna = enrol("Anna")
    first, second = make_link(member=anna.member), make_link(member=anna.member)

    assert is_link(first) and not is_link("x" * 43) and not seal_by_link("")
    assert seal_by_link(first) and House.objects.get().sealed
    assert not is_link(first) and not seal_by_link(first)
    assert withdraw_links(member=anna.member) == 1 and not is_link(second)


def test_the_dead_mans_check_in() -> None:
    pavel, anna = founder(), enrol("Anna")
    assert not check_in_overdue(today() + timedelta(days=999))

    with pytest.raises(PermissionDenied):
        set_check_in(member=anna.member, days=3, today=today())
    set_check_in(member=pavel.member, days=3, today=today())

    assert [check_in_overdue(today() + timedelta(days=n)) for n in (3, 4)] == [False, True]
    with pytest.raises(PermissionDenied):
        check_in(member=anna.member, today=today() + timedelta(days=2))
    check_in(member=pavel.member, today=today() + timedelta(days=2))
    assert [check_in_overdue(today() + timedelta(days=n)) for n in (5, 6)] == [False, True]
    set_check_in(member=pavel.member, days=None, today=today())
    assert not check_in_overdue(today() + timedelta(days=99))


def test_the_journal_knows_that_it_was_sealed_and_opened_and_by_no_name() -> None:
    founder()
    seal_house()
    unseal_with_boot_key()

    assert [(one.act, one.actor) for one in Entry.objects.order_by("-number")[:2]] == [
        ("unsealed", None),
        ("sealed", None),
    ]


def test_while_sealed_guarded_pages_answer_with_one_calm_sentence_and_the_plan_goes_on() -> None:
    pavel = founder()
    vera = asks()
    assert pavel.client.get("/team/me/").status_code == vera.client.get("/mine/").status_code == 200

    seal_house()

    for client in (pavel.client, vera.client, Client()):
        for path in ("/team/me/", "/team/sign-in/", "/desk/", "/mine/", "/return/", "/ask/", "/ask/send/"):
            answer = client.get(path)
            assert (answer.status_code, answer.templates[0].name) == (503, "vault/closed.html"), path
        for path in ("/", "/calculators/", "/facilities/", "/where/"):
            assert client.get(path).status_code in (200, 302), path
    assert Client().post("/team/sign-in/", {"login": "pavel", "passphrase": PASSPHRASE}).status_code == 503
    assert isinstance(sign_in(login="nobody", passphrase="x", now=timezone.now()), Refused)


def test_public_pages_do_not_even_ask_whether_the_house_is_open(django_assert_num_queries) -> None:
    founder()

    with django_assert_num_queries(0):
        Client().get("/calculators/")


@pytest.mark.django_db(transaction=True)
def test_after_sealing_the_spare_pages_of_the_database_are_swept() -> None:
    founder()

    with CaptureQueriesContext(connection) as said:
        seal_house()

    swept = [one["sql"] for one in said.captured_queries if one["sql"].startswith(("PRAGMA wal", "VACUUM"))]
    assert len(swept) == 1 and is_closed()

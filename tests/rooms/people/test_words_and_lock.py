"""Anna comes back with her paper, and locks her account; the database alone gives no way in."""

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone
from tests.rooms.people.world import PASSPHRASE, Enrolled

from peredacha.core.sealing import RecoveryCode
from peredacha.rooms.people.models import Member, MemberState
from peredacha.rooms.people.services import Refused, SignedIn, forget_all_wrong, lock_mine, sign_in
from peredacha.rooms.people.services.enrolling import box_for_recovery
from peredacha.rooms.people.services.factors import add_totp, make_printed_codes, new_totp_secret
from peredacha.rooms.people.services.keeping import _store_box, recover

pytestmark = pytest.mark.django_db
NEW = "другая длинная фраза весны"
ME = "/team/me/"


def opens(passphrase: str) -> bool:
    return isinstance(sign_in(login="anna", passphrase=passphrase, now=timezone.now()), SignedIn)


def with_paper(anna: Enrolled) -> RecoveryCode:
    """Anna has words on paper."""
    code = RecoveryCode.fresh("ru")
    box_for_recovery(anna.member, words=code.entropy, pair=anna.pair)
    anna.member.save()
    return code


def comes_back(code: RecoveryCode, login: str = "anna") -> SignedIn | Refused:
    return recover(login=login, words=code.entropy, passphrase=NEW, now=timezone.now())


def test_freezing_wins_over_a_passphrase_that_is_being_changed(anna: Enrolled, pavel: Enrolled) -> None:
    Member.objects.filter(pk=anna.member.pk).update(state=MemberState.FROZEN, box=None)

    assert not _store_box(anna.member, MemberState.ACTIVE)
    assert Member.objects.get(pk=anna.member.pk).box is None


def test_the_words_alone_do_not_pass_the_second_factor(anna: Enrolled) -> None:
    code = with_paper(anna)
    browser = Client()
    browser.post("/team/sign-in/words/", {"login": "anna", "words": code.text, "passphrase": NEW})

    assert browser.get(ME).url == "/team/sign-in/code/"


def test_a_wrong_name_and_wrong_words_get_the_same_answer(anna: Enrolled) -> None:
    with_paper(anna)

    known, unknown = comes_back(RecoveryCode.fresh("ru")), comes_back(RecoveryCode.fresh("ru"), "nobody")

    assert isinstance(known, Refused) and known == unknown


def test_a_misspelt_word_is_named(anna: Enrolled) -> None:
    words = [*with_paper(anna).words[:11], "ъъъъ"]

    answer = Client().post(
        "/team/sign-in/words/", {"login": "anna", "words": " ".join(words), "passphrase": NEW}
    )

    assert answer.status_code == 422
    assert "ъъъъ" in answer.content.decode() and "anna" in answer.content.decode()


def test_guessing_words_gets_slower(anna: Enrolled) -> None:
    code = with_paper(anna)
    for _try in range(5):
        comes_back(RecoveryCode.fresh("ru"))

    assert isinstance(comes_back(code), Refused)
    forget_all_wrong()
    assert isinstance(comes_back(code), SignedIn)


def test_a_locked_account_opens_with_nothing_but_the_paper(anna: Enrolled) -> None:
    code = with_paper(anna)

    assert anna.client.post(f"{ME}lock/").url == "/team/locked/"

    locked = Member.objects.get(pk=anna.member.pk)
    assert (locked.state, locked.box) == (MemberState.LOCKED, None)
    assert anna.client.get(ME).url == "/team/sign-in/"
    assert not opens(PASSPHRASE)
    back = comes_back(code)
    assert isinstance(back, SignedIn) and back.visit.keys == anna.pair.packed()
    assert opens(NEW)


@pytest.mark.parametrize("state", [MemberState.FROZEN, MemberState.LEFT, MemberState.INVITED])
def test_the_paper_does_not_undo_what_the_team_did(anna: Enrolled, state: MemberState) -> None:
    code = with_paper(anna)
    Member.objects.filter(pk=anna.member.pk).update(state=state)

    assert isinstance(comes_back(code), Refused)
    assert Member.objects.get(pk=anna.member.pk).state == state


def test_the_paper_of_another_does_not_open_her_box(anna: Enrolled, pavel: Enrolled) -> None:
    code = with_paper(anna)
    row = Member.objects.get(pk=pavel.member.pk)
    row.recovery_box = anna.member.recovery_box
    row.save()

    assert isinstance(comes_back(code, "pavel"), Refused)


def everything_stored() -> str:
    """All that the tables of this room hold; bytes as hex."""
    rows = [
        row for model in apps.get_app_config("people").get_models() for row in model.objects.values_list()
    ]
    told = [
        bytes(one).hex() if isinstance(one, bytes | memoryview) else str(one) for row in rows for one in row
    ]
    return "\n".join(told).lower()


def test_the_tables_hold_neither_name_nor_login_nor_secret(anna: Enrolled) -> None:
    secret = new_totp_secret()
    add_totp(member=anna.member, secret=secret, label="Nokia", step=0, today=timezone.localdate())
    codes = make_printed_codes(member=anna.member)

    dump = everything_stored()

    words = ["Anna", "anna", "Nokia", secret, PASSPHRASE, *codes, codes[0].replace("-", "")]
    marks = [word.encode().hex() for word in words] + [word.lower() for word in words]
    assert "veteran" in dump and str(anna.member.id) in dump
    assert anna.pair.packed()[-32:].hex() not in dump
    assert [mark for mark in marks if mark in dump] == []


def test_locking_takes_no_confirmation(anna: Enrolled, pavel: Enrolled) -> None:
    lock_mine(member=anna.member)

    assert anna.client.get(ME).url == "/team/sign-in/"
    assert pavel.client.get(ME).status_code == 200

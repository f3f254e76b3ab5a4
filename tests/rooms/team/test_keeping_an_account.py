"""Anna looks after her account; the old key no longer opens, and whoever sits at her open laptop gets no further."""

import re
from datetime import timedelta

import pyotp
import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from tests.rooms.people.world import PASSPHRASE, Enrolled

from peredacha.core.sealing import RecoveryCode
from peredacha.rooms.people.models import Member, OneTimeCode, RoleKind
from peredacha.rooms.people.selectors import display_name, members_with, roles_of
from peredacha.rooms.people.services import (
    Refused,
    SignedIn,
    add_totp,
    box_for_recovery,
    make_printed_codes,
    new_totp_secret,
    sign_in,
)
from peredacha.rooms.people.services.keeping import recover

pytestmark = pytest.mark.django_db
NEW = "другая длинная фраза весны"
ME = "/team/me/"


def sure(anna: Enrolled, page: str = "passphrase") -> None:
    """Anna types her passphrase once more."""
    answer = anna.client.post(f"/team/me/sure/{page}/", {"passphrase": PASSPHRASE})
    assert answer.status_code == 302, answer.content.decode()


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


@pytest.mark.parametrize("page", ["passphrase/", "words/", "words/check/", "app/", "passkey/", "codes/new/"])
def test_who_sits_at_her_open_laptop_is_asked_for_the_passphrase(anna: Enrolled, page: str) -> None:
    assert "/team/me/sure/" in anna.client.get(ME + page).url
    assert "/team/me/sure/" in anna.client.post(ME + page, {"passphrase": NEW}).url
    assert opens(PASSPHRASE)


def test_a_wrong_passphrase_does_not_make_sure_and_slows_down(anna: Enrolled) -> None:
    tries = [anna.client.post("/team/me/sure/words/", {"passphrase": "x"}).status_code for _try in range(5)]

    assert tries == [422] * 5
    assert anna.client.post("/team/me/sure/words/", {"passphrase": PASSPHRASE}).status_code == 422


def test_being_sure_lasts_ten_minutes(anna: Enrolled) -> None:
    sure(anna)
    assert anna.client.get(f"{ME}app/").status_code == 200

    with time_machine.travel(timezone.now() + timedelta(minutes=11), tick=False):
        assert anna.client.get(f"{ME}app/").status_code == 302


def test_after_a_change_the_old_passphrase_and_other_visits_are_dead(anna: Enrolled) -> None:
    elsewhere = sign_in(login="anna", passphrase=PASSPHRASE, now=timezone.now())
    assert isinstance(elsewhere, SignedIn)
    sure(anna)

    anna.client.post(f"{ME}passphrase/", {"passphrase": NEW})

    assert opens(NEW) and not opens(PASSPHRASE)
    assert anna.client.get(ME).status_code == 200
    half = Client()
    half.cookies["__Host-session"] = elsewhere.visit.token
    assert half.get("/team/sign-in/code/").url == "/team/sign-in/"


def test_new_words_are_in_force_once_typed_back_and_the_old_paper_is_dead(anna: Enrolled) -> None:
    old = with_paper(anna)
    sure(anna, "words")
    words = re.findall(r"<li><strong>(\w+)</strong></li>", anna.client.get(f"{ME}words/").content.decode())
    asked = re.findall(r'name="word_(\d+)"', anna.client.get(f"{ME}words/check/").content.decode())

    anna.client.post(f"{ME}words/check/", {f"word_{at}": words[int(at)].upper() for at in asked})

    assert comes_back(old) == comes_back(RecoveryCode.fresh("ru"))
    text = " ".join(words)
    answer = Client().post("/team/sign-in/words/", {"login": "anna", "words": text, "passphrase": NEW})
    assert answer.url == "/team/sign-in/code/"
    assert opens(NEW)


def test_who_rests_is_not_asked_but_can_still_come_in(anna: Enrolled) -> None:
    today = timezone.localdate()

    anna.client.post(f"{ME}rest/")
    resting = members_with("demo", RoleKind.VETERAN, today)
    assert anna.client.get(ME).status_code == 200
    assert roles_of(Member.objects.get(pk=anna.member.pk), today) == {RoleKind.VETERAN}
    anna.client.post(f"{ME}rest/end/")

    assert resting == []
    assert members_with("demo", RoleKind.VETERAN, today) == [anna.member]


def test_a_name_can_change_and_a_damaged_one_breaks_no_page(anna: Enrolled) -> None:
    anna.client.post(f"{ME}name/", {"name": "Аня"})
    renamed = Member.objects.get(pk=anna.member.pk)
    assert display_name(renamed) == "Аня"

    renamed.name_box = b"\x01damaged"
    renamed.save()

    assert anna.client.get(ME).status_code == 200


def test_an_app_is_added_with_its_first_code_and_the_last_factor_stays(anna: Enrolled) -> None:
    sure(anna)
    letters = re.search(
        r'<strong translate="no">([A-Z2-7 ]+)</strong>', anna.client.get(f"{ME}app/").content.decode()
    )
    assert letters
    phone = pyotp.TOTP(letters[1].replace(" ", ""))
    assert anna.client.post(f"{ME}app/", {"code": "000000", "label": "phone"}).status_code == 422
    assert anna.client.post(f"{ME}app/", {"code": phone.now(), "label": "phone"}).status_code == 302
    factor = anna.member.factors.get()

    assert anna.client.post(f"{ME}factors/{factor.id}/remove/").status_code == 422
    add_totp(member=anna.member, secret=new_totp_secret(), label="", step=0, today=timezone.localdate())
    assert anna.client.post(f"{ME}factors/{factor.id}/remove/").status_code == 302
    assert not anna.member.factors.filter(pk=factor.pk).exists()


def test_she_cannot_remove_a_factor_of_pavel(anna: Enrolled, pavel: Enrolled) -> None:
    his = add_totp(
        member=pavel.member, secret=new_totp_secret(), label="", step=0, today=timezone.localdate()
    )
    for _two in range(2):
        add_totp(member=anna.member, secret=new_totp_secret(), label="", step=0, today=timezone.localdate())
    sure(anna)

    anna.client.post(f"{ME}factors/{his.id}/remove/")

    assert pavel.member.factors.filter(pk=his.pk).exists()


def test_new_codes_make_the_old_ones_void(anna: Enrolled) -> None:
    make_printed_codes(member=anna.member)
    before = set(OneTimeCode.objects.values_list("hash", flat=True))
    sure(anna, "new_codes")

    anna.client.post(f"{ME}codes/new/")

    after = set(OneTimeCode.objects.values_list("hash", flat=True))
    assert len(before) == len(after) == 10 and not before & after

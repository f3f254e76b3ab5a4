"""Boris is invited, vouched for, and joins; nobody else comes in by his link, and nobody twice."""

import re
from datetime import timedelta
from io import StringIO

import pyotp
import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from tests.rooms.people.world import Enrolled, enrol

from peredacha.core.sealing import read_recovery
from peredacha.rooms.people.models import Invitation, InvitationState, Member, RoleKind
from peredacha.rooms.people.selectors import display_name, find_login, roles_of
from peredacha.rooms.people.services import COOKIE, Refused, SignedIn, sign_in
from peredacha.rooms.people.services.keeping import recover
from peredacha.rooms.team.services import HasMembers, freeze, invite, invite_founder, vouch, withdraw

pytestmark = pytest.mark.django_db
HIS_PASSPHRASE = "сорок дней до весны осталось"
WORDS, CHECK, APP = "/team/joining/words/", "/team/joining/words/check/", "/team/joining/app/"


def invited_by(pavel: Enrolled, kind: str = RoleKind.EDITOR) -> str:
    """A link's secret, from Pavel."""
    today = timezone.localdate()
    ends_on = today + timedelta(days=90)
    return invite(by=pavel.member, kind=kind, role_ends_on=ends_on, note="Boris", today=today).token


def begins(token: str, login: str = "boris", passphrase: str = HIS_PASSPHRASE) -> Client:
    """A fresh browser after the first page."""
    client = Client()
    client.post(f"/team/join/{token}/", {"login": login, "name": "Борис", "passphrase": passphrase})
    return client


def shown_words(client: Client) -> list[str]:
    return re.findall(r"<li><strong>(\w+)</strong></li>", client.get(WORDS).content.decode())


def types_back(client: Client, words: list[str]):
    names = re.findall(r'name="word_(\d+)"', client.get(CHECK).content.decode())
    return client.post(CHECK, {f"word_{place}": words[int(place)] for place in names})


def phone_of(client: Client) -> pyotp.TOTP:
    letters = re.search(r'<strong translate="no">([A-Z2-7 ]+)</strong>', client.get(APP).content.decode())
    assert letters
    return pyotp.TOTP(letters[1].replace(" ", ""))


def joins(token: str, login: str = "boris") -> tuple[Client, list[str]]:
    """The whole way; gives the browser and the words on paper."""
    client = begins(token, login)
    words = shown_words(client)
    types_back(client, words)
    answer = client.post(APP, {"code": phone_of(client).now()})
    assert answer.url == "/team/me/codes/", answer
    return client, words


def test_boris_joins_and_signs_in_again_with_everything_he_was_given(pavel: Enrolled) -> None:
    client, words = joins(invited_by(pavel))
    codes = re.findall(
        r"<li><strong>([a-z2-7-]+)</strong></li>", client.get("/team/me/codes/").content.decode()
    )

    boris = find_login("boris")
    assert boris and display_name(boris) == "Борис"
    assert (len(words), len(codes), boris.invited_by) == (12, 10, pavel.member)
    assert roles_of(boris, timezone.localdate()) == {RoleKind.EDITOR}
    found = sign_in(login="boris", passphrase=HIS_PASSPHRASE, now=timezone.now())
    assert isinstance(found, SignedIn)
    again = Client()
    again.cookies[COOKIE] = found.visit.token
    assert again.post("/team/sign-in/code/", {"code": codes[0]}).status_code == 302
    assert again.get("/team/me/").status_code == 200


def test_the_printed_codes_are_shown_until_they_are_on_paper(pavel: Enrolled) -> None:
    client, _words = joins(invited_by(pavel))

    client.post("/team/me/codes/")

    assert b"<li><strong>" not in client.get("/team/me/codes/").content


def test_the_words_on_paper_give_back_the_same_keys(pavel: Enrolled) -> None:
    _client, words = joins(invited_by(pavel))

    found = recover(
        login="boris",
        words=read_recovery(" ".join(words)),
        passphrase="новая длинная фраза",
        now=timezone.now(),
    )

    assert isinstance(found, SignedIn)
    old = sign_in(login="boris", passphrase=HIS_PASSPHRASE, now=timezone.now())
    new = sign_in(login="boris", passphrase="новая длинная фраза", now=timezone.now())
    assert isinstance(old, Refused) and isinstance(new, SignedIn)
    assert new.visit.keys == found.visit.keys


def test_until_the_last_step_nothing_is_stored(pavel: Enrolled) -> None:
    client = begins(invited_by(pavel))
    types_back(client, shown_words(client))

    client.post(APP, {"code": "000000"})

    assert Member.objects.count() == 1
    assert client.get("/team/me/").url == "/team/sign-in/"


def test_a_half_joined_browser_is_led_to_its_step(pavel: Enrolled) -> None:
    client = begins(invited_by(pavel))

    assert client.get(APP).url == WORDS
    types_back(client, shown_words(client))
    assert client.get(WORDS).url == APP
    assert Client().get(APP).url == "/team/sign-in/"


def test_wrong_words_are_not_taken_for_right(pavel: Enrolled) -> None:
    client = begins(invited_by(pavel))

    answer = types_back(client, ["абажур"] * 12)

    assert answer.status_code == 422
    assert client.get(APP).url == WORDS


def test_a_link_works_once(pavel: Enrolled) -> None:
    token = invited_by(pavel)
    twice = begins(token, "another")
    types_back(twice, shown_words(twice))
    joins(token)

    assert Client().get(f"/team/join/{token}/").status_code == 404
    assert twice.post(APP, {"code": phone_of(twice).now()}).status_code == 422
    assert Member.objects.count() == 2


def test_a_login_name_belongs_to_one(pavel: Enrolled) -> None:
    first, second = invited_by(pavel), invited_by(pavel)
    racing = begins(second)
    types_back(racing, shown_words(racing))
    joins(first)

    late = Client().post(
        f"/team/join/{second}/", {"login": " Boris", "name": "Б", "passphrase": HIS_PASSPHRASE}
    )

    assert late.status_code == 422
    assert racing.post(APP, {"code": phone_of(racing).now()}).status_code == 422


@pytest.mark.parametrize("passphrase", ["short", "1" * 20, "boris likes long words"])
def test_a_weak_passphrase_is_refused_and_the_rest_stays_typed(pavel: Enrolled, passphrase: str) -> None:
    answer = Client().post(
        f"/team/join/{invited_by(pavel)}/", {"login": "boris", "name": "Борис", "passphrase": passphrase}
    )

    assert answer.status_code == 422
    assert 'value="Борис"' in answer.content.decode() and passphrase not in answer.content.decode()


def test_a_link_of_a_role_that_sees_matters_waits_for_the_second_voucher(
    pavel: Enrolled, anna: Enrolled
) -> None:
    token = invited_by(pavel, RoleKind.VETERAN)
    invitation = Invitation.objects.get()

    early = Client().post(
        f"/team/join/{token}/", {"login": "boris", "name": "Борис", "passphrase": HIS_PASSPHRASE}
    )
    assert COOKIE not in early.cookies
    assert vouch(by=pavel.member, invitation_id=invitation.id, today=timezone.localdate())
    assert COOKIE not in begins(token).cookies, "the inviter counts once"
    assert vouch(by=anna.member, invitation_id=invitation.id, today=timezone.localdate())
    joins(token)


def test_an_editor_and_a_stranger_chapter_cannot_vouch(pavel: Enrolled, anna: Enrolled) -> None:
    invited_by(pavel, RoleKind.LAWYER)
    invitation, today = Invitation.objects.get(), timezone.localdate()
    editor, other = enrol("Editor", (RoleKind.EDITOR,)), enrol("Zoya", (RoleKind.STEWARD,), "lipki")

    assert not vouch(by=editor.member, invitation_id=invitation.id, today=today)
    assert not vouch(by=other.member, invitation_id=invitation.id, today=today)
    assert not withdraw(by=other.member, invitation_id=invitation.id)


def test_alone_in_the_chapter_the_founder_vouches_alone(pavel: Enrolled) -> None:
    joins(invited_by(pavel, RoleKind.VETERAN))

    assert find_login("boris")


def test_what_a_frozen_member_invited_or_vouched_for_is_void(pavel: Enrolled, anna: Enrolled) -> None:
    maria = enrol("Maria", (RoleKind.COORDINATOR,))
    hers, his = invited_by(maria), invited_by(pavel, RoleKind.VETERAN)
    vouch(
        by=maria.member, invitation_id=Invitation.objects.get(by=pavel.member).id, today=timezone.localdate()
    )

    freeze(by=pavel.member, member=maria.member)

    assert Client().get(f"/team/join/{hers}/").status_code == 404
    assert COOKIE not in begins(his).cookies


def test_a_link_runs_out_and_can_be_taken_back(pavel: Enrolled) -> None:
    late, back = invited_by(pavel), invited_by(pavel)
    assert withdraw(by=pavel.member, invitation_id=Invitation.objects.order_by("expires_on").last().id)

    statuses = {Client().get(f"/team/join/{token}/").status_code for token in (late, back)}
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        later = {Client().get(f"/team/join/{token}/").status_code for token in (late, back)}

    assert (statuses, later) == ({200, 404}, {404})


def test_who_is_meant_is_forgotten_with_the_use(pavel: Enrolled) -> None:
    joins(invited_by(pavel))

    used = Invitation.objects.get()

    assert (used.state, used.note_box) == (InvitationState.USED, None)


@pytest.mark.parametrize("who", ["anna", "coordinator"])
def test_not_everybody_may_invite_to_everything(anna: Enrolled, who: str) -> None:
    by = anna if who == "anna" else enrol("Kira", (RoleKind.COORDINATOR,))

    with pytest.raises(PermissionDenied):
        invited_by(by, RoleKind.STEWARD)


def test_the_first_link_of_a_chapter_makes_a_steward_and_coordinator() -> None:
    out = StringIO()
    call_command("invite_founder", "--chapter", "demo", stdout=out)
    token = out.getvalue().strip().rstrip("/").rsplit("/", 1)[-1]

    joins(token)

    boris = find_login("boris")
    assert boris and roles_of(boris, timezone.localdate()) == {RoleKind.STEWARD, RoleKind.COORDINATOR}
    with pytest.raises(HasMembers):
        invite_founder(chapter="demo", today=timezone.localdate())


def test_a_first_link_is_dead_once_the_chapter_has_a_member() -> None:
    links = [invite_founder(chapter="demo", today=timezone.localdate()).token for _link in range(2)]
    late = begins(links[1], "igor")
    types_back(late, shown_words(late))
    joins(links[0])

    assert late.post(APP, {"code": phone_of(late).now()}).status_code == 422
    assert Member.objects.count() == 1


def test_the_command_refuses_with_one_sentence_where_there_are_members(pavel: Enrolled) -> None:
    err = StringIO()

    with pytest.raises(SystemExit) as left:
        call_command("invite_founder", "--chapter", "demo", stderr=err)

    assert (left.value.code, len(err.getvalue().strip().splitlines())) == (2, 1)


@pytest.mark.parametrize("token", ["x", "Ж", "a" * 300, "%00"])
def test_a_made_up_link_finds_nothing(token: str) -> None:
    assert Client().get(f"/team/join/{token}/").status_code == 404

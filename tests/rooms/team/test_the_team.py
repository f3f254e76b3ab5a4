"""Pavel looks after his team, and only after his."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from tests.rooms.matters.world import keys
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.people.models import Invitation, Member, MemberState, Role, RoleKind
from peredacha.rooms.people.selectors import members_with, roles_of
from peredacha.rooms.people.services import Refused, SignedIn, sign_in
from peredacha.rooms.team.selectors import branch_of
from peredacha.rooms.team.services import cut_branch, end_role, freeze, give_role, let_go, thaw
from peredacha.rooms.vault.models import Safe
from peredacha.rooms.vault.services import holder_of, new_safe

pytestmark = pytest.mark.django_db
TEAM = "/team/"
ACTS = ("member", "cut_branch", "freeze", "thaw", "let_go")


def state_of(one: Enrolled) -> str:
    return Member.objects.get(pk=one.member.pk).state


def in_days(days: int) -> dict[str, str]:
    day = timezone.localdate() + timedelta(days=days)
    return {"ends_on_0": str(day.day), "ends_on_1": str(day.month), "ends_on_2": str(day.year)}


def test_pavel_sees_his_team_and_nobody_of_another_chapter(pavel: Enrolled, anna: Enrolled) -> None:
    enrol("Zoya", (RoleKind.STEWARD,), "lipki")

    page = pavel.client.get(TEAM).content.decode()

    assert "Anna" in page and "Pavel" in page
    assert "Zoya" not in page


@pytest.mark.parametrize("act", ACTS)
def test_a_member_of_another_chapter_is_nowhere(pavel: Enrolled, act: str) -> None:
    zoya = enrol("Zoya", chapter="lipki")
    address = reverse(f"team:{act}", args=[zoya.member.id])

    assert pavel.client.post(address).status_code == 404
    assert pavel.client.get(address).status_code in (404, 405)
    assert state_of(zoya) == MemberState.ACTIVE


@pytest.mark.parametrize("act", ACTS)
def test_anna_finds_no_team_page_and_can_do_nothing_there(anna: Enrolled, pavel: Enrolled, act: str) -> None:
    assert anna.client.get(TEAM).status_code == 404
    assert anna.client.get("/team/invite/").status_code == 404
    assert anna.client.post(reverse(f"team:{act}", args=[pavel.member.id])).status_code == 404
    assert state_of(pavel) == MemberState.ACTIVE


@pytest.mark.parametrize("act", ACTS)
def test_pavel_cannot_act_on_himself_or_on_somebody_made_up(pavel: Enrolled, act: str) -> None:
    for one in (pavel.member.id, uuid4()):
        assert pavel.client.post(reverse(f"team:{act}", args=[one])).status_code == 404


@pytest.mark.parametrize(
    "act",
    [
        lambda by, member: freeze(by=by, member=member),
        lambda by, member: thaw(by=by, member=member),
        lambda by, member: cut_branch(by=by, member=member),
        lambda by, member: let_go(by=by, member=member, today=timezone.localdate()),
        lambda by, member: end_role(by=by, member=member, role_id=1, today=timezone.localdate()),
    ],
)
def test_the_services_themselves_refuse_another_chapter(
    pavel: Enrolled, act: Callable[[Member, Member], None]
) -> None:
    zoya = enrol("Zoya", chapter="lipki")

    for other in (zoya, pavel):
        with pytest.raises(PermissionDenied):
            act(pavel.member, other.member)


def test_freezing_puts_anna_out_at_once_and_her_passphrase_opens_nothing(
    pavel: Enrolled, anna: Enrolled
) -> None:
    pavel.client.post(reverse("team:freeze", args=[anna.member.id]))

    assert (state_of(anna), Member.objects.get(pk=anna.member.pk).box) == (MemberState.FROZEN, None)
    assert anna.client.get("/team/me/").url == "/team/sign-in/"
    found = sign_in(login="anna", passphrase="четыре рыжих кота и один трамвай", now=timezone.now())
    assert isinstance(found, Refused) and not isinstance(found, SignedIn)


@pytest.mark.parametrize("act", ["freeze", "let_go", "cut_branch"])
def test_what_anna_could_read_is_marked_and_pavel_is_led_to_the_renewal(
    pavel: Enrolled, anna: Enrolled, act: str
) -> None:
    hers = new_safe(giver=anna.member.id, pair=keys(anna).pair, holders=[holder_of(anna.member)]).id
    new_safe(giver=pavel.member.id, pair=keys(pavel).pair, holders=[holder_of(pavel.member)])

    pavel.client.post(reverse(f"team:{act}", args=[anna.member.id]))

    assert list(Safe.objects.filter(stale=True).values_list("id", flat=True)) == [hers]
    pages = [pavel.client.get(path) for path in (TEAM, reverse("team:member", args=[anna.member.id]))]
    assert [reverse("guardians:renewal") in one.content.decode() for one in pages] == [True, act != "let_go"]


def test_thawing_leaves_the_account_locked_until_the_paper_comes(pavel: Enrolled, anna: Enrolled) -> None:
    pavel.client.post(reverse("team:freeze", args=[anna.member.id]))

    pavel.client.post(reverse("team:thaw", args=[anna.member.id]))

    assert state_of(anna) == MemberState.LOCKED


def test_thawing_changes_nothing_for_who_is_not_frozen(pavel: Enrolled, anna: Enrolled) -> None:
    thaw(by=pavel.member, member=anna.member)

    assert state_of(anna) == MemberState.ACTIVE


def test_a_branch_is_cut_with_everybody_below_and_nobody_beside(pavel: Enrolled, anna: Enrolled) -> None:
    maria = enrol("Maria", invited_by=pavel.member)
    boris = enrol("Boris", invited_by=maria.member)
    vlad = enrol("Vlad", invited_by=boris.member)
    address = reverse("team:cut_branch", args=[maria.member.id])
    page = pavel.client.get(address).content.decode()
    assert all(name in page for name in ("Maria", "Boris", "Vlad")) and "Anna" not in page

    pavel.client.post(address)

    assert [state_of(one) for one in (maria, boris, vlad)] == [MemberState.FROZEN] * 3
    assert [state_of(one) for one in (pavel, anna)] == [MemberState.ACTIVE] * 2
    assert vlad.client.get("/team/me/").url == "/team/sign-in/"


def test_cutting_tells_whom_it_froze(pavel: Enrolled) -> None:
    maria = enrol("Maria", invited_by=pavel.member)
    boris = enrol("Boris", invited_by=maria.member)

    assert cut_branch(by=pavel.member, member=maria.member) == [maria.member.id, boris.member.id]


def test_nobody_cuts_the_branch_that_he_sits_on(pavel: Enrolled) -> None:
    kira = enrol("Kira", (RoleKind.STEWARD,), invited_by=pavel.member)

    assert kira.client.post(reverse("team:cut_branch", args=[pavel.member.id])).status_code == 403
    assert state_of(pavel) == MemberState.ACTIVE


def test_a_ring_in_the_tree_made_by_hand_ends(pavel: Enrolled) -> None:
    maria = enrol("Maria", invited_by=pavel.member)
    Member.objects.filter(pk=pavel.member.pk).update(invited_by=maria.member)

    assert branch_of(maria.member) == [maria.member, pavel.member]


def test_a_role_is_given_longer_and_ended(pavel: Enrolled, anna: Enrolled) -> None:
    address = reverse("team:member", args=[anna.member.id])

    assert pavel.client.post(address, {"kind": "veteran", **in_days(30)}).status_code == 302
    assert pavel.client.post(address, {"kind": "lawyer", **in_days(10)}).status_code == 302
    veteran = Role.objects.get(member=anna.member, kind=RoleKind.VETERAN)
    assert (veteran.ends_on - timezone.localdate()).days == 30
    pavel.client.post(reverse("team:end_role", args=[anna.member.id, veteran.pk]))

    assert roles_of(anna.member, timezone.localdate()) == {RoleKind.LAWYER}
    assert members_with("demo", RoleKind.VETERAN, timezone.localdate()) == []


@pytest.mark.parametrize("fields", [{}, {"kind": "tsar"}, {"kind": "veteran", **in_days(-1)}])
def test_a_role_without_an_end_or_a_name_is_not_given(
    pavel: Enrolled, anna: Enrolled, fields: dict[str, str]
) -> None:
    answer = pavel.client.post(reverse("team:member", args=[anna.member.id]), fields)

    assert answer.status_code == 422
    assert Role.objects.filter(member=anna.member).count() == 1


def test_no_role_lasts_longer_than_a_year(pavel: Enrolled, anna: Enrolled) -> None:
    answer = pavel.client.post(
        reverse("team:member", args=[anna.member.id]), {"kind": "veteran", **in_days(400)}
    )

    assert answer.status_code == 422


def test_an_editor_does_not_slip_into_a_role_that_sees_matters(pavel: Enrolled) -> None:
    editor = enrol("Editor", (RoleKind.EDITOR,))
    address = reverse("team:member", args=[editor.member.id])

    assert pavel.client.post(address, {"kind": "veteran", **in_days(9)}).status_code == 422
    assert pavel.client.post(address, {"kind": "packer", **in_days(9)}).status_code == 422
    assert pavel.client.post(address, {"kind": "writer", **in_days(9)}).status_code == 302


def test_a_coordinator_makes_and_unmakes_no_steward(pavel: Enrolled, anna: Enrolled) -> None:
    kira = enrol("Kira", (RoleKind.COORDINATOR,))
    steward = Role.objects.get(member=pavel.member, kind=RoleKind.STEWARD)

    with pytest.raises(PermissionDenied):
        end_role(by=kira.member, member=pavel.member, role_id=steward.pk, today=timezone.localdate())
    with pytest.raises(PermissionDenied):
        give_role(
            by=kira.member,
            member=anna.member,
            kind=RoleKind.STEWARD,
            ends_on=timezone.localdate(),
            today=timezone.localdate(),
        )


def test_who_leaves_leaves_no_box_and_no_factor(pavel: Enrolled, anna: Enrolled) -> None:
    pavel.client.post(reverse("team:let_go", args=[anna.member.id]))

    left = Member.objects.get(pk=anna.member.pk)
    assert (left.state, left.box, left.recovery_box, left.devices_box) == (MemberState.LEFT, None, None, None)
    assert roles_of(left, timezone.localdate()) == frozenset()
    assert pavel.client.get(reverse("team:member", args=[anna.member.id])).status_code == 404


def test_an_invitation_goes_its_way_over_the_pages(pavel: Enrolled, anna: Enrolled) -> None:
    kira = enrol("Kira", (RoleKind.COORDINATOR,))
    answer = pavel.client.post("/team/invite/", {"note": "Boris", "kind": "veteran", **in_days(60)})
    assert answer.url == "/team/invite/link/"
    assert "/team/join/" in pavel.client.get(answer.url).content.decode()
    pavel.client.post(answer.url)
    assert pavel.client.get(answer.url).url == TEAM
    assert "Boris" in kira.client.get(TEAM).content.decode()

    invitation = Invitation.objects.get()
    for act in ("vouch", "vouch"):
        assert kira.client.post(reverse(f"team:{act}", args=[invitation.id])).status_code == 302
    assert invitation.vouches.count() == 2
    assert kira.client.post(reverse("team:withdraw", args=[invitation.id])).status_code == 302
    assert kira.client.post(reverse("team:vouch", args=[invitation.id])).status_code == 404


def test_another_chapter_neither_sees_nor_touches_an_invitation(pavel: Enrolled) -> None:
    zoya = enrol("Zoya", (RoleKind.STEWARD,), "lipki")
    pavel.client.post("/team/invite/", {"note": "Boris", "kind": "packer", **in_days(60)})
    invitation = Invitation.objects.get()

    assert "Boris" not in zoya.client.get(TEAM).content.decode()
    for act in ("vouch", "withdraw"):
        assert zoya.client.post(reverse(f"team:{act}", args=[invitation.id])).status_code == 404

"""Looking after a team: roles are given and ended, accounts frozen and thawed, a branch is cut.

Nobody acts on the own account here, so that whoever acts remains.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from peredacha.core.language import phrase
from peredacha.rooms.people.models import VOUCHED_FOR, Member, MemberState, OneTimeCode, Role, SecondFactor
from peredacha.rooms.people.selectors import roles_of
from peredacha.rooms.people.services import HELPER, Refused, end_visits
from peredacha.rooms.team.selectors import LONGEST_ROLE, branch_of, kinds_to_give, was_vouched_for
from peredacha.rooms.team.services.inviting import withdraw_all_of
from peredacha.rooms.vault.services import mark_stale

NEEDS_VOUCHERS = Refused(
    phrase("This role sees what families told. It begins with an invitation for which two members vouch.")
)


def give_role(*, by: Member, member: Member, kind: str, ends_on: date, today: date) -> Role | Refused:
    """Give a role until ``ends_on``, or a longer time to one that runs.

    Raises PermissionDenied for oneself, another chapter, or a kind that ``by`` may not give.
    """
    _check(by, member)
    if kind not in kinds_to_give(roles_of(by, today)) or not today <= ends_on <= today + LONGEST_ROLE:
        raise PermissionDenied
    if kind in VOUCHED_FOR and not was_vouched_for(member):
        return NEEDS_VOUCHERS
    with transaction.atomic():
        running = Role.objects.filter(member=member, kind=kind, ends_on__gte=today).first()
        if running is None:
            return Role.objects.create(
                member=member, kind=kind, starts_on=today, ends_on=ends_on, given_by=by
            )
        running.ends_on = ends_on
        running.given_by = by
        running.save(update_fields=["ends_on", "given_by"])
        return running


def end_role(*, by: Member, member: Member, role_id: int, today: date) -> None:
    """End a role as of now: yesterday was its last day."""
    _check(by, member)
    rows = Role.objects.filter(pk=role_id, member=member, ends_on__gte=today)
    if not set(rows.values_list("kind", flat=True)) <= set(kinds_to_give(roles_of(by, today))):
        raise PermissionDenied
    rows.update(ends_on=today - timedelta(days=1))


def freeze(*, by: Member, member: Member) -> list[UUID]:
    """Freeze one account: its visits end, its passphrase box and open invitations go. Gives its id.

    What its keys open is marked: at the next renewal everybody who stays gets new data keys, and it does not.
    """
    _check(by, member)
    return _freeze([member])


def cut_branch(*, by: Member, member: Member) -> list[UUID]:
    """Freeze a member and everybody below in the tree of invitations; gives all their ids.

    Raises PermissionDenied where ``by`` stands on that branch: whoever cuts must not fall with it.
    """
    _check(by, member)
    branch = branch_of(member)
    if by in branch:
        raise PermissionDenied
    return _freeze([one for one in branch if one.state != MemberState.LEFT])


def thaw(*, by: Member, member: Member) -> None:
    """Let a frozen member come back: with the printed recovery words, as after locking the account oneself."""
    _check(by, member)
    Member.objects.filter(pk=member.pk, state=MemberState.FROZEN).update(state=MemberState.LOCKED)


def let_go(*, by: Member, member: Member, today: date) -> None:
    """A member leaves: visits, boxes, factors and roles end. The row stays, so that the tree stays whole."""
    _check(by, member)
    with transaction.atomic():
        _freeze([member])
        SecondFactor.objects.filter(member=member).delete()
        OneTimeCode.objects.filter(member=member).delete()
        Role.objects.filter(member=member, ends_on__gte=today).update(ends_on=today - timedelta(days=1))
        Member.objects.filter(pk=member.pk).update(
            state=MemberState.LEFT, recovery_box=None, pins_box=None, devices_box=None
        )


def _freeze(members: Sequence[Member]) -> list[UUID]:
    with transaction.atomic():
        ids = [member.id for member in members]
        Member.objects.filter(pk__in=ids).update(state=MemberState.FROZEN, box=None)
        withdraw_all_of(list(members))
        mark_stale(ids)
    for member_id in ids:
        end_visits(kind=HELPER, subject=member_id)
    return ids


def _check(by: Member, member: Member) -> None:
    if by.chapter != member.chapter or by.pk == member.pk:
        raise PermissionDenied

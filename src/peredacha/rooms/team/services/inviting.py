"""Inviting, vouching, taking back. The secret of a link is told once and kept nowhere."""

import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction

from peredacha.core.sealing import seal
from peredacha.rooms.people.models import (
    SEES_MATTERS,
    VOUCHED_FOR,
    Invitation,
    InvitationState,
    Member,
    RoleKind,
    Vouch,
)
from peredacha.rooms.people.selectors import count_members, members_with, roles_of
from peredacha.rooms.team.selectors import (
    LONGEST_ROLE,
    find_open_invitation,
    invitation_tag,
    kinds_to_give,
)

LINK_DAYS = 7
TOKEN_BYTES = 16
VOUCHERS = 2


@dataclass(frozen=True, repr=False)
class Invited:
    """A fresh invitation, and the secret of its link."""

    invitation: Invitation
    token: str


class HasMembers(Exception):
    """The chapter has members already: they invite the next ones."""


def invite(*, by: Member, kind: str, role_ends_on: date, note: str, today: date) -> Invited:
    """Invite one person to the chapter of ``by``, who is the first to vouch.

    ``note`` tells the vouchers who is meant. Raises PermissionDenied where ``by`` may not give that role.
    """
    if kind not in kinds_to_give(roles_of(by, today)) or not today <= role_ends_on <= today + LONGEST_ROLE:
        raise PermissionDenied
    with transaction.atomic():
        invited = _new(by.chapter, kind, role_ends_on, today, by=by, needs=_vouchers_needed(by, kind, today))
        row = invited.invitation
        row.note_box = seal(settings.NAMES_KEY, note.encode(), row.note_context) if note else None
        row.save(update_fields=["note_box"])
        Vouch.objects.create(invitation=row, by=by, on=today)
    return invited


def invite_founder(*, chapter: str, today: date) -> Invited:
    """The first invitation of a chapter: to a steward and coordinator for one year.

    Raises HasMembers while any member of the chapter has a role that runs.
    """
    if count_members(chapter, today):
        raise HasMembers
    return _new(chapter, RoleKind.STEWARD, today + LONGEST_ROLE, today, by=None, needs=0)


def vouch(*, by: Member, invitation_id: UUID, today: date) -> bool:
    """``by`` answers for an invitation of the own chapter; False where there is none that is open."""
    invitation = find_open_invitation(by.chapter, invitation_id)
    if invitation is None or not roles_of(by, today) & SEES_MATTERS:
        return False
    Vouch.objects.get_or_create(invitation=invitation, by=by, defaults={"on": today})
    return True


def withdraw(*, by: Member, invitation_id: UUID) -> bool:
    """Take an invitation of the own chapter back; False where there is none that is open."""
    rows = Invitation.objects.filter(chapter=by.chapter, id=invitation_id, state=InvitationState.OPEN)
    return rows.update(state=InvitationState.WITHDRAWN, note_box=None) == 1


def withdraw_all_of(members: list[Member]) -> None:
    """What these members invited or vouched for no longer counts, as long as it is open."""
    Invitation.objects.filter(by__in=members, state=InvitationState.OPEN).update(
        state=InvitationState.WITHDRAWN, note_box=None
    )
    Vouch.objects.filter(by__in=members, invitation__state=InvitationState.OPEN).delete()


def _new(chapter: str, kind: str, ends_on: date, today: date, *, by: Member | None, needs: int) -> Invited:
    token = secrets.token_urlsafe(TOKEN_BYTES)
    invitation = Invitation.objects.create(
        chapter=chapter,
        kind=kind,
        role_ends_on=ends_on,
        by=by,
        tag=invitation_tag(token),
        expires_on=today + timedelta(days=LINK_DAYS),
        needs_vouchers=needs,
    )
    return Invited(invitation, token)


def _vouchers_needed(by: Member, kind: str, today: date) -> int:
    """Two for a role that sees matters; one while the chapter has nobody else who could vouch."""
    if kind not in VOUCHED_FOR:
        return 1
    able = {one.id for role in SEES_MATTERS for one in members_with(by.chapter, role, today)}
    return min(VOUCHERS, len(able | {by.id}))

"""Invitations: who is invited, who vouches, and whether a link works."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings

from peredacha.core.sealing import NotSealedHere, open_envelope, tag
from peredacha.rooms.people.models import Invitation, InvitationState, Member, RoleKind
from peredacha.rooms.people.selectors import count_members, display_name, may_enter


@dataclass(frozen=True)
class OpenInvitation:
    """An open invitation for the team page: who is meant, as what, who vouches, how many are missing."""

    id: UUID
    kind: str
    role_ends_on: date
    expires_on: date
    note: str
    by: str
    vouchers: tuple[str, ...]
    missing: int
    voucher_ids: frozenset[UUID]


def invitation_tag(token: str) -> bytes:
    """The HMAC [32 bytes] by which the secret of a link is found."""
    return tag(settings.LOGIN_KEY, b"people.invitation", token.encode("utf-8", "replace"))


def find_invitation(token: str) -> Invitation | None:
    """The invitation of a link, in any state."""
    return Invitation.objects.filter(tag=invitation_tag(token)).select_related("by").first()


def find_open_invitation(chapter: str, invitation_id: UUID) -> Invitation | None:
    """An open invitation of one chapter."""
    return Invitation.objects.filter(chapter=chapter, id=invitation_id, state=InvitationState.OPEN).first()


def vouchers_of(invitation: Invitation, today: date) -> list[Member]:
    """Members whose word counts: those who may still sign in themselves."""
    vouches = invitation.vouches.select_related("by").order_by("pk")
    return [vouch.by for vouch in vouches if may_enter(vouch.by, today)]


def is_open(invitation: Invitation, today: date) -> bool:
    """Whether it was neither used nor taken back, and has not run out."""
    return invitation.state == InvitationState.OPEN and today <= invitation.expires_on


def is_vouched(invitation: Invitation, today: date) -> bool:
    """Whether enough members vouch; the founder's needs none, as long as the chapter has no member."""
    if invitation.by is None:
        return count_members(invitation.chapter, today) == 0
    vouchers = vouchers_of(invitation, today)
    return invitation.by in vouchers and len(vouchers) >= invitation.needs_vouchers


def roles_of_invitation(invitation: Invitation) -> tuple[str, ...]:
    """Roles with which the invited begins; the founder begins as steward and coordinator."""
    return (RoleKind.STEWARD, RoleKind.COORDINATOR) if invitation.by is None else (invitation.kind,)


def open_invitations(chapter: str, today: date) -> list[OpenInvitation]:
    """The open invitations of one chapter, the first to run out on top."""
    rows = Invitation.objects.filter(
        chapter=chapter, state=InvitationState.OPEN, expires_on__gte=today, by__isnull=False
    )
    return [_told(row, today) for row in rows.select_related("by").order_by("expires_on", "id")]


def _told(invitation: Invitation, today: date) -> OpenInvitation:
    vouchers = vouchers_of(invitation, today)
    return OpenInvitation(
        id=invitation.id,
        kind=invitation.get_kind_display(),
        role_ends_on=invitation.role_ends_on,
        expires_on=invitation.expires_on,
        note=_note(invitation),
        by=display_name(invitation.by) if invitation.by else "",
        vouchers=tuple(display_name(voucher) for voucher in vouchers),
        missing=max(invitation.needs_vouchers - len(vouchers), 0),
        voucher_ids=frozenset(voucher.id for voucher in vouchers),
    )


def _note(invitation: Invitation) -> str:
    if invitation.note_box is None:
        return ""
    try:
        return open_envelope(settings.NAMES_KEY, bytes(invitation.note_box), invitation.note_context).decode()
    except NotSealedHere:
        return ""

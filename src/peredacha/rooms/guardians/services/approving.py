"""Acts that need a second member: asked by one, given by another with a signature, used once."""

from datetime import date, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from peredacha.core.sealing import NotSealedHere, PublicPair, is_signed, sign
from peredacha.rooms.people.models import Member, RoleKind
from peredacha.rooms.people.selectors import roles_of
from peredacha.rooms.vault.models import LASTS_DAYS, Approval, Holder
from peredacha.rooms.vault.services import Keys

LEADING = {RoleKind.COORDINATOR, RoleKind.STEWARD}
CONTEXT = b"vault.approval"


class NotApproved(Exception):
    """A second member must agree first: ask with :func:`ask_approval`."""


def ask_approval(*, member: Member, what: str, subject: UUID, today: date) -> Approval:
    """Ask for a second member; asking again prolongs, and what was given meanwhile stays given."""
    until = today + timedelta(days=LASTS_DAYS)
    found, made = Approval.objects.get_or_create(
        what=what, subject=subject, asked_by=member, defaults={"until": until}
    )
    if not made and found.until < today:
        found.delete()
        return ask_approval(member=member, what=what, subject=subject, today=today)
    return found


def approvals_to_give(member: Member, today: date) -> list[Approval]:
    """What others of the same chapter asked for and nobody has given."""
    rows = Approval.objects.filter(asked_by__chapter=member.chapter, given_by=None, until__gte=today)
    return list(rows.exclude(asked_by=member).select_related("asked_by").order_by("until", "id"))


@transaction.atomic
def give_approval(*, keys: Keys, approval_id: UUID, today: date) -> None:
    """A coordinator or steward agrees, for a day or two. Raises PermissionDenied for the one who asked, another
    chapter, another role, or when it ran out."""
    row = Approval.objects.select_for_update(of=("self",)).select_related("asked_by").filter(id=approval_id)
    found, me = row.first(), keys.member
    if found is None or me is None or found.asked_by.chapter != me.chapter or found.asked_by_id == me.id:
        raise PermissionDenied
    if today > found.until or not roles_of(me, today) & LEADING:
        raise PermissionDenied
    found.given_by, found.signature = me, sign(keys.pair, _told(found), CONTEXT)
    found.save(update_fields=["given_by", "signature"])


def is_approved(*, member: Member, what: str, subject: UUID, today: date) -> bool:
    """Whether a second member, who still leads, agreed to exactly this and it has not run out."""
    return _given(member, what, subject, today) is not None


def use_approval(*, member: Member, what: str, subject: UUID, today: date) -> None:
    """Use it up; raises NotApproved when there is none."""
    found = _given(member, what, subject, today)
    if found is None or not Approval.objects.filter(pk=found.pk).delete()[0]:
        raise NotApproved


def _given(member: Member, what: str, subject: UUID, today: date) -> Approval | None:
    rows = Approval.objects.filter(what=what, subject=subject, asked_by=member, until__gte=today)
    return next((one for one in rows.select_related("given_by") if _is_signed(one, today)), None)


def _is_signed(row: Approval, today: date) -> bool:
    giver = Holder.objects.filter(id=row.given_by_id).first() if row.given_by_id else None
    if giver is None or row.given_by is None or not giver.is_genuine:
        return False
    try:
        signed = is_signed(
            PublicPair.unpacked(bytes(giver.public)), _told(row), bytes(row.signature), CONTEXT
        )
    except NotSealedHere:
        return False
    return signed and bool(roles_of(row.given_by, today) & LEADING)


def _told(row: Approval) -> bytes:
    said = f"{row.what}:{row.until.isoformat()}".encode()
    return row.id.bytes + row.subject.bytes + row.asked_by_id.bytes + said

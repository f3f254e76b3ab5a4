"""The matter shown to somebody outside, with the family's yes; a reading given for some hours, taken back at once."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from peredacha.core.facts import Author, Referral
from peredacha.rooms.matters.services.files import MatterFile
from peredacha.rooms.matters.services.keeping import tell
from peredacha.rooms.matters.services.tracing import leave_trace
from peredacha.rooms.people.models import Member, RoleKind
from peredacha.rooms.people.selectors import find_member, roles_of
from peredacha.rooms.vault.models import Grant
from peredacha.rooms.vault.selectors import holders_of
from peredacha.rooms.vault.services import Keys, Term, grant_for, holder_of, revoke, terms_on

LONGEST_HOURS = 72
"""No reading is given for longer at a time."""
ON = {
    "asked": ("consented", "refused", "taken_back"),
    "consented": ("accepted", "declined", "done", "taken_back"),
    "accepted": ("done", "declined", "taken_back"),
}
"""What may follow on each state of a referral; every other state is an end."""


class NotAllowed(Exception):
    """This cannot follow now: the family has not agreed, somebody acted first, or the person does not fit."""


@dataclass(frozen=True)
class Shared:
    """Somebody who reads a matter until a moment, or has read it."""

    member: Member
    term: Term
    runs: bool


@transaction.atomic
def ask_referral(
    *, keys: Keys, file: MatterFile, to: str, what_for: str, author: Author, now: datetime
) -> str:
    """A helper asks the family whether the matter may be shown to somebody; gives the referral's key."""
    fact = Referral(key=uuid4().hex, to=to, what_for=what_for)
    tell(keys=keys, file=file, fact=fact, author=author, now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)
    return fact.key


@transaction.atomic
def move_referral(
    *, keys: Keys, file: MatterFile, key: str, state: str, author: Author, now: datetime
) -> None:
    """The next word on a referral. Raises NotAllowed where it cannot follow.

    Yes and no are the family's own; a helper writes them down only for a family that has no words of return. Taking
    back closes every reading for some hours in the same step.
    """
    found = referral(file, key)
    if found is None or state not in ON.get(found.state, ()):
        raise NotAllowed
    if state in ("consented", "refused") and keys.member is not None and file.matter.family_id:
        raise NotAllowed
    if keys.member is None and state not in ("consented", "refused", "taken_back"):
        raise NotAllowed
    fact = replace(found, state=state)  # type: ignore[arg-type]
    tell(keys=keys, file=file, fact=fact, author=author, now=now)
    if state == "taken_back":
        for one in shared_with(file, now=now):
            revoke(keys=keys, opened=file.safe, holder=one.member.id)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)


def referral(file: MatterFile, key: str) -> Referral | None:
    """A referral as it stands now."""
    fact, _told = file.latest(Referral).get(key, (None, None))
    return fact if isinstance(fact, Referral) else None


@transaction.atomic
def open_for_hours(
    *, keys: Keys, file: MatterFile, key: str, member: Member, hours: int, purpose: str, now: datetime
) -> None:
    """Let a lawyer of the chapter read the family's part for some hours; it closes by itself. Raises NotAllowed.

    The family must have agreed to the referral with this key. Who reads already gets nothing twice, and nobody
    gives it to oneself.
    """
    found = referral(file, key)
    agreed = found is not None and found.state in ("consented", "accepted")
    fits = member.chapter == file.matter.chapter and RoleKind.LAWYER in roles_of(
        member, timezone.localdate(now)
    )
    itself = keys.member is None or keys.member.id == member.id
    if not agreed or not fits or itself or not 1 <= hours <= LONGEST_HOURS:
        raise NotAllowed
    running = {one.member.id for one in shared_with(file, now=now)}
    readers = {one.id for one in holders_of(file.matter.safe_id)}
    if member.id in running or member.id in readers - ending_readers(file):
        raise NotAllowed
    term = Term(now + timedelta(hours=hours), purpose)
    grant_for(keys=keys, opened=file.safe, holder=holder_of(member), term=term)
    leave_trace(keys=keys, file=file, act="granted", now=now)


@transaction.atomic
def close_reading(*, keys: Keys, file: MatterFile, member: UUID, now: datetime) -> None:
    """Take a reading for some hours back at once: by a helper or by the family. Raises NotAllowed."""
    if member not in {one.member.id for one in shared_with(file, now=now)}:
        raise NotAllowed
    revoke(keys=keys, opened=file.safe, holder=member)
    leave_trace(keys=keys, file=file, act="revoked", now=now)


def ending_readers(file: MatterFile) -> set[UUID]:
    """Whose newest grant has an end, be it over or not."""
    grants = Grant.objects.filter(safe=file.safe.id, ends_on__isnull=False)
    return set(grants.values_list("holder_id", flat=True))


def terms_of(file: MatterFile, *, now: datetime) -> list[Shared]:
    """Every reading for some hours that was ever given, the newest first."""
    found = []
    for one in terms_on(file.safe.id, file.safe, now=now):
        member = find_member(one.holder)
        if member:
            found.append(Shared(member, one.term, one.runs))
    return found


def shared_with(file: MatterFile, *, now: datetime) -> list[Shared]:
    """Who reads the family's part for some hours now; the longest reading of each counts."""
    running = sorted(terms_of(file, now=now), key=lambda one: one.term.ends_at)
    return list({one.member.id: one for one in running if one.runs}.values())

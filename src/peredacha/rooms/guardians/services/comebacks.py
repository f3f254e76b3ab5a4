"""A helper who lost the keys, the phone, or both: two members vouch, three days pass, anybody who leads can stop it.

Each of the two tells the helper a code by voice. It counts for the phone alone: who has nothing but the passphrase
gets nothing, on the last day either.
"""

from base64 import b32encode
from datetime import date, timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction

from peredacha.core.sealing import tag
from peredacha.rooms.guardians.services.approving import LEADING
from peredacha.rooms.guardians.services.recovery import LAG
from peredacha.rooms.journal.models import Act
from peredacha.rooms.journal.services import record
from peredacha.rooms.people.models import SEES_MATTERS, Member, MemberState
from peredacha.rooms.people.selectors import roles_of
from peredacha.rooms.vault.models import Comeback, Lost

RETURNING = (MemberState.ACTIVE, MemberState.PAUSED, MemberState.LOCKED)
VOUCHING: dict[str, frozenset[str]] = {
    Lost.FACTORS: SEES_MATTERS,
    Lost.KEYS: frozenset(LEADING),
    Lost.ALL: frozenset(LEADING),
}
"""Whose word counts for what."""
LAPSES = timedelta(days=30)
"""A comeback that nobody used is over; the waiting begins anew."""


class TooEarly(Exception):
    """A second member must vouch, or the three days have not passed."""


@transaction.atomic
def announce_comeback(*, by: Member, member: Member, lost: str = Lost.KEYS, today: date) -> Comeback:
    """The first one says: this person lost it, I know him or her. Raises PermissionDenied."""
    _check(by, member, today, VOUCHING[lost])
    Comeback.objects.filter(member=member, since__lt=today - LAPSES).delete()
    told = {"by": by, "since": today, "lost": lost}
    found, made = Comeback.objects.get_or_create(member=member, defaults=told)
    if made:
        record(act=Act.VOUCHED, chapter=by.chapter, actor=by.id, today=today)
    return found


@transaction.atomic
def vouch_for_comeback(*, by: Member, comeback: Comeback, today: date) -> None:
    """A second one says the same; raises PermissionDenied for the first."""
    _check(by, comeback.member, today, VOUCHING[comeback.lost])
    if by.pk == comeback.by_id:
        raise PermissionDenied
    if Comeback.objects.filter(pk=comeback.pk, second=None).update(second=by):
        record(act=Act.VOUCHED, chapter=by.chapter, actor=by.id, today=today)


def stop_comeback(*, by: Member, comeback: Comeback, today: date) -> None:
    """Anybody who leads stops it, and the one who is said to have lost something."""
    if by.pk != comeback.member_id:
        _check(by, comeback.member, today, frozenset(LEADING))
    comeback.delete()


def comebacks_of(chapter: str, today: date) -> list[Comeback]:
    """Who is to come back in a chapter."""
    rows = Comeback.objects.filter(member__chapter=chapter, since__gte=today - LAPSES)
    return list(rows.select_related("member", "by", "second").order_by("since", "pk"))


def comeback_of(member: Member, today: date) -> Comeback | None:
    """How the comeback of one member stands."""
    rows = Comeback.objects.filter(member=member, since__gte=today - LAPSES)
    return rows.select_related("member", "by", "second").first()


def is_ripe(comeback: Comeback, today: date) -> bool:
    """Whether two vouched whose word still counts, and three days passed."""
    kinds = VOUCHING[comeback.lost]
    two = {one.pk for one in (comeback.by, comeback.second) if one and roles_of(one, today) & kinds}
    return len(two) == 2 and comeback.since + LAG <= today <= comeback.since + LAPSES


def spoken_code(comeback: Comeback, voucher: Member) -> str:
    """What a voucher tells the helper by voice [50 bits, as "abcde-fghij"]. It is kept nowhere."""
    parts = comeback.member_id.bytes, voucher.id.bytes, f"{comeback.pk} {comeback.since}".encode()
    code = b32encode(tag(settings.FACTORS_KEY, b"guardians.spoken", *parts)).decode()[:10].lower()
    return f"{code[:5]}-{code[5:]}"


def _check(by: Member, member: Member, today: date, kinds: frozenset[str]) -> None:
    if by.chapter != member.chapter or by.pk == member.pk or member.state not in RETURNING:
        raise PermissionDenied
    if not roles_of(by, today) & kinds:
        raise PermissionDenied

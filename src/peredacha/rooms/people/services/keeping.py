"""The boxes of the own account: another passphrase, the way back with printed words, and the lock."""

from datetime import datetime

from django.utils import timezone

from peredacha.core.language import phrase
from peredacha.core.sealing import KeyPair, NotSealedHere, open_envelope, subkey
from peredacha.rooms.people.models import Member, MemberState
from peredacha.rooms.people.selectors import find_login, find_member, login_tag, may_enter
from peredacha.rooms.people.services.enrolling import RECOVERY, box_keys
from peredacha.rooms.people.services.sessions import (
    ASKED,
    FACTOR,
    HELPER,
    Visit,
    begin_visit,
    end_visits,
)
from peredacha.rooms.people.services.signing_in import Refused, SignedIn, opened_keys, too_early
from peredacha.rooms.people.services.slowing import begin_try, forget_wrong, only_if_tried
from peredacha.rooms.people.services.stretching import stretch_in_turn

WRONG_PASSPHRASE = Refused(phrase("This is not your passphrase. Type it once more."))
WRONG_WORDS = Refused(
    phrase(
        "This name and these words open nothing. Check both. If the team has frozen your account, "
        "speak with your coordinator."
    )
)
RETURNING: dict[str, str] = {
    MemberState.ACTIVE: MemberState.ACTIVE,
    MemberState.PAUSED: MemberState.PAUSED,
    MemberState.LOCKED: MemberState.ACTIVE,
}
"""States in which the printed words work, and the state after it."""


def is_own_passphrase(*, member: Member, passphrase: str, now: datetime) -> Refused | None:
    """None when it is; else the sentence. Slow, never inside a transaction; raises AllPlacesTaken."""
    lane = (b"own-passphrase", member.id.bytes)
    if wait := begin_try(*lane, now=now):
        return Refused(too_early(wait))
    with only_if_tried(lane):
        stretched = stretch_in_turn(passphrase, bytes(member.salt), member.cost)
    if opened_keys(member, stretched) is None:
        return WRONG_PASSPHRASE
    forget_wrong(*lane)
    return None


def change_passphrase(*, visit: Visit, passphrase: str) -> None:
    """Put the keys into a box under the new passphrase; all other visits end. Slow; raises AllPlacesTaken."""
    member = find_member(visit.subject)
    if member:
        box_keys(member, passphrase=passphrase, pair=KeyPair.unpacked(visit.keys))
        _store_box(member, member.state)
        end_visits(kind=HELPER, subject=member.id, but=visit)


def recover(*, login: str, words: bytes, passphrase: str, now: datetime) -> SignedIn | Refused:
    """A new passphrase with the printed words [16 bytes]; the second factor is still asked. Slow, as sign_in.

    It also ends a lock that the member set; what the team froze stays frozen.
    """
    lane = (b"recover", login_tag(login))
    if wait := begin_try(*lane, now=now):
        return Refused(too_early(wait))
    member = find_login(login)
    pair = _from_words(member, words)
    # For a name that nobody has, the same slow work is done on a row that is thrown away.
    row = member if member is not None and pair is not None else Member()
    with only_if_tried(lane):
        box_keys(row, passphrase=passphrase, pair=pair or KeyPair.fresh())
    if member is None or pair is None:
        return WRONG_WORDS
    before, member.state = member.state, RETURNING[member.state]
    if not may_enter(member, timezone.localdate(now)) or not _store_box(member, before):
        return WRONG_WORDS
    end_visits(kind=HELPER, subject=member.id)
    forget_wrong(*lane)
    visit = begin_visit(kind=HELPER, subject=member.id, keys=pair.packed(), now=now, extra={FACTOR: ASKED})
    return SignedIn(member, visit)


def lock_mine(*, member: Member) -> None:
    """Lock the own account at once: the passphrase box goes, all visits end. The printed words bring it back."""
    Member.objects.filter(pk=member.pk).update(state=MemberState.LOCKED, box=None)
    end_visits(kind=HELPER, subject=member.id)


def _store_box(member: Member, state: str) -> bool:
    """Store the new box, unless the account left ``state`` meanwhile: freezing wins over a slow passphrase."""
    names = ("salt", "cost", "verifier_hash", "box", "state")
    rows = Member.objects.filter(pk=member.pk, state=state)
    return rows.update(**{name: getattr(member, name) for name in names}) == 1


def _from_words(member: Member | None, words: bytes) -> KeyPair | None:
    if member is None or member.recovery_box is None or member.state not in RETURNING:
        return None
    try:
        box = bytes(member.recovery_box)
        return KeyPair.unpacked(open_envelope(subkey(words, RECOVERY), box, member.context("recovery")))
    except NotSealedHere:
        return None

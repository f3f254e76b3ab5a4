"""A helper who lost passphrase and printed words: two members vouch, three days pass, new keys are made.

With shares of the key of last resort everything opens again; without them others must grant it anew.
"""

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from peredacha.core.sealing import KeyPair, fresh_salt, seal
from peredacha.rooms.guardians.services.approving import LEADING
from peredacha.rooms.guardians.services.recovery import LAG, recovery_keys
from peredacha.rooms.people.models import Member, MemberState
from peredacha.rooms.people.selectors import roles_of
from peredacha.rooms.people.services import HELPER, end_visits, stretch_in_turn
from peredacha.rooms.vault.models import CircleEpoch, Comeback, Grant, Holder, Seat
from peredacha.rooms.vault.services import Keys, give_seat, grant, holder_of, open_safes, term_of

RETURNING = (MemberState.ACTIVE, MemberState.PAUSED, MemberState.LOCKED)


class TooEarly(Exception):
    """A second member must vouch, or the three days have not passed."""


def announce_comeback(*, by: Member, member: Member, today: date) -> Comeback:
    """The first one who leads says: this person lost the keys, I know him or her. Raises PermissionDenied."""
    _check(by, member, today)
    found, _made = Comeback.objects.get_or_create(member=member, defaults={"by": by, "since": today})
    return found


def vouch_for_comeback(*, by: Member, comeback: Comeback, today: date) -> None:
    """A second one says the same; raises PermissionDenied for the first."""
    _check(by, comeback.member, today)
    if by.pk == comeback.by_id:
        raise PermissionDenied
    Comeback.objects.filter(pk=comeback.pk, second=None).update(second=by)


def stop_comeback(*, by: Member, comeback: Comeback, today: date) -> None:
    """Anybody who leads stops it."""
    _check(by, comeback.member, today)
    comeback.delete()


def comebacks_of(chapter: str) -> list[Comeback]:
    """Who is to come back in a chapter."""
    return list(Comeback.objects.filter(member__chapter=chapter).select_related("member", "by", "second"))


def is_ripe(comeback: Comeback, today: date) -> bool:
    """Whether two vouched who still lead, and three days passed."""
    two = [one for one in (comeback.by, comeback.second) if one and roles_of(one, today) & LEADING]
    return len(two) == 2 and comeback.since + LAG <= today


def recover_member(
    *, comeback: Comeback, passphrase: str, shares: Sequence[str] = (), today: date
) -> KeyPair:
    """New keys under a new passphrase; with shares, everything the member could read is sealed to them.

    Without shares seats and grants go, and others give them again. Raises TooEarly, WrongShares, and
    AllPlacesTaken; slow, never inside a transaction.
    """
    if not is_ripe(comeback, today):
        raise TooEarly
    last_resort = recovery_keys(shares) if shares else None
    pair, salt, cost = KeyPair.fresh(), fresh_salt(), settings.HELPER_COST
    stretched = stretch_in_turn(passphrase, salt, cost)
    member = comeback.member
    with transaction.atomic():
        member.public_pair, member.salt, member.cost = pair.public.packed(), salt, cost
        member.verifier_hash, member.state = stretched.verifier, MemberState.ACTIVE
        member.box = seal(stretched.key, pair.packed(), member.context("box"))
        member.recovery_box = member.pins_box = None
        member.save()
        holder = holder_of(member)
        holder.public = member.public_pair
        holder.marked().save()
        _seal_again(holder, last_resort)
        comeback.delete()
    end_visits(kind=HELPER, subject=member.id)
    return pair


def _seal_again(holder: Holder, last_resort: Keys | None) -> None:
    """Seats and grants of a holder, sealed to the new key as far as the key of last resort opens them."""
    seats = list(CircleEpoch.objects.filter(seats__holder=holder))
    grants = list(Grant.objects.filter(holder=holder))
    Seat.objects.filter(holder=holder).delete()
    Grant.objects.filter(holder=holder).delete()
    if last_resort is None:
        return
    circles = {one.holder: one for one in last_resort.circles}
    for epoch in seats:
        if epoch.holder_id in circles:
            give_seat(keys=last_resort, opened=circles[epoch.holder_id], epoch=epoch, member=holder)
    opened = open_safes(last_resort, {one.safe_id for one in grants}, now=timezone.now())
    newest = {one.safe_id: one for one in sorted(grants, key=lambda one: one.epoch)}
    for safe, row in newest.items():
        if safe in opened:
            term = term_of(row, opened[safe]) if row.ends_box else None
            grant(keys=last_resort, opened=opened[safe], holder=holder, term=term)


def _check(by: Member, member: Member, today: date) -> None:
    if by.chapter != member.chapter or by.pk == member.pk or member.state not in RETURNING:
        raise PermissionDenied
    if not roles_of(by, today) & LEADING:
        raise PermissionDenied

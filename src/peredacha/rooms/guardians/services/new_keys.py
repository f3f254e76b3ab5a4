"""New keys for a helper whose comeback is ripe: made under a new passphrase, and sealed to as far as shares open.

Without shares of the key of last resort others must grant everything anew.
"""

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from peredacha.core.sealing import KeyPair, fresh_salt, seal
from peredacha.rooms.guardians.services.comebacks import TooEarly, is_ripe
from peredacha.rooms.guardians.services.recovery import recovery_keys
from peredacha.rooms.journal.models import Act
from peredacha.rooms.journal.services import record
from peredacha.rooms.people.models import MemberState
from peredacha.rooms.people.services import HELPER, end_visits, stretch_in_turn
from peredacha.rooms.vault.models import CircleEpoch, Comeback, Grant, Holder, Lost, Seat
from peredacha.rooms.vault.services import Keys, give_seat, grant, holder_of, open_safes, term_of


def recover_member(
    *, comeback: Comeback, passphrase: str, shares: Sequence[str] = (), today: date
) -> KeyPair:
    """New keys under a new passphrase; with shares, everything the member could read is sealed to them.

    Without shares seats and grants go, and others give them again. Where the phone is lost too, the comeback stays
    for it. Raises TooEarly, WrongShares, PermissionDenied where no key was lost, and
    AllPlacesTaken; slow, never inside a transaction.
    """
    if comeback.lost == Lost.FACTORS:
        raise PermissionDenied
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
        _close(comeback)
        record(act=Act.KEYS_CHANGED, chapter=member.chapter, actor=member.id, today=today)
    end_visits(kind=HELPER, subject=member.id)
    return pair


def _close(comeback: Comeback) -> None:
    """Done, or only the phone is left to be replaced; raises PermissionDenied where it was used meanwhile."""
    rows = Comeback.objects.filter(pk=comeback.pk, lost=comeback.lost)
    left = rows.update(lost=Lost.FACTORS) if comeback.lost == Lost.ALL else rows.delete()[0]
    if not left:
        raise PermissionDenied


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

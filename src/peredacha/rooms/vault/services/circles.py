"""Circles: founded, joined, left. Whoever leaves a circle cannot open what comes after."""

import secrets
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from peredacha.core.sealing import KeyPair, PublicPair, seal_to, sign
from peredacha.rooms.people.models import Member, RoleKind
from peredacha.rooms.people.selectors import may_enter, roles_of
from peredacha.rooms.vault.models import Circle, CircleEpoch, CircleName, Holder, HolderKind, Seat
from peredacha.rooms.vault.selectors import may_stay, newest_epoch, recoveries_of
from peredacha.rooms.vault.services.keyring import CARD_KEY_BYTES, CircleKeys, Keys
from peredacha.rooms.vault.services.keys import fresh_keys, holder_of, seat_context
from peredacha.rooms.vault.services.pins import meet
from peredacha.rooms.vault.services.renewing import mark_stale
from peredacha.rooms.vault.services.safes import LastReader

FOUNDERS = {RoleKind.STEWARD, RoleKind.COORDINATOR}


class NoSeat(Exception):
    """The keys at hand do not open this circle, so they cannot give a seat in it."""


def ensure_circles(keys: Keys, chapter: str, *, today: date) -> Keys:
    """The keys with every circle of the chapter founded; cheap when they stand. Only somebody who is steward and
    coordinator founds; for everybody else nothing happens."""
    member, founding = keys.member, set(CircleName.values)
    founding -= set(Circle.objects.filter(chapter=chapter).values_list("name", flat=True))
    if not founding or member is None or member.chapter != chapter or not roles_of(member, today) >= FOUNDERS:
        return keys
    for name in CircleName.values:
        if name in founding:
            found_circle(keys=keys, chapter=chapter, name=name)
    return fresh_keys(keys)


@transaction.atomic
def found_circle(*, keys: Keys, chapter: str, name: str) -> Circle:
    """A new circle with its founder in it; the circle that exists already, if it does."""
    circle, made = Circle.objects.get_or_create(chapter=chapter, name=name)
    if made:
        begin_epoch(keys=keys, circle=circle, members=[Holder.objects.get(id=keys.holder)])
    return circle


def begin_epoch(*, keys: Keys, circle: Circle, members: Iterable[Holder]) -> CircleEpoch:
    """A fresh pair and card key for the circle, sealed to exactly these members, and to the key of last resort."""
    before = circle.epochs.order_by("-number").first()
    pair, card_key = KeyPair.fresh(), secrets.token_bytes(CARD_KEY_BYTES)
    holder = Holder(kind=HolderKind.CIRCLE, public=pair.public.packed()).marked()
    holder.save(force_insert=True)
    epoch = CircleEpoch(circle=circle, number=before.number + 1 if before else 1, holder=holder).marked()
    epoch.save(force_insert=True)
    opened = CircleKeys(holder.id, circle.id, epoch.number, pair, card_key)
    for member in {one.id: one for one in (*members, *recoveries_of([circle.chapter]))}.values():
        give_seat(keys=keys, opened=opened, epoch=epoch, member=member)
    meet(keys, [holder])
    return epoch


def give_seat(*, keys: Keys, opened: CircleKeys, epoch: CircleEpoch, member: Holder) -> Seat:
    """Seal one epoch's pair to a member; raises KeyChanged."""
    meet(keys, [member])
    context = seat_context(opened.holder, member.id)
    body = opened.card_key + opened.pair.packed()
    sealed = seal_to(PublicPair.unpacked(bytes(member.public)), body, context)
    seat, _made = Seat.objects.update_or_create(
        epoch=epoch,
        holder=member,
        defaults={"sealed": sealed, "giver_id": keys.holder, "signature": sign(keys.pair, sealed, context)},
    )
    return seat


@transaction.atomic
def seat_member(*, keys: Keys, circle: Circle, member: Member) -> None:
    """Give a member a seat in every epoch that these keys open; raises NoSeat when they open none, KeyChanged."""
    if member.chapter != circle.chapter:
        raise PermissionDenied
    seat_holder(keys=keys, circle=circle, holder=holder_of(member))


def seat_holder(*, keys: Keys, circle: Circle, holder: Holder) -> None:
    """The same for any holder, such as the key of last resort."""
    opened = {one.holder: one for one in keys.circles if one.circle == circle.id}
    if not opened:
        raise NoSeat
    for epoch in CircleEpoch.objects.filter(holder__in=list(opened)):
        give_seat(keys=keys, opened=opened[epoch.holder_id], epoch=epoch, member=holder)


@transaction.atomic
def unseat_member(*, keys: Keys, circle: Circle, member: Member) -> CircleEpoch:
    """Take a member out: the seats go, a new epoch begins for those who stay, and every safe that the circle
    opened is marked for :func:`renew_safes`.

    Raises NoSeat when the keys open no epoch of the circle, LastReader when nobody who may come in would stay.
    """
    if not any(one.circle == circle.id for one in keys.circles):
        raise NoSeat
    return renew_circle(keys=keys, circle=circle, leaving=member.id)


def renew_circle(*, keys: Keys, circle: Circle, leaving: UUID) -> CircleEpoch:
    """The same without a seat of one's own: a new pair can be made for others without opening the old one."""
    before = newest_epoch(circle)
    seats = Seat.objects.filter(epoch=before).exclude(holder=leaving).select_related("holder__member")
    staying = [one.holder for one in seats if one.holder.member and may_stay(one.holder.member)]
    today = timezone.localdate()
    if not any(one.member and may_enter(one.member, today) for one in staying):
        raise LastReader
    leavers = Seat.objects.filter(epoch__circle=circle).exclude(holder__in=staying)
    leavers.exclude(holder__kind=HolderKind.RECOVERY).delete()
    mark_stale(circle.epochs.values_list("holder", flat=True))
    return begin_epoch(keys=keys, circle=circle, members=staying)

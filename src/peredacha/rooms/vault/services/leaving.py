"""A helper who leaves or is frozen: seats and grants go, and what they opened is renewed."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from peredacha.rooms.people.models import Member
from peredacha.rooms.vault.models import Circle, Grant, Seat
from peredacha.rooms.vault.selectors import find_circle, reception_holder
from peredacha.rooms.vault.services.circles import begin_epoch, renew_circle
from peredacha.rooms.vault.services.keyring import Keys
from peredacha.rooms.vault.services.keys import fresh_keys, holder_of
from peredacha.rooms.vault.services.renewing import mark_stale, renew_safes
from peredacha.rooms.vault.services.safes import LastReader, grant, open_safe


def sits_in_reception(keys: Keys) -> bool:
    """Whether the keys open the reception of the member's chapter."""
    circle = find_circle(keys.member.chapter, "reception") if keys.member else None
    return circle is not None and any(one.circle == circle.id for one in keys.circles)


def remove_reader(*, keys: Keys, member: Member) -> Keys:
    """Take every seat and grant of a member of the own chapter away, and begin renewing what they opened.

    Gives the keys as they are then; the rest is done by :func:`renew_safes`, a slice at a time. What nobody else
    could read goes to the reception if the keys open it, else it stays with the member, so that it is not lost.
    Raises PermissionDenied for oneself, another chapter, or keys without a seat in the reception.
    """
    me = keys.member
    if me is None or me.chapter != member.chapter or me.pk == member.pk or not sits_in_reception(keys):
        raise PermissionDenied
    with transaction.atomic():
        mark_stale([member.id])
        for circle in Circle.objects.filter(epochs__seats__holder=member.id).distinct():
            _leave_circle(keys, circle, member)
        now_mine = fresh_keys(keys)
        _leave_safes(now_mine, member)
    renew_safes(keys=now_mine)
    return now_mine


def _leave_circle(keys: Keys, circle: Circle, member: Member) -> None:
    """Out of one circle, whether the keys sit in it or not; who removes takes the place of the last one."""
    try:
        renew_circle(keys=keys, circle=circle, leaving=member.id)
    except LastReader:
        seats = Seat.objects.filter(epoch__circle=circle)
        others = Seat.objects.filter(epoch=OuterRef("epoch")).exclude(holder=member.id)
        seats.filter(Exists(others), holder=member.id).delete()
        mark_stale(circle.epochs.values_list("holder", flat=True))
        if keys.member:
            begin_epoch(keys=keys, circle=circle, members=[holder_of(keys.member)])


def _leave_safes(keys: Keys, member: Member) -> None:
    others = Grant.objects.filter(safe=OuterRef("safe"), epoch=OuterRef("epoch")).exclude(holder=member.id)
    grants = Grant.objects.filter(holder=member.id)
    reception = reception_holder(member.chapter)
    for safe in grants.exclude(Exists(others)).values_list("safe", flat=True).distinct():
        opened = open_safe(keys, safe, now=timezone.now())
        if opened and reception:
            grant(keys=keys, opened=opened, holder=reception)
    grants.filter(Exists(others)).delete()

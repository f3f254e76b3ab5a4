"""The key of last resort: drawn, split, announced, put in force, and taken away again.

Its seed exists on paper only. Everything that a circle or a safe opens is sealed to it too, once it stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from peredacha.core.language import phrase
from peredacha.core.sealing import KeyPair, WrongShares, join_shares, split_secret
from peredacha.rooms.guardians.selectors import recovery_of
from peredacha.rooms.guardians.services.approving import NotApproved, ask_approval, use_approval
from peredacha.rooms.people.models import Member, RoleKind
from peredacha.rooms.people.selectors import roles_of
from peredacha.rooms.vault.models import (
    LASTS_DAYS,
    Circle,
    Grant,
    Holder,
    HolderKind,
    Recovery,
    RecoveryState,
    Safe,
    Seat,
)
from peredacha.rooms.vault.selectors import recoveries_of
from peredacha.rooms.vault.services import (
    SLICE,
    Keys,
    fresh_keys,
    grant,
    mark_stale,
    open_safes,
    renew_circle,
    seat_holder,
)

LAG = timedelta(days=LASTS_DAYS)


@dataclass(frozen=True, repr=False)
class Drawn:
    """A fresh pair whose private half stands on these shares and nowhere else."""

    public: bytes
    needed: int
    shares: tuple[str, ...]


class StandsAlready(Exception):
    """The chapter has a key of last resort: stop that one first."""


def draw_shares(*, needed: int, shares: int) -> Drawn:
    """A fresh pair, split; nothing is stored. Raises ValueError for numbers that cannot be."""
    pair = KeyPair.fresh()
    return Drawn(pair.public.packed(), needed, split_secret(pair.seed, needed=needed, holders=shares))


@transaction.atomic
def announce_recovery(*, keys: Keys, public: bytes, needed: int, shares: int, today: date) -> Recovery:
    """Tell every steward of the chapter: in three days it is in force, unless one of them stops it.

    Raises PermissionDenied for anybody but a steward, StandsAlready.
    """
    chapter = steward_chapter(keys.member, today)
    if recovery_of(chapter):
        raise StandsAlready
    holder = Holder(kind=HolderKind.RECOVERY, public=public).marked()
    holder.save(force_insert=True)
    return Recovery.objects.create(chapter=chapter, holder=holder, needed=needed, shares=shares, since=today)


def steward_chapter(member: Member | None, today: date) -> str:
    """The chapter of a steward; raises PermissionDenied for everybody else."""
    if member is None or RoleKind.STEWARD not in roles_of(member, today):
        raise PermissionDenied
    return member.chapter


def settle_recoveries(today: date) -> int:
    """Put in force what nobody stopped for three days; needs no keys. Gives how many."""
    waiting = Recovery.objects.filter(state=RecoveryState.ANNOUNCED, since__lte=today - LAG)
    return waiting.update(state=RecoveryState.STANDING)


def left_for_recovery(keys: Keys) -> int:
    """How many safes these keys open that the key of last resort does not open yet."""
    holder = _standing(keys)
    return _not_yet(keys, holder).count() if holder else 0


def share_with_recovery(*, keys: Keys, most: int = SLICE) -> int:
    """Seal circles and safes to the standing key of last resort, a slice at a time; gives how many safes."""
    holder = _standing(keys)
    if holder is None:
        return 0
    for circle in Circle.objects.filter(id__in={one.circle for one in keys.circles}):
        seated = Seat.objects.filter(epoch__circle=circle, holder=holder).count()
        if seated < sum(one.circle == circle.id for one in keys.circles):
            with transaction.atomic():
                seat_holder(keys=keys, circle=circle, holder=holder)
    safes = open_safes(keys, _not_yet(keys, holder).values_list("id", flat=True)[:most], now=timezone.now())
    for opened in safes.values():
        grant(keys=keys, opened=opened, holder=holder)
    return len(safes)


def stop_recovery(*, keys: Keys, today: date) -> None:
    """A steward stops it: alone while it is announced, with a second one once it stands.

    The circles get new pairs, and what it could open is marked to be renewed. Raises PermissionDenied,
    NotApproved, and LastReader where nobody who may come in sits in one of the circles.
    """
    found = recovery_of(steward_chapter(keys.member, today))
    if found is None or keys.member is None:
        return
    with transaction.atomic():
        if found.state == RecoveryState.STANDING:
            use_approval(member=keys.member, what="recovery", subject=found.holder_id, today=today)
        found.state = RecoveryState.STOPPED
        found.save(update_fields=["state"])
        mark_stale([found.holder_id])
        circles = list(Circle.objects.filter(epochs__seats__holder=found.holder).distinct())
        Seat.objects.filter(holder=found.holder).delete()
        Grant.objects.filter(holder=found.holder).delete()
        for circle in circles:
            renew_circle(keys=keys, circle=circle, leaving=found.holder_id)


def stop_or_ask(*, keys: Keys, today: date) -> None:
    """Stop it, or ask for the second steward's agreement and raise NotApproved all the same."""
    try:
        stop_recovery(keys=keys, today=today)
    except NotApproved:
        found = recovery_of(steward_chapter(keys.member, today))
        if found and keys.member:
            ask_approval(member=keys.member, what="recovery", subject=found.holder_id, today=today)
        raise


def recovery_keys(shares: Sequence[str]) -> Keys:
    """What enough shares open: every circle and safe that is sealed to the key of last resort.

    Raises WrongShares, also when they belong to no key of this house.
    """
    pair = KeyPair.from_seed(join_shares(shares))
    holder = Holder.objects.filter(kind=HolderKind.RECOVERY, public=pair.public.packed()).first()
    if holder is None:
        raise WrongShares(phrase("These shares belong to no key of this house. Take the newest papers."))
    return fresh_keys(Keys(holder.id, pair))


def _standing(keys: Keys) -> Holder | None:
    return next(iter(recoveries_of([keys.member.chapter])), None) if keys.member else None


def _not_yet(keys: Keys, holder: Holder) -> "QuerySet[Safe]":
    grants = Grant.objects.filter(safe=OuterRef("pk"), epoch=OuterRef("epoch"))
    mine = grants.filter(holder__in=keys.holders)
    return Safe.objects.filter(Exists(mine)).exclude(Exists(grants.filter(holder=holder))).order_by("id")

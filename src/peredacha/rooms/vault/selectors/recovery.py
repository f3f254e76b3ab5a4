"""The key of last resort, as it stands in clear."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from peredacha.rooms.people.models import Member
from peredacha.rooms.vault.models import CircleEpoch, Holder, HolderKind, Recovery, RecoveryState


def recoveries_of(chapters: Iterable[str]) -> list[Holder]:
    """The standing keys of last resort of these chapters; a forged row is no key."""
    rows = Recovery.objects.filter(state=RecoveryState.STANDING, chapter__in=chapters)
    return _genuine(rows.select_related("holder"))


def recoveries_beside(holders: Iterable[UUID]) -> list[Holder]:
    """The standing keys of last resort of the chapters to which these members and circles belong."""
    ids = list(holders)
    circles = CircleEpoch.objects.filter(holder__in=ids).values("circle__chapter")
    members = Member.objects.filter(id__in=ids).values("chapter")
    rows = Recovery.objects.filter(state=RecoveryState.STANDING)
    return _genuine(rows.filter(Q(chapter__in=circles) | Q(chapter__in=members)).select_related("holder"))


def _genuine(rows: Iterable[Recovery]) -> list[Holder]:
    found = [row.holder for row in rows]
    return [one for one in found if one.kind == HolderKind.RECOVERY and one.is_genuine]

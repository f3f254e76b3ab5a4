"""The key of last resort, as it stands in clear."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from peredacha.rooms.people.models import Member
from peredacha.rooms.vault.models import CircleEpoch, Holder, HolderKind, Recovery, RecoveryState
from peredacha.rooms.vault.selectors.holders import HELD, holder_of
from peredacha.statements import Asked

STANDING = Asked(
    Recovery,
    lambda: Recovery.objects.filter(state=RecoveryState.STANDING).values_list("chapter", *HELD),
)
"""The standing keys of last resort of every chapter: one a chapter."""


def recoveries_of(chapters: Iterable[str]) -> list[Holder]:
    """The standing keys of last resort of these chapters; a forged row is no key."""
    asked = set(chapters)
    return _genuine(holder_of(held) for chapter, *held in STANDING() if chapter in asked)


def recoveries_beside(holders: Iterable[UUID]) -> list[Holder]:
    """The standing keys of last resort of the chapters to which these members and circles belong."""
    ids = list(holders)
    circles = CircleEpoch.objects.filter(holder__in=ids).values("circle__chapter")
    members = Member.objects.filter(id__in=ids).values("chapter")
    rows = Recovery.objects.filter(state=RecoveryState.STANDING)
    found = rows.filter(Q(chapter__in=circles) | Q(chapter__in=members)).select_related("holder")
    return _genuine(row.holder for row in found)


def _genuine(holders: Iterable[Holder]) -> list[Holder]:
    return [one for one in holders if one.kind == HolderKind.RECOVERY and one.is_genuine]

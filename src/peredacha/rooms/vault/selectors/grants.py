"""Grants as anybody in the house may see them: which random name may open which."""

from collections.abc import Iterable
from uuid import UUID

from peredacha.rooms.salts.selectors import every_salt
from peredacha.rooms.vault.models import Grant, Holder, Safe


def holders_of(safe: Safe | UUID) -> list[Holder]:
    """Everybody to whom the newest data key of a safe is sealed."""
    found = safe if isinstance(safe, Safe) else Safe.objects.get(id=safe)
    return list(
        Holder.objects.filter(
            id__in=Grant.objects.filter(safe=found, epoch=found.epoch).values("holder")
        ).order_by("kind", "id")
    )


def safes_of(holders: Iterable[UUID]) -> list[UUID]:
    """Every safe of which at least one data key is sealed to one of these holders."""
    return list(Grant.objects.filter(holder__in=list(holders)).values_list("safe_id", flat=True).distinct())


def count_without_salt() -> int:
    """How many safes have lost the salt without which nobody opens them."""
    there = {name for name, _salt in every_salt()}
    salted = Safe.objects.filter(salted=True).values_list("id", flat=True)
    return sum(1 for safe in salted.iterator() if safe not in there)

"""Erasing: safes and families' keys go, and with each its salt, so that older backups open nothing of them."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db import transaction

from peredacha.rooms.salts.services import forget_salts, settle
from peredacha.rooms.vault.models import Holder, Safe


def erase_safes(safes: Iterable[UUID]) -> None:
    """Take safes out with every row, grant and key in them. Needs no key."""
    erase(Safe, list(safes))


def erase_holders(holders: Iterable[UUID]) -> None:
    """Take families' keys out: their words open nothing any more. Needs no key."""
    erase(Holder, list(holders))


@transaction.atomic
def erase(table: type[Safe] | type[Holder], names: list[UUID]) -> None:
    """Take rows and their salts out; the salts go when the transaction has ended well."""
    forget_salts(names)
    table._default_manager.filter(id__in=names).delete()


def settle_salts() -> int:
    """Finish what a stop in the middle of erasing left; for the daily chores. Gives how many salts went."""
    return settle(standing)


def standing(names: Collection[UUID]) -> set[UUID]:
    """Which of these names belong to a safe or a key that stands."""
    rows = [table._default_manager.filter(id__in=names) for table in (Safe, Holder)]
    return {row.pk for found in rows for row in found.only("pk")}

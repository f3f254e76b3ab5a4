"""Encrypted files taken away: with their matter, or because no row knows them."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from peredacha.rooms.conversations.services.blobs import blob_tables, list_blobs, remove_blobs
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import further_safes

GRACE = timedelta(days=1)
"""A file without a row may belong to somebody who is sending it just now."""


@dataclass(frozen=True)
class Swept:
    """What the sweep found: files without a row that it took away, and rows whose file is gone."""

    removed: int
    lost: int


@transaction.atomic
def forget_files(matter: Matter) -> int:
    """Take every file of a matter away, rows and ciphertext, in every room; gives how many. Needs no key.

    The ciphertext goes at once, even if the caller's transaction is undone later: erasing is asked for.
    """
    safes = [matter.safe_id, matter.inner_safe_id, *(one.safe_id for one in further_safes(matter))]
    names: list[str] = []
    for table in blob_tables():
        rows = table._default_manager.filter(safe__in=safes)
        names += rows.values_list("blob", flat=True)
        rows.delete()
    remove_blobs(names)
    return len(names)


def sweep_blobs(*, today: date) -> Swept:
    """Take away what no row of any room knows, if it was written before yesterday; for the chores. Needs no key."""
    known = {
        name for table in blob_tables() for name in table._default_manager.values_list("blob", flat=True)
    }
    there = list_blobs()
    old = [name for name, at in there.items() if name not in known and at.date() < today - GRACE]
    return Swept(remove_blobs(old), len(known - there.keys()))

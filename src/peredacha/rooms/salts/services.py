"""Salts made, forgotten, and brought back.

They stand in another database than what they belong to, so no transaction holds both. A salt is written before what
needs it: a salt too many harms nobody. It is marked before what needs it is erased, and taken away after: whatever
moment the power goes, :func:`settle` knows what is left to do.
"""

import secrets
from collections.abc import Callable, Collection, Iterable
from uuid import UUID

from django.db import connections, transaction

from peredacha.rooms.salts.models import SALT_BYTES, Salt
from peredacha.rooms.salts.selectors import salts_of
from peredacha.statements import add

DATABASE = "salts"


def make_salts(whose: Iterable[UUID]) -> dict[UUID, bytes]:
    """A fresh salt for each of these new names [random ids], on the disk when this returns."""
    fresh = {name: secrets.token_bytes(SALT_BYTES) for name in whose}
    add(*(Salt(whose=name, salt=salt) for name, salt in fresh.items()))
    return fresh


def salt_for(whose: UUID) -> bytes:
    """The salt of a name, made when first needed."""
    found = salts_of([whose]).get(whose)
    if found is None:
        Salt.objects.bulk_create(
            [Salt(whose=whose, salt=secrets.token_bytes(SALT_BYTES))], ignore_conflicts=True
        )
        found = salts_of([whose])[whose]
    return found


def forget_salts(whose: Iterable[UUID]) -> None:
    """Take the salts of these names away as soon as the transaction that erases them has ended well.

    Names without a salt are passed over. Undone with its transaction, except for the mark.
    """
    names = list(whose)
    Salt.objects.filter(whose__in=names, leaving=False).update(leaving=True)
    transaction.on_commit(lambda: take_away(names), robust=True)


def settle(standing: Callable[[Collection[UUID]], Collection[UUID]]) -> int:
    """Finish what a stop in the middle of erasing left; gives how many salts went.

    ``standing`` says which of some names still belong to something.
    """
    marked = set(Salt.objects.filter(leaving=True).values_list("whose", flat=True))
    if not marked:
        return 0
    stay = set(standing(marked))
    Salt.objects.filter(whose__in=stay).update(leaving=False)
    take_away(marked - stay)
    return len(marked - stay)


def take_away(whose: Iterable[UUID]) -> None:
    """Delete salts now, and press their bytes out of the database's files."""
    if Salt.objects.filter(whose__in=list(whose)).delete()[0]:
        connection = connections[DATABASE]
        if not connection.in_atomic_block:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def take_in(salts: Iterable[tuple[UUID, bytes]]) -> int:
    """Bring salts back from a backup: all of them or none; gives how many. Those that stand already stay."""
    rows = [Salt(whose=name, salt=salt) for name, salt in salts]
    with transaction.atomic(using=DATABASE):
        Salt.objects.bulk_create(rows, batch_size=1000, ignore_conflicts=True)
    return len(rows)

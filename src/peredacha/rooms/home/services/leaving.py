"""A family erases everything; the clock does the same by itself. Every room is called, and needs no key."""

from datetime import date

from django.db import connection, transaction

from peredacha.rooms.arrivals.services import let_go
from peredacha.rooms.conversations.services import forget_files
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import due_for_erasing, erase_matter, lock_whole


def erase(matter: Matter, *, today: date) -> None:
    """Erase a matter in every room, then press the bytes out of the database's files."""
    take_out(matter, today=today)
    scrub()


def erase_due(*, today: date, dry_run: bool = False) -> list[Matter]:
    """Erase every matter whose clock has run out; with ``dry_run`` only list them."""
    due = due_for_erasing(today)
    if due and not dry_run:
        for matter in due:
            take_out(matter, today=today)
        scrub()
    return due


@transaction.atomic
def take_out(matter: Matter, *, today: date) -> None:
    """Files first, then rows: what is left after a kill in between is ciphertext that no row knows."""
    lock_whole(matter)
    let_go(matter, today=today)
    forget_files(matter)
    erase_matter(matter, today=today)


def scrub() -> None:
    """Take what was deleted out of the write-ahead file too; deleted pages are overwritten by ``secure_delete``.

    On PostgreSQL dead rows stay until the database's own cleaning.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

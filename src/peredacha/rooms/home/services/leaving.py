"""A family erases everything; the clock does the same by itself. Every room is called, and needs no key."""

from datetime import date

from django.db import connection, transaction

from peredacha.rooms.aid.services import erase_due_offers
from peredacha.rooms.arrivals.services import let_go
from peredacha.rooms.batches.services import erase_due_batches
from peredacha.rooms.batches.services import let_go as let_go_batches
from peredacha.rooms.conversations.services import forget_files
from peredacha.rooms.letters.services import erase_due as erase_due_letters
from peredacha.rooms.mailroom.services import erase_due_mail
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import due_for_erasing, erase_matter, lock_whole
from peredacha.rooms.parcels.services import erase_due as erase_due_parcels
from peredacha.rooms.parcels.services import let_go as let_go_parcels
from peredacha.rooms.visits.services import erase_due_visits


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


def erase_carried(*, today: date) -> int:
    """Erase every parcel, letter, visit, batch, offer and paper letter whose own clock has run out; gives how many."""
    found = sum(
        (
            erase_due_parcels(today),
            erase_due_letters(today=today),
            erase_due_visits(today=today),
            erase_due_batches(today),
            erase_due_offers(today=today),
            erase_due_mail(today=today),
        )
    )
    if found:
        scrub()
    return found


@transaction.atomic
def take_out(matter: Matter, *, today: date) -> None:
    """Files first, then rows: what is left after a kill in between is ciphertext that no row knows."""
    lock_whole(matter)
    let_go(matter, today=today)
    let_go_batches(matter)
    let_go_parcels(matter)
    forget_files(matter)
    erase_matter(matter, today=today)


def scrub() -> None:
    """Take what was deleted out of the write-ahead file too; deleted pages are overwritten by ``secure_delete``.

    On PostgreSQL dead rows stay until the database's own cleaning.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

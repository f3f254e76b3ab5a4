"""Rows written by several helpers at once: each row is sealed alone; who comes second sees what the first one wrote."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from peredacha.rooms.arrivals.services import author_of, take_ticket
from peredacha.rooms.rolls.models import Roll, RollRow
from peredacha.rooms.rolls.services.entries import Detained
from peredacha.rooms.rolls.services.files import RollEntry, RollFile, clock, person_in
from peredacha.rooms.vault.services import Keys, OpenSafe, rewrite_row, write_row, write_rows


class ChangedMeanwhile(Exception):
    """Somebody else wrote in the row first; ``entry`` is the row as it stands now."""

    def __init__(self, entry: RollEntry) -> None:
        """``entry``: the row as it stands now."""
        super().__init__()
        self.entry = entry


class RowGone(Exception):
    """The row is not there, or damaged."""


def signed(person: Detained, keys: Keys, now: datetime) -> Detained:
    """The same person with who wrote it and when."""
    return replace(person, by=author_of(keys).name, at=now.isoformat())


def keep_longer(roll: Roll, today: date) -> None:
    """Somebody wrote: the clock begins anew."""
    Roll.objects.filter(id=roll.id).update(erase_on=clock(today))


@transaction.atomic
def add_one(*, keys: Keys, file: RollFile, person: Detained, ticket: UUID, now: datetime) -> bool:
    """Add a person, once for each form; False for a form that was sent before. Raises TooLong."""
    _ticket, first = take_ticket(ticket, today=timezone.localdate(now))
    if first:
        write_row(RollRow, file.safe, signed(person, keys, now).packed())
        keep_longer(file.roll, timezone.localdate(now))
    return first


@transaction.atomic
def paste_rows(*, keys: Keys, file: RollFile, people: Iterable[Detained], ticket: UUID, now: datetime) -> int:
    """Add everybody of a pasted list, once for each form; gives how many. Raises TooLong, then nobody is added."""
    _ticket, first = take_ticket(ticket, today=timezone.localdate(now))
    if not first:
        return 0
    by, at = author_of(keys).name, now.isoformat()
    told = (replace(person, by=by, at=at).packed() for person in people)
    rows = write_rows(RollRow, file.safe, told)
    keep_longer(file.roll, timezone.localdate(now))
    return len(rows)


@transaction.atomic
def change_row(
    *, keys: Keys, file: RollFile, row_id: UUID, seen: int, changes: dict[str, Any], now: datetime
) -> Detained:
    """Change some fields of a person, on the version that was ``seen``. Raises ChangedMeanwhile, RowGone, TooLong."""
    row, person = locked(file.safe, row_id)
    if person.version != seen:
        raise ChangedMeanwhile(RollEntry(row.id, row.sequence, person))
    changed = signed(replace(person, **changes, version=person.version + 1), keys, now)
    rewrite_row(row, file.safe, changed.packed())
    keep_longer(file.roll, timezone.localdate(now))
    return changed


def locked(safe: OpenSafe, row_id: UUID) -> tuple[RollRow, Detained]:
    """A row that nobody else changes until the transaction ends. Raises RowGone."""
    row = RollRow.objects.select_for_update().filter(id=row_id, safe=safe.id).first()
    person = person_in(row, safe) if row else None
    if row is None or person is None:
        raise RowGone
    return row, person

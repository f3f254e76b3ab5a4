"""Sealed rows: written, read, sealed again. A damaged row is told as damaged and breaks nothing else."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import uuid4

from django.db import transaction
from django.db.models import Max

from peredacha.core.sealing import NotSealedHere, open_envelope, seal
from peredacha.rooms.vault.models import Safe, SealedRow
from peredacha.rooms.vault.services.safes import OpenSafe
from peredacha.statements import add

Row = TypeVar("Row", bound=SealedRow)
LONGEST = 32_000
"""What one row holds at most [bytes of JSON]; longer things are files."""


class TooLong(Exception):
    """The text does not fit one sealed row."""


@dataclass(frozen=True)
class Read(Generic[Row]):
    """A row and what it says; ``content`` is None where it is damaged, moved, or sealed with a key not granted."""

    row: Row
    content: dict[str, Any] | None


def place_of(row: SealedRow) -> bytes:
    """What the seal of a row is bound to: table, row, safe, epoch, sequence."""
    table = row._meta.label_lower.encode()
    numbers = row.epoch.to_bytes(4, "big") + row.sequence.to_bytes(4, "big")
    return b"vault.row" + len(table).to_bytes(1, "big") + table + row.id.bytes + row.safe_id.bytes + numbers


def packed(content: dict[str, Any]) -> bytes:
    """The content as bytes; raises TooLong."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    if len(body) > LONGEST:
        raise TooLong
    return body


def write_row(table: type[Row], opened: OpenSafe, content: dict[str, Any], **clear: Any) -> Row:
    """Add one row to a safe, in the next free place; raises TooLong before anything is written."""
    return write_rows(table, opened, [content], **clear)[0]


@transaction.atomic
def write_rows(
    table: type[Row], opened: OpenSafe, contents: Iterable[dict[str, Any]], **clear: Any
) -> list[Row]:
    """Add rows to a safe in the next free places, all or none; raises TooLong before anything is written.

    ``clear``: columns outside the seal, the same for all of them.
    """
    bodies = [packed(content) for content in contents]
    Safe.objects.select_for_update().get(id=opened.id)
    last = table._default_manager.filter(safe_id=opened.id).aggregate(last=Max("sequence"))["last"] or 0
    return laid_down(table, opened, bodies, last + 1, clear)


def write_first_rows(table: type[Row], opened: OpenSafe, contents: Iterable[dict[str, Any]]) -> list[Row]:
    """The first rows of a safe that was made in this same transaction; raises TooLong before anything is written."""
    return laid_down(table, opened, [packed(content) for content in contents], 1, {})


def laid_down(
    table: type[Row], opened: OpenSafe, bodies: list[bytes], first: int, clear: dict[str, Any]
) -> list[Row]:
    """Rows sealed each in its own place, from the place ``first`` on, and stored."""
    rows = []
    for place, body in enumerate(bodies, first):
        row = table(id=uuid4(), safe_id=opened.id, epoch=opened.epoch, sequence=place, **clear)
        row.sealed = seal(opened.newest, body, place_of(row))
        rows.append(row)
    add(*rows)
    return rows


def rewrite_row(row: Row, opened: OpenSafe, content: dict[str, Any]) -> Row:
    """Seal other content in the place of a row, with the newest data key."""
    body = packed(content)
    row.epoch = opened.epoch
    row.sealed = seal(opened.newest, body, place_of(row))
    row.save(update_fields=["epoch", "sealed"])
    return row


def read_row(row: Row, opened: OpenSafe) -> Read[Row]:
    """What a row says."""
    try:
        body = open_envelope(opened.data_keys[row.epoch], bytes(row.sealed), place_of(row))
        content = json.loads(body)
    except (NotSealedHere, KeyError, ValueError):
        return Read(row, None)
    return Read(row, content if isinstance(content, dict) else None)


def read_rows(rows: Iterable[Row], opened: OpenSafe) -> list[Read[Row]]:
    """What several rows of one safe say, in their order."""
    return [read_row(row, opened) for row in rows]


def missing_places(rows: Sequence[SealedRow]) -> list[int]:
    """The places before the last row at which a row is gone: somebody took it out of the database."""
    there = {row.sequence for row in rows}
    return [place for place in range(1, max(there, default=0)) if place not in there]

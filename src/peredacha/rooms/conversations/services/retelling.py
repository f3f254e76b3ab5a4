"""Files told again in another matter: each is opened and sealed anew piece by piece, never in clear on the disk."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from peredacha.rooms.conversations.models import Attachment, BlobRow, Message
from peredacha.rooms.conversations.services.attaching import Stored, sealed_blob
from peredacha.rooms.conversations.services.blobs import blob_tables, remove_blobs
from peredacha.rooms.conversations.services.fetching import (
    DamagedFile,
    OpenAttachment,
    chunks_of,
    files_in,
    is_whole,
)
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.services import OpenSafe, read_rows, write_row


class FilesChanged(Exception):
    """Somebody sent a file while the others were copied: begin anew."""


@dataclass(frozen=True, repr=False)
class Copied:
    """An encrypted copy on the disk, whose row does not stand yet."""

    table: type[BlobRow]
    of: OpenAttachment
    into: OpenSafe
    stored: Stored


@dataclass(frozen=True, repr=False)
class Copies:
    """The copies of a matter's files, and which files there were."""

    source: MatterFile
    made: list[Copied]
    seen: frozenset[UUID]


def count_files(file: MatterFile) -> tuple[int, int]:
    """How many files of a matter can be told again, and how many rows or bodies are damaged. Reads each to its end."""
    sound = sum(
        1
        for opened in (file.safe, file.inner)
        if opened
        for _table, one in files_to_tell(opened)
        if is_whole(one)
    )
    return sound, len(ids_of(file)) - sound


def ids_of(file: MatterFile) -> frozenset[UUID]:
    """Every file of a matter in every room, damaged or not."""
    safes = [one.id for one in (file.safe, file.inner) if one]
    return frozenset(
        row
        for table in blob_tables()
        for row in table._default_manager.filter(safe_id__in=safes).values_list("id", flat=True)
    )


def files_to_tell(opened: OpenSafe) -> Iterator[tuple[type[BlobRow], OpenAttachment]]:
    """The files of a safe with their tables; of the talk those whose message can be told again: a file alone would
    stand nowhere."""
    reads = read_rows(Message.objects.filter(safe=opened.id), opened)
    sound = {str(one.row.id) for one in reads if one.content is not None}
    for table in blob_tables():
        for one in files_in(opened, table):
            if table is not Attachment or one.message in sound:
                yield table, one


@contextmanager
def copied_files(source: MatterFile, target: MatterFile, *, now: datetime) -> Iterator[Copies]:
    """Every file of ``source`` that opens, sealed for the safes of ``target``; the copies go when the block fails.

    Begin it before the transaction: so nobody waits for the database while large files are sealed.
    """
    copies = Copies(source, [], ids_of(source))
    try:
        for old, new in ((source.safe, target.safe), (source.inner, target.inner)):
            for table, one, into in ((*found, new) for found in files_to_tell(old)) if old and new else ():
                with suppress(DamagedFile):
                    copies.made.append(copied(table, one, into, now))
        yield copies
    except BaseException:
        remove_blobs(one.stored.blob for one in copies.made)
        raise


def copied(table: type[BlobRow], one: OpenAttachment, into: OpenSafe, now: datetime) -> Copied:
    """One file with a new key and a new name on the disk; nothing is left of it where it is damaged: DamagedFile."""
    return Copied(table, one, into, sealed_blob(into, checked(one), dict(one.told), now))


def checked(one: OpenAttachment) -> Iterator[bytes]:
    """The pieces of a file; raises DamagedFile at the latest when they end."""
    size = 0
    for chunk in chunks_of(one):
        size += len(chunk)
        yield chunk
    if size != one.size:
        raise DamagedFile


def tell_files_again(copies: Copies, messages: Mapping[str, tuple[str, str]]) -> list[tuple[str, str]]:
    """The rows of copies, inside the caller's transaction; gives table and id of each. Raises FilesChanged.

    ``messages``: by id of a message, the table and id of its copy.
    """
    if ids_of(copies.source) != copies.seen:
        raise FilesChanged
    rows = []
    for one in copies.made:
        content: dict[str, Any] = dict(one.stored.content)
        if one.table is Attachment:
            content["message"] = messages[one.of.message][1]
        rows.append(write_row(one.table, one.into, content, blob=one.stored.blob))
    return [(row._meta.label_lower, str(row.id)) for row in rows]


def forget_copies(copies: Iterable[Sequence[str]]) -> None:
    """The encrypted files of copies go once the transaction that takes their rows has held.

    ``copies``: table and id, as :func:`tell_files_again` gave them; other tables are left alone.
    """
    names: list[str] = []
    for table in blob_tables():
        ids = [UUID(row) for label, row in copies if label == table._meta.label_lower]
        names += table._default_manager.filter(id__in=ids).values_list("blob", flat=True)
    transaction.on_commit(lambda: remove_blobs(names))

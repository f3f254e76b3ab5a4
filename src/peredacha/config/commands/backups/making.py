"""A backup made while the site runs: one moment of the database, and every attachment."""

import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.config.commands.backups import salts
from peredacha.config.commands.backups.age import Lock, seal
from peredacha.config.commands.backups.becoming import becoming
from peredacha.config.commands.backups.rows import columns_of, table_lines
from peredacha.config.commands.backups.schema import Tables, applied, tables_at
from peredacha.config.commands.backups.tar import Part, packed
from peredacha.config.commands.backups.wrong import Refused

FORMAT = 1
SNAPSHOT = "backup"
CHUNK = 256 * 1024
NAME = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*")
"""Names of attachments: never hidden, never out of their folder."""


@dataclass
class Tally:
    """What a backup holds: [length, SHA-256] of each part, rows of each table."""

    parts: dict[str, tuple[int, str]] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def blobs(self) -> int:
        """How many attachments."""
        return sum(name.startswith("blobs/") for name in self.parts)

    def manifest(self) -> bytes:
        """The last part of every backup."""
        return as_json({"format": FORMAT, "rows": self.rows, "parts": self.parts})


def make_backup(file: Path, lock: Lock, blobs: Path | None, now: datetime) -> Tally:
    """Write everything that is kept into ``file``, and the salts beside it; gives what it holds.

    The rows are of one moment and writers do not wait. Attachments are read after the rows, so none is missing; the
    salts last, so none is missing, and those of what was erased meanwhile are not there. The salts get their name
    first: a backup without them would open nothing. Raises Refused; then nothing is written.
    """
    tally = Tally()
    close = seal(lock)
    with becoming(file) as stream, becoming(salts.beside(file), anew=True) as small:
        with snapshot() as using:
            close(packed(_parts(using, blobs, now, tally)), stream)
        salts.make_ready()
        salts.settle()
        close(salts.written(now), small)
    return tally


@contextmanager
def snapshot() -> Iterator[str]:
    """A connection of its own, on which the database stands still while others write; gives its alias."""
    connection = connections[DEFAULT_DB_ALIAS].copy(alias=SNAPSHOT)
    if connection.vendor == "sqlite":
        connection.settings_dict["OPTIONS"]["transaction_mode"] = "DEFERRED"
    connections[SNAPSHOT] = connection
    try:
        with transaction.atomic(using=SNAPSHOT):
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield SNAPSHOT
    finally:
        connection.close()
        del connections[SNAPSHOT]


def _parts(using: str, blobs: Path | None, now: datetime, tally: Tally) -> Iterator[Part]:
    migrations = applied(connections[using])
    if not migrations:
        raise Refused(_("There is no database to back up yet."))
    tables = tables_at(migrations)
    head = {
        "format": FORMAT,
        "made_on": timezone.localdate(now).isoformat(),
        "made_at": now.isoformat(),
        "migrations": sorted(migrations),
        "tables": columns_of(tables),
    }
    yield _whole("head.json", as_json(head), tally)
    yield from _table_parts(tables, using, tally)
    yield from _blob_parts(blobs, tally)
    manifest = tally.manifest()
    yield Part("manifest.json", len(manifest), [manifest])


def _table_parts(tables: Tables, using: str, tally: Tally) -> Iterator[Part]:
    for name, model in sorted(tables.items()):
        tally.rows[name] = 0
        for number, (piece, rows) in enumerate(table_lines(model, using), start=1):
            tally.rows[name] += rows
            yield _whole(f"tables/{name}/{number:06}.jsonl", piece, tally)


def _blob_parts(blobs: Path | None, tally: Tally) -> Iterator[Part]:
    for path in sorted(blobs.rglob("*")) if blobs and blobs.is_dir() else ():
        name = path.relative_to(blobs or path).as_posix()
        if path.is_symlink() or not path.is_file() or not NAME.fullmatch(name):
            continue
        try:
            stream = path.open("rb")
        except FileNotFoundError:
            continue  # erased a moment ago
        with stream:
            size = os.fstat(stream.fileno()).st_size
            yield Part(f"blobs/{name}", size, _counted(f"blobs/{name}", size, _chunks(stream, size), tally))


def _chunks(stream: Any, size: int) -> Iterator[bytes]:
    """``size`` bytes; zeros in the place of those that are being erased meanwhile."""
    while size:
        chunk = stream.read(min(CHUNK, size)) or bytes(min(CHUNK, size))
        size -= len(chunk)
        yield chunk


def _counted(name: str, size: int, chunks: Iterator[bytes], tally: Tally) -> Iterator[bytes]:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
        yield chunk
    tally.parts[name] = (size, digest.hexdigest())


def _whole(name: str, data: bytes, tally: Tally) -> Part:
    tally.parts[name] = (len(data), hashlib.sha256(data).hexdigest())
    return Part(name, len(data), [data])


def as_json(value: dict[str, Any]) -> bytes:
    """A value as compact JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

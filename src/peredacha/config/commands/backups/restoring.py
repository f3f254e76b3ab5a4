"""A backup brought back onto an empty machine: all of it, or nothing."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, transaction
from django.utils.translation import gettext as _

from peredacha.config.commands.backups import schema
from peredacha.config.commands.backups.age import Opener
from peredacha.config.commands.backups.checking import Head, Looker, read_backup
from peredacha.config.commands.backups.making import Tally
from peredacha.config.commands.backups.rows import columns_of, insert
from peredacha.config.commands.backups.wrong import Damaged, Refused


def restore_backup(file: Path, opener: Opener, blobs: Path | None) -> Tally:
    """Bring back everything in ``file``; what it held. Raises Refused where rows stand already, or Damaged.

    The file is read twice: once only to check it, then to restore. The rows come in one transaction that ends
    after the last attachment: killed in the middle, the database stays empty and the same command runs again.
    """
    refuse_filled()
    head, _tally = read_backup(file, opener, Looker())
    schema.build_anew(head.migrations)
    try:
        with transaction.atomic():
            _head, tally = read_backup(file, opener, Restorer(blobs))
            os.sync()
            connections[DEFAULT_DB_ALIAS].check_constraints()
    except (DatabaseError, ValidationError) as error:
        raise Damaged(_("The backup does not fit its own tables: take another one.")) from error
    schema.bring_to_this_code()
    return tally


def refuse_filled() -> None:
    """Raise Refused where a table has a row."""
    if schema.filled():
        raise Refused(_("This database is not empty: restore into a new one."))


class Restorer:
    """A keeper that writes: rows into their tables, attachments into their folder."""

    def __init__(self, blobs: Path | None) -> None:
        self._blobs = blobs
        self._tables: schema.Tables = {}
        self._open: BinaryIO | None = None

    def head(self, head: Head) -> None:
        """Find the tables, and see that nobody filled them meanwhile."""
        refuse_filled()
        self._tables = schema.tables_at(head.migrations)
        if columns_of(self._tables) != head.tables:
            raise ValueError("the tables of the backup are others")

    def rows(self, table: str, rows: list[list[Any]]) -> None:
        """Write some rows."""
        insert(self._tables[table], rows)

    def blob(self, name: str) -> Callable[[bytes], object]:
        """Write an attachment, for the owner's eyes only."""
        if self._blobs is None:
            raise Refused(_("The backup holds attachments, and `PEREDACHA_BLOBS` names no folder for them."))
        path = self._blobs / name
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
        self._open = os.fdopen(os.open(path, flags, 0o600), "wb")
        return self._open.write

    def blob_end(self) -> None:
        """Close it."""
        if self._open:
            self._open.close()
            self._open = None

    def end(self) -> None:
        """Let the next number of each table follow its rows."""
        schema.set_counters(self._tables)

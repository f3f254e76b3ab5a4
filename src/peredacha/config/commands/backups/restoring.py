"""A backup brought back onto an empty machine: all of it, or nothing."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, transaction
from django.utils.translation import gettext as _

from peredacha.config.commands.backups import salts, schema
from peredacha.config.commands.backups.age import Opener
from peredacha.config.commands.backups.checking import Head, read_backup
from peredacha.config.commands.backups.making import Tally
from peredacha.config.commands.backups.needing import Closed, Needs
from peredacha.config.commands.backups.rows import columns_of, insert
from peredacha.config.commands.backups.wrong import Damaged, Refused


@dataclass(frozen=True)
class Wanted:
    """What is to be brought back: the backup, its salts if they are at hand, and whether it may be without them."""

    file: Path
    salts: Path | None = None
    without_salts: bool = False


def restore_backup(wanted: Wanted, opener: Opener, blobs: Path | None) -> tuple[Tally, Closed]:
    """Bring back everything in a backup; what it held, and what stays closed because its salt is gone.

    Raises Refused where rows stand already, or Damaged. The file is read twice: once only to check it, then to
    restore. The rows come in one transaction that ends after the last attachment and after the salts: killed in the
    middle, the database stays empty and the same command runs again.
    """
    refuse_filled()
    needs = Needs()
    head, _tally = read_backup(wanted.file, opener, needs)
    found = salts_for(wanted, opener, head)
    stays = needs.without(found.by_name if found else ())
    if stays and found is None and not wanted.without_salts:
        raise Refused(without_words(stays))
    schema.build_anew(head.migrations)
    try:
        with transaction.atomic():
            _head, tally = read_backup(wanted.file, opener, Restorer(blobs))
            os.sync()
            connections[DEFAULT_DB_ALIAS].check_constraints()
            if found:
                salts.take_in(found)
    except (DatabaseError, ValidationError) as error:
        raise Damaged(_("The backup does not fit its own tables: take another one.")) from error
    schema.bring_to_this_code()
    return tally, stays


def salts_for(wanted: Wanted, opener: Opener, head: Head) -> salts.Salts | None:
    """The salts that count: those of this machine where it has some, else those of the file; None without any.

    Raises Refused where the file would bring back what this machine has forgotten, or is older than the backup.
    """
    found = bring_salts(wanted.salts, opener)
    if wanted.salts and found and head.made_at and found.made_at < head.made_at:
        raise Refused(
            _("These salts are older than the backup: take the newest file that ends in `.salts.age`.")
        )
    return found


def bring_salts(file: Path | None, opener: Opener) -> salts.Salts | None:
    """The salts of this machine where it has some, else those of the file; None without any. Raises Refused where both
    differ: those of this machine are newer than any file, and say what was erased since."""
    salts.make_ready()
    here = salts.standing()
    told = salts.read_salts(file, opener) if file else None
    if told and here and told.by_name.keys() - here.keys():
        raise Refused(
            _(
                "This machine has salts already, and they are newer than any file: leave `--salts` away. "
                "If they are not of this site, move the file of salts away first."
            )
        )
    if here:
        return salts.Salts(datetime.max.replace(tzinfo=UTC), here)
    return told


def without_words(stays: Closed) -> str:
    """What does not open without salts, and what to do."""
    return _(
        "Without its salts this backup opens nothing of %(matters)s matters and %(others)s other sealed papers. "
        "Name the newest file of salts with `--salts`. If there is none, `--without-salts` brings back the rest."
    ) % {"matters": stays.matters, "others": stays.others}


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

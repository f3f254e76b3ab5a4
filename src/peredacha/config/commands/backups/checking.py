"""A backup read from its first byte to its last: is every part as the manifest says?"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from django.utils.translation import gettext as _

from peredacha.config.commands.backups.age import Opener, open_into
from peredacha.config.commands.backups.making import FORMAT, NAME, Tally
from peredacha.config.commands.backups.rows import Columns, read_lines
from peredacha.config.commands.backups.schema import Migrations
from peredacha.config.commands.backups.tar import Unpacker
from peredacha.config.commands.backups.wrong import Damaged, Refused

MOST_OF_A_PIECE = 512 * 1024 * 1024
"""A head, manifest or piece of a table stands in memory; a longer one [bytes] is no backup of ours."""


@dataclass(frozen=True)
class Head:
    """What stands first: the day, the state of the tables, their columns."""

    made_on: date
    migrations: Migrations
    tables: Columns
    made_at: datetime | None = None
    """The moment; None in backups made before there were salts."""

    @classmethod
    def read(cls, data: bytes) -> "Head":
        """The head; raises Refused for another format, ValueError and others for nonsense."""
        told = json.loads(data)
        if told["format"] != FORMAT:
            raise Refused(_("The backup was made by a newer version: install that one first."))
        return cls(
            date.fromisoformat(told["made_on"]),
            frozenset((str(app), str(name)) for app, name in told["migrations"]),
            {str(table): [str(one) for one in columns] for table, columns in told["tables"].items()},
            datetime.fromisoformat(told["made_at"]) if "made_at" in told else None,
        )


class Keeper(Protocol):
    """Who does something with what is read. Nothing counts before the reading has ended well."""

    def head(self, head: Head) -> None:
        """The head was read."""

    def rows(self, table: str, rows: list[list[Any]]) -> None:
        """Rows of a table, in the order of its columns."""

    def blob(self, name: str) -> Callable[[bytes], object]:
        """An attachment begins; gives what takes its bytes."""

    def blob_end(self) -> None:
        """It is whole."""

    def end(self) -> None:
        """Everything was read, and all of it is as the manifest says."""


class Looker:
    """A keeper that keeps nothing."""

    def head(self, head: Head) -> None:
        """Nothing to do."""

    def rows(self, table: str, rows: list[list[Any]]) -> None:
        """Nothing to do."""

    def blob(self, name: str) -> Callable[[bytes], object]:
        """Nothing takes the bytes."""
        return len

    def blob_end(self) -> None:
        """Nothing to do."""

    def end(self) -> None:
        """Nothing to do."""


def read_backup(file: Path, opener: Opener, keeper: Keeper) -> tuple[Head, Tally]:
    """Read a backup into ``keeper``; its head and what it holds. Raises Damaged when anything is not as written."""
    reading = _Reading(keeper)
    unpacker = Unpacker(reading)
    try:
        open_into(file, opener, unpacker)
        if not unpacker.ended:
            raise ValueError("no end")
        whole = reading.finished()
        keeper.end()
        return whole
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Damaged(_("The backup is damaged: take another one.")) from error


class _Reading:
    """Sorts the parts, counts them, and compares the count with the manifest."""

    def __init__(self, keeper: Keeper) -> None:
        self.keeper = keeper
        self.told: Head | None = None
        self.manifest: dict[str, Any] | None = None
        self.tally = Tally()
        self.name, self.size = "", 0
        self.piece, self.digest = bytearray(), hashlib.sha256()
        self.sink: Callable[[bytes], object] = self.piece.extend

    def begin(self, name: str, size: int) -> None:
        """A part begins: the head first, the manifest last, nothing twice, nothing unknown."""
        first = not self.tally.parts
        if first != (name == "head.json") or self.manifest is not None or name in self.tally.parts:
            raise ValueError("a part stands where it should not")
        self.name, self.size = name, size
        self.piece, self.digest = bytearray(), hashlib.sha256()
        self.sink = self.piece.extend
        folder, _slash, rest = name.partition("/")
        if folder == "blobs":
            if not NAME.fullmatch(rest):
                raise ValueError("an attachment out of its folder")
            self.sink = self.keeper.blob(rest)
        elif size > MOST_OF_A_PIECE:
            raise ValueError("a piece is too long")

    def take(self, chunk: bytes) -> None:
        """Some bytes of the part."""
        self.digest.update(chunk)
        self.sink(chunk)

    def end(self) -> None:
        """The part is whole."""
        if self.name == "manifest.json":
            self.manifest = json.loads(bytes(self.piece))
            return
        self.tally.parts[self.name] = (self.size, self.digest.hexdigest())
        folder, _slash, rest = self.name.partition("/")
        if self.name == "head.json":
            self._head(Head.read(bytes(self.piece)))
        elif folder == "tables":
            self._rows(rest.partition("/")[0])
        elif folder == "blobs":
            self.keeper.blob_end()
        else:
            raise ValueError("an unknown part")

    def finished(self) -> tuple[Head, Tally]:
        """Head and count, when the manifest says the same."""
        if self.told is None or self.manifest is None:
            raise ValueError("head or manifest is missing")
        parts = {name: (size, digest) for name, (size, digest) in self.manifest["parts"].items()}
        if parts != self.tally.parts or self.manifest["rows"] != self.tally.rows:
            raise ValueError("the manifest says otherwise")
        return self.told, self.tally

    def _head(self, head: Head) -> None:
        self.told = head
        self.tally.rows = dict.fromkeys(head.tables, 0)
        self.keeper.head(head)

    def _rows(self, table: str) -> None:
        if self.told is None:
            raise ValueError("rows before the head")
        rows = read_lines(bytes(self.piece), len(self.told.tables[table]))
        self.tally.rows[table] += len(rows)
        self.keeper.rows(table, rows)

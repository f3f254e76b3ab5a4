"""Tables of the tests' own databases: migrated once, then laid down until a migration or a model changes."""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import django
from django.core.management import call_command
from django.db import connections

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "var" / "tests"
SOURCE = ROOT / "src" / "peredacha"
SAYS = ("rooms/*/migrations/*.py", "rooms/*/models.py", "rooms/*/models/**/*.py", "config/*.py")
"""What says which tables there are, and in which database each of them lies."""


def mark() -> str:
    """A short name that is another one as soon as anything changes that a migration reads."""
    found = hashlib.sha256(f"{django.VERSION} {sqlite3.sqlite_version}".encode())
    for path in sorted(path for one in SAYS for path in SOURCE.glob(one)):
        found.update(f"{path.relative_to(SOURCE)}\0".encode() + path.read_bytes())
    return found.hexdigest()[:24]


def lite(alias: str) -> sqlite3.Connection | None:
    """The connection under a database of the tests in memory; None for a file and for another kind of database."""
    one = connections[alias]
    if one.vendor != "sqlite" or not one.is_in_memory_db():  # type: ignore[attr-defined]
        return None
    one.ensure_connection()
    return one.connection  # type: ignore[no-any-return]


def laid_down(command: str, *args: Any, **options: Any) -> Any:
    """A command of Django; ``migrate`` of an empty database in memory is taken from the file of the last time."""
    live = lite(options["database"]) if command == "migrate" else None
    if live is None:
        return call_command(command, *args, **options)
    file = KEPT / f"{options['database']}-{mark()}.sqlite3"
    if file.exists():
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as kept:
            kept.backup(live)
            return None
    call_command(command, *args, **options)
    keep(live, file)
    return None


def keep(live: sqlite3.Connection, file: Path) -> None:
    """A migrated database becomes a file; workers side by side may do it at once, older files are gone."""
    KEPT.mkdir(parents=True, exist_ok=True)
    for old in KEPT.glob(f"{file.name.partition('-')[0]}-*"):
        if not old.name.startswith(file.stem):
            old.unlink(missing_ok=True)
    beside = file.with_suffix(f".{os.getpid()}")
    with closing(sqlite3.connect(beside)) as made:
        live.backup(made)
    beside.replace(file)


@contextmanager
def migrated_once() -> Iterator[None]:
    """Databases that the tests make inside are laid down, not migrated anew."""
    with patch("django.core.management.call_command", laid_down):
        yield


class Snapshot:
    """Every database in memory as it stands now, what an open transaction wrote with it; to be laid down again."""

    def __init__(self) -> None:
        """Nothing is changed by looking."""
        self.kept: dict[str, sqlite3.Connection] = {}
        for alias in connections:
            if live := lite(alias):
                self.kept[alias] = sqlite3.connect(":memory:")
                self.kept[alias].deserialize(live.serialize())

    @property
    def whole(self) -> bool:
        """Whether it holds every database of the tests."""
        return set(self.kept) == set(connections)

    def lay_down(self) -> None:
        """Every database is as it was then, and nothing that came after; outside a transaction."""
        for alias, kept in self.kept.items():
            live = lite(alias)
            assert live is not None and not live.in_transaction
            kept.backup(live)

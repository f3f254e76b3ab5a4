"""Houses of a host: each with a database, a folder of attachments, and the command as a host types it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from tests.databases import Row, rows_of, tables_of
from tests.house.tree import ROOT

Rows = dict[str, list[Row]]
OUTSIDE = ("django_migrations", "sqlite_sequence")
"""Tables of the framework: the first counts anew, the second is SQLite's own."""

FILL = """
import datetime, secrets, sys, uuid, django
django.setup()
from peredacha.rooms.journal.models import ChainHead, Entry
from peredacha.rooms.journal.models.entries import START
previous, entries = START, []
for number in range(1, int(sys.argv[1]) + 1):
    entry = Entry(number=number, day=datetime.date(2026, 11, 22), act="message_sent", chapter="demo",
                  actor=uuid.uuid4() if number % 3 else None, salt=secrets.token_bytes(16),
                  sealed=b"MARKED SEAL" + secrets.token_bytes(700), previous=previous)
    entry.content_hash = entry.hashed_content()
    previous = entry.digest = entry.hashed_link()
    entries.append(entry)
Entry.objects.bulk_create(entries, batch_size=500)
ChainHead.objects.create(pk=1, count=len(entries), digest=previous)
"""
WRITE_ON = """
import datetime, pathlib, sys, django
django.setup()
from peredacha.rooms.journal.services import record
while not pathlib.Path(sys.argv[1]).exists():
    record(act="file_sent", chapter="demo", today=datetime.date(2026, 11, 22))
"""


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class House:
    """One installation."""

    folder: Path
    url: str

    @property
    def blobs(self) -> Path:
        return self.folder / "blobs"

    @property
    def environment(self) -> dict[str, str]:
        (self.folder / "tmp").mkdir(exist_ok=True)
        return os.environ | {
            "DATABASE_URL": self.url,
            "PEREDACHA_SESSIONS": str(self.folder / "sessions.sqlite3"),
            "PEREDACHA_SALTS": str(self.folder / "salts.sqlite3"),
            "PEREDACHA_BLOBS": str(self.blobs),
            "TMPDIR": str(self.folder / "tmp"),
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")]),
            "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE,
        }

    def starts(self, *words: object) -> "subprocess.Popen[str]":
        """A command that goes on beside the test."""
        return subprocess.Popen(
            [sys.executable, "-m", "peredacha", *map(str, words)],
            env=self.environment,
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def types(self, *words: object) -> Done:
        """A command, to its end."""
        process = self.starts(*words)
        out, err = process.communicate(timeout=300)
        return Done(process.returncode, out, err)

    def runs(self, code: str, *words: object, **more: Any) -> "subprocess.Popen[bytes]":
        """Some lines of Python in the house."""
        return subprocess.Popen([sys.executable, "-c", code, *map(str, words)], env=self.environment, **more)

    def settled(self) -> "House":
        """The same house with its tables and the demo chapter."""
        assert self.types("migrate", "-v0", "--skip-checks").code == 0
        assert self.types("load_chapter", ROOT / "chapters" / "demo", "-v0", "--skip-checks").code == 0
        return self

    def lived_in(self, entries: int, blobs: int, blob_size: int = 100_000) -> "House":
        """The same house with entries of a journal, and attachments."""
        assert self.runs(FILL, entries).wait(300) == 0
        for number in range(blobs):
            path = self.blobs / f"{number:02}" / f"a{number}"
            path.parent.mkdir(parents=True)
            path.write_bytes(os.urandom(blob_size))
        return self

    def rows(self) -> Rows:
        """Every row of every table as the database gives it; no tables where there is no database yet."""
        return {name: rows_of(self.url, name) for name in tables_of(self.url) if name not in OUTSIDE}

    def attachments(self) -> dict[str, bytes]:
        """Every attachment by its name."""
        return {
            path.relative_to(self.blobs).as_posix(): path.read_bytes()
            for path in self.blobs.rglob("*")
            if path.is_file()
        }

    def is_empty(self) -> bool:
        """Whether no table has a row."""
        return not any(self.rows().values())


def without_last_entry(rows: Rows) -> Rows:
    """The rows as they were before the house wrote down its own backup or restore."""
    entries = sorted(rows["journal_entry"], key=lambda row: row[1])
    return {**rows, "journal_entry": entries[:-1], "journal_chainhead": []}


def at_rest(rows: Rows) -> Rows:
    """The rows in the order and without the head, to compare with the ones above."""
    return {
        **rows,
        "journal_entry": sorted(rows["journal_entry"], key=lambda row: row[1]),
        "journal_chainhead": [],
    }


def kill_when(process: "subprocess.Popen[str]", seen: Callable[[], bool]) -> None:
    """Kill a process, as a power cut does, in the moment in which ``seen`` becomes true."""
    deadline = time.monotonic() + 120
    while not seen():
        assert process.poll() is None, f"it ended before the moment came: {process.communicate()}"
        assert time.monotonic() < deadline, "the moment never came"
        time.sleep(0.001)
    process.kill()
    process.communicate(timeout=60)
    assert process.returncode == -9


def names_in(folder: Path) -> list[str]:
    """The names of the files in a folder."""
    return sorted(path.name for path in folder.iterdir())

"""Several processes write at once, and the chain has no gap and no fork."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection
from tests.house.tree import ROOT
from tests.rooms.journal.world import CHAPTER, TODAY

from peredacha.rooms.journal.models import Act, Counter
from peredacha.rooms.journal.selectors import verify_chain
from peredacha.rooms.journal.services import bump, record

WRITERS, ENTRIES = 4, 25
WRITE = f"""
import datetime, django
django.setup()
from peredacha.rooms.journal.services import bump, record
for _ in range({ENTRIES}):
    record(act="signed_in", chapter="demo", today=datetime.date(2026, 11, 22))
    bump(chapter="demo", name="plans", today=datetime.date(2026, 11, 22))
"""


def write_as_one_of_many(_: int) -> None:
    """What one thread does, with a connection of its own."""
    try:
        for _entry in range(ENTRIES):
            record(act=Act.SIGNED_IN, chapter=CHAPTER, today=TODAY)
            bump(chapter=CHAPTER, name="plans", today=TODAY)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="threads cannot share a database in memory")
def test_threads_keep_one_chain() -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write_as_one_of_many, range(WRITERS)))

    assert verify_chain().mark.count == WRITERS * ENTRIES
    assert verify_chain().wrong is None
    assert Counter.objects.get().value == WRITERS * ENTRIES


@pytest.mark.slow
def test_processes_on_one_file_keep_one_chain(tmp_path: Path) -> None:
    settings = os.environ["DJANGO_SETTINGS_MODULE"]
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'house.sqlite3'}",
        "PEREDACHA_SESSIONS": str(tmp_path / "sessions.sqlite3"),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")]),
    }

    def words(*more: str) -> list[str]:
        return [sys.executable, "-m", "django", *more, "--settings", settings]

    subprocess.run(words("migrate", "journal", "-v0", "--skip-checks"), env=environment, check=True)
    writing = [subprocess.Popen([sys.executable, "-c", WRITE], env=environment) for _ in range(WRITERS)]
    assert [one.wait(120) for one in writing] == [0] * WRITERS

    done = subprocess.run(
        words("verify_journal", "--skip-checks"), env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert f": {WRITERS * ENTRIES}." in done.stdout

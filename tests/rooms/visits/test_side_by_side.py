"""Helpers reach for the last seats and for the last visit of the year at once, on a real file: one of them has it."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection, connections
from django.utils import timezone
from tests.house.tree import ROOT
from tests.rooms.errands.world import seen_by, today
from tests.rooms.matters.world import file_of, keys
from tests.rooms.visits.world import Chapter, drives, driving, fixes, soon, vera_of, visit_at, wants

from peredacha.rooms.errands.services import NoSlot
from peredacha.rooms.visits.models import Ride, RideTold
from peredacha.rooms.visits.services import NoSeats, RidesAlready, give_seats, plan_day, travellers

MANY = 4
WORK = """
import django
django.setup()
from django.test.utils import setup_test_environment
setup_test_environment()
from tests.rooms.visits.test_side_by_side import race
race()
"""


def at_once(acts: list[Callable[[], object]]) -> Counter[str]:
    """What became of acts that begin together, by the name of the refusal."""
    together = Barrier(len(acts))

    def does(act: Callable[[], object]) -> str:
        try:
            together.wait()
            act()
        except (NoSeats, RidesAlready, NoSlot) as refused:
            return type(refused).__name__
        finally:
            connections.close_all()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return Counter(pool.map(does, acts))


def seats_race(chapter: Chapter) -> None:
    """Four families, three seats, two for each: one family goes."""
    families = [vera_of(chapter.colony) for _one in range(MANY)]
    for vera in families:
        wants(vera, soon(), seats=2)
    ride = drives(chapter.boris, chapter.colony, soon(), seats=3)
    opened = travellers(keys(chapter.petya), "demo", now=timezone.now())

    told = at_once(
        [
            lambda one=one: give_seats(opened=one, ride=ride, card=RideTold(), now=timezone.now())  # type: ignore[misc]
            for one in opened
        ]
    )

    assert told == {"done": 1, "NoSeats": MANY - 1}, told
    assert Ride.objects.get(id=ride.id).taken == 2


def cars_race(chapter: Chapter) -> None:
    """One family with two visits on a day, and two cars: it goes with one."""
    vera = vera_of(chapter.colony)
    visits = [visit_at(vera, wants(vera, soon(), seats=1)) for _one in range(2)]
    rides = [drives(chapter.boris, chapter.colony, soon()) for _one in range(2)]

    told = at_once(
        [
            lambda one=one, ride=ride: give_seats(opened=one, ride=ride, card=RideTold(), now=timezone.now())  # type: ignore[misc]
            for one, ride in zip(visits, rides)
        ]
    )

    assert told == {"done": 1, "RidesAlready": 1}, told
    assert sorted(Ride.objects.filter(id__in=[one.id for one in rides]).values_list("taken", flat=True)) == [
        0,
        1,
    ]


def days_race(chapter: Chapter) -> None:
    """One short visit is left and four helpers fix a day: one has it."""
    vera = vera_of(chapter.colony)
    for _one in range(2):
        assert fixes(vera, wants(vera), soon()).status_code == 302
    visits, file = [visit_at(vera, wants(vera)) for _one in range(MANY)], file_of(vera.keys, vera.matter)

    told = at_once(
        [
            lambda one=one: plan_day(keys=vera.keys, file=file, opened=one, on=soon(), now=timezone.now())  # type: ignore[misc]
            for one in visits
        ]
    )

    assert told == {"done": 1, "NoSlot": MANY - 1}, told
    opened = seen_by(vera.keys, vera)
    assert opened and opened.counter(soon(), today=today()).short_visits.used == 3


def race() -> None:
    """The three races in one chapter."""
    chapter = driving()
    for one in (seats_race, cars_race, days_race):
        one(chapter)


@pytest.mark.skipif(connection.vendor == "sqlite", reason="threads cannot share a database in memory")
@pytest.mark.django_db(transaction=True, databases="__all__")
def test_threads_spend_no_seat_and_no_visit_twice() -> None:
    race()


@pytest.mark.slow
def test_threads_on_one_file_spend_no_seat_and_no_visit_twice(tmp_path: Path) -> None:
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'house.sqlite3'}",
        "PEREDACHA_SESSIONS": str(tmp_path / "sessions.sqlite3"),
        "PEREDACHA_SALTS": str(tmp_path / "salts.sqlite3"),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")]),
    }
    settings = os.environ["DJANGO_SETTINGS_MODULE"]
    migrate = ["-m", "django", "migrate", "-v0", "--skip-checks", "--settings", settings, "--database"]
    for database in ("default", "sessions", "salts"):
        subprocess.run([sys.executable, *migrate, database], env=environment, check=True)

    done = subprocess.run(
        [sys.executable, "-c", WORK],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, done.stderr

"""Several packers reach for the last piece at once, on a real file: one of them has it."""

import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connection
from tests.house.tree import ROOT
from tests.rooms.stores.world import lies, the_cupboard, the_tea, there

from peredacha.rooms.stores.models import Good, Lot, Movement
from peredacha.rooms.stores.selectors import sums_of
from peredacha.rooms.stores.services import NotThere, put_back, take, transfer

PACKERS, PIECES, TODAY = 8, 5, date(2026, 11, 23)
WORK = """
import django
django.setup()
from tests.rooms.stores.test_side_by_side import race
race()
"""


def takes_one(lot: Lot, together: Barrier) -> str:
    """One packer takes a piece as soon as all of them stand there."""
    try:
        together.wait()
        take(chapter="demo", lines=[(str(lot.id), 1)], errand=uuid4(), today=TODAY)
    except NotThere:
        return "short"
    finally:
        connection.close()
    return "packed"


def moves_or_gives_back(number: int, good: Good, errand: UUID, together: Barrier) -> None:
    """Half of them put the same parcel back, half move pieces between two shelves, to and fro."""
    try:
        together.wait()
        if number % 2:
            put_back(errand=errand, today=TODAY)
            return
        lots = list(Lot.objects.filter(good=good).select_related("good", "place").order_by("place__name"))
        here, there_ = lots if number % 4 else lots[::-1]
        transfer(lot=here, pieces=1, place=there_.place, shelf="", today=TODAY)
    except NotThere:
        return
    finally:
        connection.close()


def race() -> None:
    """Eight packers and five pieces; then a parcel put back by many, while others move things."""
    lot, together = lies(the_tea(), PIECES), Barrier(PACKERS)
    with ThreadPoolExecutor(PACKERS) as pool:
        told = Counter(pool.map(lambda _one: takes_one(lot, together), range(PACKERS)))
    assert told == {"packed": PIECES, "short": PACKERS - PIECES}, told
    assert there(lot.good) == 0 and sums_of([lot.id]) == {lot.id: 0}

    errand, cellar = uuid4(), the_cupboard(name="Подвал")
    full = lies(lot.good, 6)
    lies(lot.good, 6, place=cellar)
    take(chapter="demo", lines=[(str(full.id), 4)], errand=errand, today=TODAY)
    with ThreadPoolExecutor(PACKERS) as pool:
        list(pool.map(lambda number: moves_or_gives_back(number, lot.good, errand, together), range(PACKERS)))
    lots = Lot.objects.filter(good=lot.good).values_list("id", flat=True)
    assert there(lot.good) == 12 == sum(sums_of(lots).values())
    assert list(Movement.objects.filter(kind="unpacked").values_list("pieces", flat=True)) == [4]


@pytest.mark.skipif(connection.vendor == "sqlite", reason="threads cannot share a database in memory")
@pytest.mark.django_db(transaction=True)
def test_threads_never_take_the_same_piece_twice() -> None:
    race()


@pytest.mark.slow
def test_threads_on_one_file_never_take_the_same_piece_twice(tmp_path: Path) -> None:
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'house.sqlite3'}",
        "PEREDACHA_SESSIONS": str(tmp_path / "sessions.sqlite3"),
        "PEREDACHA_SALTS": str(tmp_path / "salts.sqlite3"),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")]),
    }
    settings = os.environ["DJANGO_SETTINGS_MODULE"]
    migrate = ["-m", "django", "migrate", "-v0", "--skip-checks", "--settings", settings]
    subprocess.run([sys.executable, *migrate], env=environment, check=True)

    done = subprocess.run(
        [sys.executable, "-c", WORK],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, done.stderr

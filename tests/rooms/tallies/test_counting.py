"""Counters of a month outlive those who received; two helpers at once lose nothing."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction
from tests.house.tree import ROOT

from peredacha.rooms.tallies.models import Spending, Tally
from peredacha.rooms.tallies.selectors import months_with_tallies, tallies_in
from peredacha.rooms.tallies.services import count, uncount

OCTOBER, NOVEMBER = date(2026, 10, 31), date(2026, 11, 1)
PLACE = "bcdfghjkmnpq"
WRITERS, EACH = 4, 25
WRITE = f"""
import datetime, django
django.setup()
from peredacha.rooms.tallies.services import count
for _ in range({EACH}):
    count(chapter="demo", kind="letter_sent", grams=3, today=datetime.date(2026, 11, 22))
"""


@pytest.mark.django_db
def test_a_counter_belongs_to_a_chapter_a_month_a_place_a_kind_and_a_class() -> None:
    count(chapter="demo", kind="parcel_delivered", facility=PLACE, grams=12_000, today=OCTOBER)
    count(chapter="demo", kind="parcel_delivered", facility=PLACE, grams=8_000, today=OCTOBER, by=2)
    count(chapter="demo", kind="gift_received", goods="tea", grams=40_000, today=OCTOBER)
    count(chapter="demo", kind="gift_received", goods="sugar", grams=500, today=OCTOBER)
    count(chapter="demo", kind="parcel_delivered", facility=PLACE, today=NOVEMBER)
    count(chapter="far", kind="parcel_delivered", facility=PLACE, today=OCTOBER)

    october = tallies_in("demo", OCTOBER, OCTOBER)
    assert [(one.kind, one.goods, one.number, one.grams) for one in october] == [
        ("gift_received", "sugar", 1, 500),
        ("gift_received", "tea", 1, 40_000),
        ("parcel_delivered", "", 3, 20_000),
    ]
    assert len(tallies_in("demo", OCTOBER, NOVEMBER)) == 4
    assert len(tallies_in("", OCTOBER, OCTOBER)) == 4
    assert months_with_tallies(NOVEMBER) == [date(2026, 11, 1), date(2026, 10, 1)]
    assert str(october[2]) == "demo 2026-10 parcel_delivered: 3"


@pytest.mark.django_db
def test_a_mistake_is_taken_back_and_nothing_goes_below_zero() -> None:
    count(chapter="demo", kind="parcel_delivered", grams=5_000, today=OCTOBER)

    assert uncount(chapter="demo", kind="parcel_delivered", grams=5_000, today=OCTOBER)
    assert not uncount(chapter="demo", kind="parcel_delivered", today=OCTOBER)
    assert not uncount(chapter="demo", kind="letter_sent", today=OCTOBER)
    assert (Tally.objects.get().number, Tally.objects.get().grams) == (0, 0)
    assert tallies_in("demo", OCTOBER, OCTOBER) == [] == months_with_tallies(NOVEMBER)
    with pytest.raises(ValueError):
        count(chapter="demo", kind="letter_sent", today=OCTOBER, by=-1)


@pytest.mark.django_db
def test_an_unknown_kind_is_refused_by_the_database() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        count(chapter="demo", kind="bribe", today=OCTOBER)


def test_no_column_could_hold_a_person() -> None:
    columns = {field.name for model in (Tally, Spending) for field in model._meta.get_fields()}

    assert columns == {
        *("id", "chapter", "month", "facility", "kind", "goods", "number", "grams"),
        *("what", "kopecks"),
    }


def count_as_one_of_many(_number: int) -> None:
    try:
        for _one in range(EACH):
            count(chapter="demo", kind="letter_sent", grams=3, today=NOVEMBER)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="threads cannot share a database in memory")
def test_threads_lose_no_letter() -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(count_as_one_of_many, range(WRITERS)))

    assert (Tally.objects.get().number, Tally.objects.get().grams) == (WRITERS * EACH, 3 * WRITERS * EACH)


@pytest.mark.slow
def test_processes_on_one_file_lose_no_letter(tmp_path: Path) -> None:
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'house.sqlite3'}",
        "PEREDACHA_SESSIONS": str(tmp_path / "sessions.sqlite3"),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")]),
    }
    words = [sys.executable, "-m", "django"]
    last = ["--settings", os.environ["DJANGO_SETTINGS_MODULE"]]
    subprocess.run([*words, "migrate", "tallies", "-v0", "--skip-checks", *last], env=environment, check=True)
    writing = [subprocess.Popen([sys.executable, "-c", WRITE], env=environment) for _ in range(WRITERS)]
    assert [one.wait(120) for one in writing] == [0] * WRITERS

    read = "from peredacha.rooms.tallies.models import Tally; print(Tally.objects.get())"
    done = subprocess.run(
        [*words, "shell", "-v0", "-c", read, *last],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == f"demo 2026-11 letter_sent: {WRITERS * EACH}", done.stderr

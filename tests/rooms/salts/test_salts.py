"""Salts: on the disk before what needs them, gone with it, and settled after a stop in between."""

import sqlite3
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.db import connections, transaction

from peredacha.config.database import database_settings
from peredacha.rooms.salts.models import Salt
from peredacha.rooms.salts.selectors import MANY, every_salt, salts_of
from peredacha.rooms.salts.services import forget_salts, make_salts, salt_for, settle, take_in

pytestmark = pytest.mark.django_db


class Cut(Exception):
    """The power went."""


def test_each_name_has_a_salt_of_its_own() -> None:
    names = [uuid4() for _ in range(3)]

    made = make_salts(names)

    assert made == salts_of(names) == dict(every_salt())
    assert len(set(made.values())) == 3 and {len(one) for one in made.values()} == {32}
    assert salts_of([uuid4()]) == {}


def test_thousands_are_read_at_once_and_are_the_same() -> None:
    made = make_salts(uuid4() for _ in range(MANY + 1))
    name = next(iter(made))

    assert salts_of([*made, uuid4()]) == made
    assert salts_of([name]) == {name: made[name]}


def test_a_salt_that_is_needed_twice_is_made_once() -> None:
    name = uuid4()

    assert salt_for(name) == salt_for(name) == salts_of([name])[name]


def test_a_salt_goes_when_the_erasing_has_ended_and_not_before(
    django_capture_on_commit_callbacks: Any,
) -> None:
    name, other = make_salts([uuid4(), uuid4()])

    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        forget_salts([name, uuid4()])
        assert salts_of([name]), "somebody who reads meanwhile still can"

    assert salts_of([name, other]).keys() == {other}


def test_an_erasing_that_is_undone_leaves_the_salt(django_capture_on_commit_callbacks: Any) -> None:
    (name,) = make_salts([uuid4()])

    with django_capture_on_commit_callbacks(execute=True), pytest.raises(Cut), transaction.atomic():
        forget_salts([name])
        raise Cut

    assert salts_of([name])


@pytest.mark.parametrize("erased", [True, False])
def test_after_a_stop_in_the_middle_of_erasing_it_is_settled(erased: bool) -> None:
    name, other = make_salts([uuid4(), uuid4()])
    with transaction.atomic():
        forget_salts([name])  # and here the power goes, before or after the rows went

    asked: list[set[UUID]] = []

    def standing(names: Any) -> set[UUID]:
        asked.append(set(names))
        return set() if erased else {name}

    assert settle(standing) == erased
    assert settle(standing) == 0, "there is nothing more to settle"
    assert asked == [{name}]
    assert salts_of([name, other]).keys() == ({other} if erased else {name, other})
    assert not Salt.objects.filter(leaving=True).exists()


def test_salts_that_stand_are_not_overwritten_by_older_ones() -> None:
    name, other = uuid4(), uuid4()
    mine = make_salts([name])

    take_in([(name, b"o" * 32), (other, b"n" * 32)])

    assert salts_of([name, other]) == mine | {other: b"n" * 32}


@pytest.mark.django_db(transaction=True)
def test_a_forgotten_salt_stands_in_no_byte_of_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "salts.sqlite3"
    kept, own = connections["salts"], connections["salts"].copy(alias="salts")
    own.settings_dict |= database_settings(f"sqlite:///{file}")
    connections["salts"] = own
    try:
        call_command("migrate", "salts", database="salts", verbosity=0)
        made = make_salts(uuid4() for _ in range(50))
        name, salt = next(iter(made.items()))
        assert any(salt in path.read_bytes() for path in tmp_path.iterdir())

        forget_salts([name])

        left = [
            path.name
            for path in tmp_path.iterdir()
            if salt in path.read_bytes() or name.hex.encode() in path.read_bytes()
        ]
        assert left == [] and (tmp_path / "salts.sqlite3-wal").exists()
        with sqlite3.connect(file) as lite:
            assert lite.execute("SELECT count(*) FROM salts_salt").fetchone() == (49,)
            assert lite.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        with own.cursor() as cursor:
            assert cursor.execute("PRAGMA synchronous").fetchone() == (2,), (
                "on the disk when it is said to be"
            )
    finally:
        own.close()
        connections["salts"] = kept

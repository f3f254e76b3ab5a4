"""Vera erases everything, and the machine is taken: no backup of before brings a word of hers back."""

import json
import os
import re
import subprocess
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from tests.config.backups.conftest import Keys, NewHouse
from tests.config.backups.world import Done, House, kill_when, names_in

pytestmark = pytest.mark.slow
BEGIN = """
import json, sys, django
django.setup()
from django.core.management import call_command
from peredacha.core.facts import Request
from tests.rooms.matters.world import asks, reception
call_command("migrate", verbosity=0)
call_command("migrate", "salts", verbosity=0, database="salts")
call_command("migrate", "people", verbosity=0, database="sessions")
reception()
told = [asks(Request(asks=("person",), words=f"MARKED {name}", name=name)) for name in ("vera", "nina")]
print(json.dumps([[one.keys.holder.hex, one.keys.pair.packed().hex()] for one in told]))
"""
LATER = """
import django
django.setup()
from tests.rooms.matters.world import asks
asks()
"""
ERASE = """
import sys, django
django.setup()
from django.utils import timezone
from peredacha.rooms.home.services import erase
from peredacha.rooms.matters.selectors import matter_of_family
from uuid import UUID
erase(matter_of_family(UUID(hex=sys.argv[1])), today=timezone.localdate())
"""
READ = """
import json, sys, django
django.setup()
from uuid import UUID
from django.utils import timezone
from peredacha.core.sealing import KeyPair
from peredacha.rooms.matters.selectors import matter_of_family
from peredacha.rooms.matters.services import open_file
from peredacha.rooms.vault.services import Keys
words = []
for holder, pair in json.loads(sys.argv[1]):
    keys = Keys(UUID(hex=holder), KeyPair.unpacked(bytes.fromhex(pair)))
    matter = matter_of_family(keys.holder)
    file = matter and open_file(keys, matter, now=timezone.now())
    words.append(file.request.words if file else matter and "forgotten")
print(json.dumps(words))
"""


def says(house: House, code: str, *words: str) -> Any:
    """What some lines of Python in the house print, read as JSON."""
    with house.runs(code, *words, stdout=subprocess.PIPE) as process:
        out, _err = process.communicate(timeout=120)
    assert process.returncode == 0
    return json.loads(out) if out.strip() else None


def numbers(said: str) -> list[int]:
    """The numbers in a sentence, whatever its language."""
    return [int(one) for one in re.findall(r"\d+", said)]


@dataclass(frozen=True)
class Told:
    """A house in which Vera and Nina have asked, their keys, and the backup of Monday with its salts."""

    house: House
    families: list[list[str]]
    monday: Path
    salts: Path

    def erases(self, number: int) -> None:
        says(self.house, ERASE, self.families[number][0])

    def read_in(self, house: House) -> list[str | None]:
        """What each family reads there."""
        return list(says(house, READ, json.dumps(self.families)))


@pytest.fixture(scope="module")
def monday(new_house: NewHouse, keys: Keys, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """As it stood on Monday; a test that goes on from there has a house like it."""
    house, file = new_house(), tmp_path_factory.mktemp("monday") / "monday.age"
    families = says(house, BEGIN)
    backed_up(house, keys, file)
    return Told(house, families, file, file.with_suffix(".salts.age"))


@pytest.fixture
def told(monday: Told, new_house: NewHouse) -> Told:
    return replace(monday, house=new_house(like=monday.house))


def backed_up(house: House, keys: Keys, file: Path) -> Done:
    done = house.types("backup", file, "--recipient", keys.public)
    assert done.code == 0, done.err
    return done


def test_an_old_backup_and_the_newest_salts_bring_back_all_but_what_was_erased(
    told: Told, new_house: NewHouse, keys: Keys, tmp_path: Path
) -> None:
    told.erases(0)
    backed_up(told.house, keys, tmp_path / "tuesday.age")
    opens = ("--identity-file", keys.file)

    looked = told.house.types("backup_check", told.monday, *opens, "--salts", tmp_path / "tuesday.salts.age")
    other = new_house()
    done = other.types("restore", told.monday, *opens, "--salts", tmp_path / "tuesday.salts.age")

    assert done.code == 0, done.err
    assert told.read_in(other) == ["forgotten", "MARKED nina"]
    assert looked.code == 0 and numbers(looked.out.splitlines()[-2]) == [1, 0]
    assert numbers(done.out.splitlines()[-2]) == [1, 0], "one matter, and no other paper"
    third = new_house()
    assert (
        third.types(
            "restore", tmp_path / "tuesday.age", *opens, "--salts", tmp_path / "tuesday.salts.age"
        ).code
        == 0
    )
    assert told.read_in(third) == [None, "MARKED nina"]
    said = other.types("check_salts", "--skip-checks")
    assert said.code == 0 and "restore_salts" in said.err
    assert third.types("check_salts", "--skip-checks").err == ""


def test_on_the_same_machine_its_own_salts_count(told: Told, new_house: NewHouse, keys: Keys) -> None:
    told.erases(1)
    opens = ("--identity-file", keys.file)
    fresh = House(told.house.folder, new_house().url)

    older = fresh.types("restore", told.monday, *opens, "--salts", told.salts)
    done = fresh.types("restore", told.monday, *opens)

    assert older.code == 2 and fresh.types("restore_salts", told.salts, *opens).code == 2
    assert done.code == 0, done.err
    assert told.read_in(fresh) == ["MARKED vera", "forgotten"]


def test_without_salts_it_says_what_will_not_open(told: Told, new_house: NewHouse, keys: Keys) -> None:
    opens = ("--identity-file", keys.file)
    house = new_house()

    refused = house.types("restore", told.monday, *opens)
    assert refused.code == 2 and "--without-salts" in refused.err and numbers(refused.err) == [2, 0]
    assert len(refused.err.strip().splitlines()) == 1 and not house.rows()
    assert house.types("restore", told.monday, *opens, "--without-salts").code == 0

    assert told.read_in(house) == ["forgotten", "forgotten"]
    back = house.types("restore_salts", told.salts, *opens)
    assert back.code == 0, back.err
    assert told.read_in(house) == ["MARKED vera", "MARKED nina"], "salts found later bring everything back"


def test_salts_older_than_the_backup_are_refused(
    told: Told, new_house: NewHouse, keys: Keys, tmp_path: Path
) -> None:
    opens = ("--identity-file", keys.file)
    says(told.house, LATER)
    backed_up(told.house, keys, tmp_path / "tuesday.age")
    house = new_house()

    done = house.types("restore", tmp_path / "tuesday.age", *opens, "--salts", told.salts)
    wrong = house.types("restore", tmp_path / "tuesday.age", *opens, "--salts", tmp_path / "tuesday.age")

    assert done.code == 2 and wrong.code == 1 and not house.rows()
    assert len(done.err.strip().splitlines()) == len(wrong.err.strip().splitlines()) == 1


def test_files_of_salts_go_after_seven_days(told: Told, keys: Keys, tmp_path: Path) -> None:
    for name, days in {"a.salts.age": 8, "b.salts.age.part": 8, "c.salts.age": 6, "old.age": 20}.items():
        (tmp_path / name).write_bytes(b"age")
        then = (timezone.now() - timedelta(days=days)).timestamp()
        os.utime(tmp_path / name, (then, then))

    done = backed_up(told.house, keys, tmp_path / "today.age")

    assert names_in(tmp_path) == ["c.salts.age", "old.age", "today.age", "today.salts.age"]
    assert "today.salts.age" in done.out and "2" in done.out.splitlines()[-1]
    assert (tmp_path / "today.salts.age").stat().st_mode & 0o777 == 0o600


def test_a_restore_that_is_killed_after_the_salts_runs_again(
    told: Told, new_house: NewHouse, keys: Keys
) -> None:
    house, opens = new_house(), ("--identity-file", keys.file)
    words = ("restore", told.monday, *opens, "--salts", told.salts)
    assert house.types("restore_salts", told.salts, *opens).code == 0
    kill_when(house.starts(*words), lambda: bool(house.rows()))
    assert house.is_empty()

    done = house.types(*words)

    assert done.code == 0, done.err
    assert told.read_in(house) == ["MARKED vera", "MARKED nina"]

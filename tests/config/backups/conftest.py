"""New houses, keys, and a house that is lived in."""

import os
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from tests.config.backups.world import House, url_beside

from peredacha.config.commands.backups.age import fresh_keys

NewHouse = Callable[..., House]


@pytest.fixture(scope="session")
def new_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewHouse]:
    """Gives empty houses: on PostgreSQL where the tests run on it, unless ``lite`` is asked for."""
    server = os.environ["DATABASE_URL"]
    made: list[str] = []

    def make(*, lite: bool = False) -> House:
        folder = tmp_path_factory.mktemp("house")
        if lite or not server.startswith("postgres"):
            return House(folder, f"sqlite:///{folder / 'house.sqlite3'}")
        name = f"house_{secrets.token_hex(6)}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload]
        made.append(name)
        return House(folder, url_beside(server, name))

    yield make
    for name in made:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[call-overload]


@dataclass(frozen=True)
class Keys:
    """Pavel's pair: the public key, and the file that he keeps elsewhere."""

    public: str
    file: Path


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    secret, public = fresh_keys()
    file = tmp_path_factory.mktemp("keys") / "pavel.txt"
    file.write_text(f"# public key: {public}\n{secret}\n")
    return Keys(public, file)


@pytest.fixture(scope="session")
def lived_in(new_house: NewHouse) -> House:
    """A house of an ordinary year; a test that changes it makes its own."""
    return new_house().lived_in(entries=300, blobs=3)


@pytest.fixture(scope="session")
def large(new_house: NewHouse) -> House:
    """A house so large that one can come in the middle of what it does."""
    return new_house().lived_in(entries=6_000, blobs=6, blob_size=2_000_000)


@pytest.fixture(scope="session")
def large_backup(large: House, keys: Keys, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The backup of the large house."""
    file = tmp_path_factory.mktemp("backups") / "large.age"
    done = large.types("backup", file, "--recipient", keys.public)
    assert done.code == 0, done.err
    return file

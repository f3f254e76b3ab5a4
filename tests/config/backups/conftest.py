"""New houses, keys, and a house that is lived in."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.config.backups.world import House
from tests.databases import fresh_database, postgres

from peredacha.config.commands.backups.age import fresh_keys

NewHouse = Callable[..., House]


@pytest.fixture(scope="session")
def new_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewHouse]:
    """Gives houses, empty or ``like`` another one: on PostgreSQL where the tests run on it, unless ``lite``."""
    with ExitStack() as databases:

        def make(*, lite: bool = False, like: House | None = None) -> House:
            folder = tmp_path_factory.mktemp("house")
            if like:
                shutil.copytree(like.folder, folder, dirs_exist_ok=True)
            if lite or not postgres():
                return House(folder, f"sqlite:///{folder / 'house.sqlite3'}")
            database = fresh_database(postgres(), like.url if like else "")
            return House(folder, databases.enter_context(database))

        yield make


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
def settled(new_house: NewHouse) -> House:
    """A house with its tables and the chapter, in which nothing has happened yet."""
    return new_house().settled()


@pytest.fixture(scope="session")
def lived_in(new_house: NewHouse, settled: House) -> House:
    """A house of an ordinary year; a test that changes it makes its own."""
    return new_house(like=settled).lived_in(entries=300, blobs=3)


@pytest.fixture(scope="session")
def large(new_house: NewHouse, settled: House) -> House:
    """A house so large that one can come in the middle of what it does."""
    return new_house(like=settled).lived_in(entries=6_000, blobs=6, blob_size=2_000_000)


@pytest.fixture(scope="session")
def large_backup(large: House, keys: Keys, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The backup of the large house."""
    file = tmp_path_factory.mktemp("backups") / "large.age"
    done = large.types("backup", file, "--recipient", keys.public)
    assert done.code == 0, done.err
    return file

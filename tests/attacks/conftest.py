"""Every play of an attacker begins in a full house; whatever he does there is undone before the next one comes."""

import copyreg
import logging
import shutil
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings
from django.utils import timezone
from tests.attacks.watching import undone
from tests.attacks.world import House, full_house
from tests.laid_down import Snapshot

from peredacha.core.sealing import KeyPair, PublicPair

FRESH = timedelta(minutes=8)
"""So long a house may be laid down again: visits that nobody touches end after twenty minutes."""

copyreg.pickle(KeyPair, lambda one: (KeyPair.unpacked, (one.packed(),)))  # type: ignore[arg-type, return-value]
copyreg.pickle(PublicPair, lambda one: (PublicPair.unpacked, (one.packed(),)))  # type: ignore[arg-type, return-value]
"""The people of a house are copied for every file of plays, and their keys with them."""


@dataclass
class Kept:
    """A house as it was when it was built: its people, every row, every file."""

    house: House
    rows: Snapshot
    files: Path

    def __post_init__(self) -> None:
        """It is built now."""
        self.built_at = timezone.now()

    @property
    def fresh(self) -> bool:
        """Whether no visit in it is near its end."""
        return timezone.now() - self.built_at < FRESH


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Refusals are not worth a line each."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="session")
def houses() -> list[Kept]:
    """Houses that were built."""
    return []


@pytest.fixture(scope="module")
def built(
    houses: list[Kept], django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any
) -> Iterator[House]:
    """The house, laid down anew for a file of plays, with a folder of files of its own."""
    blobs = tmp_path_factory.mktemp("blobs")
    with django_db_blocker.unblock(), override_settings(BLOBS=blobs):
        before = Snapshot()
        if not before.whole:
            with undone():
                yield full_house()
            return
        if not houses or not houses[-1].fresh:
            houses.append(new_house(tmp_path_factory.mktemp("house")))
        shutil.copytree(houses[-1].files, blobs, dirs_exist_ok=True)
        houses[-1].rows.lay_down()
        try:
            with undone():
                yield deepcopy(houses[-1].house)
        finally:
            before.lay_down()


def new_house(files: Path) -> Kept:
    """A house is built and looked at; then its rows are gone from the database, its files stay in this folder."""
    with override_settings(BLOBS=files), undone():
        return Kept(full_house(), Snapshot(), files)


@pytest.fixture
def house(built: House) -> Iterator[House]:
    """The house for one play."""
    with undone():
        built.vera.matter.refresh_from_db()
        yield built

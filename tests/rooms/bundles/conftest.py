"""Vera has asked; her encrypted files lie in a folder of this play's own."""

from pathlib import Path
from typing import Any

import pytest
from tests.rooms.matters.world import FamilyAtDoor, asks, reception
from tests.rooms.people.world import Enrolled


@pytest.fixture(autouse=True)
def blobs(settings: Any, tmp_path: Path) -> Path:
    settings.BLOBS = tmp_path / "blobs"
    (tmp_path / "blobs").mkdir()
    return tmp_path / "blobs"


@pytest.fixture
def pavel(db: None) -> Enrolled:
    return reception()


@pytest.fixture
def vera(pavel: Enrolled) -> FamilyAtDoor:
    return asks()

"""Every play of this room keeps its encrypted files in a folder of its own."""

from pathlib import Path
from typing import Any

import pytest
from tests.rooms.matters.world import FamilyAtDoor, asks, reception
from tests.rooms.people.world import Enrolled


@pytest.fixture(autouse=True)
def blobs(settings: Any, tmp_path: Path) -> Path:
    settings.BLOBS = tmp_path / "blobs"
    return tmp_path / "blobs"


@pytest.fixture
def pavel(db: None) -> Enrolled:
    return reception()


@pytest.fixture
def vera(pavel: Enrolled) -> FamilyAtDoor:
    return asks()

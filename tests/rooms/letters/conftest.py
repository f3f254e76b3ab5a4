"""Encrypted files of each test in a folder of its own."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def blobs(settings: Any, tmp_path: Path) -> Path:
    """The folder of encrypted files."""
    settings.BLOBS = tmp_path / "blobs"
    (tmp_path / "blobs").mkdir()
    return tmp_path / "blobs"

"""The table in docs/asvs.md names tests; each of them exists."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TABLE = (ROOT / "docs" / "asvs.md").read_text("utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", TABLE)


def test_every_test_that_the_table_names_exists() -> None:
    missing = [
        f"{path}::{name}"
        for path, name in NAMED
        if not (ROOT / path).is_file() or (name and f"def {name}(" not in (ROOT / path).read_text("utf-8"))
    ]

    assert len(NAMED) > 40
    assert not missing, f"docs/asvs.md names tests that are gone: {missing}"


def test_every_chapter_has_its_place() -> None:
    assert re.findall(r"^## V(\d+) ", TABLE, re.MULTILINE) == [str(n) for n in range(1, 18)]

"""The tables in docs/asvs.md and docs/threat-model.md name tests; each of them exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = (ROOT / "docs" / "asvs.md").read_text("utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
ROW = re.compile(r"^\| (?!---)(.+) \|$", re.MULTILINE)


@pytest.mark.parametrize(("page", "least"), [("asvs.md", 40), ("threat-model.md", 25)])
def test_every_test_that_a_table_names_exists(page: str, least: int) -> None:
    named = NAMED.findall((ROOT / "docs" / page).read_text("utf-8"))
    missing = [
        f"{path}::{name}"
        for path, name in named
        if not (ROOT / path).is_file() or (name and f"def {name}(" not in (ROOT / path).read_text("utf-8"))
    ]

    assert len(named) > least
    assert not missing, f"docs/{page} names tests that are gone: {missing}"


def test_every_attack_on_the_keys_has_its_test_beside_it() -> None:
    text = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
    rows = ROW.findall(text.partition("## Attacks on the keys")[2].partition("\n## ")[0])[1:]

    assert len(rows) > 15
    assert [row for row in rows if not NAMED.search(row)] == []


def test_every_chapter_has_its_place() -> None:
    assert re.findall(r"^## V(\d+) ", TABLE, re.MULTILINE) == [str(n) for n in range(1, 18)]

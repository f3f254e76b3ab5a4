"""The lists of words that a land points at: every mistake told with its line."""

from pathlib import Path

import pytest

from peredacha.core.letters import Pointer
from peredacha.jurisdictions.hints import letter_hints, read_hints
from peredacha.jurisdictions.reading import PackErrors

WHOLE = """
hints:
  - id: cell
    at: danger
    says: {ru: "Карцер.", en: "A cell."}
    words: [шизо, карцер*, сидит … карцер*]
"""


def read(folder: Path, text: str) -> tuple[Pointer, ...]:
    """What a file with this text says in a land of two languages."""
    (folder / "hints.yaml").write_text(text, "utf-8")
    return read_hints(folder, ("ru", "en"))


def test_a_land_without_lists_points_at_nothing(tmp_path: Path) -> None:
    assert read_hints(tmp_path, ("ru", "en")) == ()
    assert letter_hints("example") == ()


def test_a_whole_file_gives_its_lists(tmp_path: Path) -> None:
    [one] = read(tmp_path, WHOLE)

    assert (one.id, one.at, one.words[0]) == ("cell", "danger", "шизо")


def test_russia_points_at_danger_and_at_terms_and_only_says_that_it_may_be() -> None:
    lists = letter_hints("ru")

    assert {one.at for one in lists} == {"danger", "term"}
    assert all("может быть" in one.says["ru"] and "may" in one.says["en"] for one in lists)


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("at: danger", "at: fear", "is not known"),
        (', en: "A cell."', "", "en"),
        ("[шизо, карцер*, сидит … карцер*]", "[]", "has no `words`"),
        ("шизо,", '"*",', "would point at anything"),
        ("шизо,", "№,", "would point at anything"),
        ("шизо,", "сидит …,", "would point at anything"),
        ("шизо,", "ши*зо,", "would point at anything"),
        ("    words", "    word", "no key `word`"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, before: str, after: str, says: str) -> None:
    with pytest.raises(PackErrors) as raised:
        read(tmp_path, WHOLE.replace(before, after))

    assert says in str(raised.value) and "hints.yaml:" in str(raised.value)


def test_one_id_stands_once(tmp_path: Path) -> None:
    with pytest.raises(PackErrors, match="stands twice"):
        read(tmp_path, WHOLE + WHOLE.partition("hints:\n")[2])

"""What a land says of letters: every mistake told with its line."""

from pathlib import Path

import pytest

from peredacha.jurisdictions.letters import LetterLaw, letter_law, read_letter_law
from peredacha.jurisdictions.reading import PackErrors

WHOLE = """
page:
  signs: 100
  most: 2
  too_long: {ru: "Длинно.", en: "Long."}
  basis: {row: T-1, norms: ["Код 1"], standing: unverified}
silence:
  days: 30
  basis: {row: T-2, norms: ["Код 2"], standing: unverified}
bans:
  - id: cat
    looks: words
    words: [кот]
    hard: true
    says: {ru: "Кот.", en: "A cat."}
    basis: {row: T-3, norms: ["Код 3"], standing: unverified}
"""


def read(folder: Path, text: str) -> LetterLaw | None:
    """What a file with this text says in a land of two languages with one act."""
    (folder / "letters.yaml").write_text(text, "utf-8")
    return read_letter_law(folder, ("ru", "en"), {"Код"})


def test_a_land_that_says_nothing_has_no_law(tmp_path: Path) -> None:
    assert read_letter_law(tmp_path, ("ru", "en"), ()) is None


def test_a_whole_file_gives_rules_and_grounds(tmp_path: Path) -> None:
    law = read(tmp_path, WHOLE)

    assert law and law.rules.page == 100 and law.rules.bans[0].words == ("кот",)
    assert [one.row for one in law.grounds] == ["T-1", "T-2", "T-3"]


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("signs: 100", "signs: 0", "numbers from 1"),
        ("words: [кот]", "words: []", "`words` stand with"),
        ("looks: words", "looks: digits", "`words` stand with"),
        ("words: [кот]", 'words: ["*"]', "`words` stand with"),
        ("Код 3", "Устав 3", "`Устав` is not among"),
        (', en: "A cat."', "", "en"),
        ("looks: words", "looks: dreams", "letters.yaml:"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, before: str, after: str, says: str) -> None:
    with pytest.raises(PackErrors) as raised:
        read(tmp_path, WHOLE.replace(before, after))

    assert says in str(raised.value) and "letters.yaml:" in str(raised.value)


def test_a_ban_that_stands_twice_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackErrors, match="stands twice"):
        read(tmp_path, WHOLE + WHOLE.partition("bans:")[2])


def test_what_nobody_read_says_so() -> None:
    law = letter_law("ru")

    assert law
    assert {one.row for one in law.grounds if one.standing == "verified"} == {"LET-1"}
    assert letter_law("example") is not None

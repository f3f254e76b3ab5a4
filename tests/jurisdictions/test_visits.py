"""What a land says of visits, every mistake told with its line."""

from datetime import date
from pathlib import Path

import pytest

from peredacha.core.law.visits import VisitLaw
from peredacha.jurisdictions.load import pack
from peredacha.jurisdictions.reading import PackErrors
from peredacha.jurisdictions.visits import read_visit_law, visit_law

TODAY = date(2026, 11, 23)
WHOLE = """
notes:
  - id: bring
    topic: bring
    places: [remand]
    kinds: [short]
    says: {ru: "Паспорт.", en: "A passport."}
    basis: {row: T-1, norms: ["Код 1"], standing: unverified, from: 2024-01-01}
"""


def read(folder: Path, text: str) -> VisitLaw:
    """What a file with this text says in a land of two languages with one act."""
    (folder / "visits.yaml").write_text(text, "utf-8")
    return read_visit_law(folder, ("ru", "en"), {"Код"})


def test_russia_says_what_to_bring_and_what_never_to_carry() -> None:
    law = visit_law("ru")

    colony = {one.topic for one in law.notes_for("colony", "short", on=TODAY)}
    remand = [one.basis.row for one in law.notes_for("remand", "short", on=TODAY)]

    assert colony == {"how", "who", "bring", "never"}
    assert "SIZ-1" in remand and not any(row == "VIS-6" for row in remand)
    assert law.notes_for("office", "short", on=TODAY) == ()


def test_every_rule_names_a_page_that_was_read_or_says_that_none_was() -> None:
    notes = visit_law("ru").stated.notes

    assert {one.basis.row for one in notes if one.basis.standing == "unverified"} == {
        "VIS-5",
        "VIS-9",
        "SIZ-6",
    }
    assert all(one.basis.sources for one in notes if one.basis.standing != "unverified")
    assert not any(one.basis.is_confirmed for one in notes)


def test_a_rule_holds_from_its_first_day(tmp_path: Path) -> None:
    law = read(tmp_path, WHOLE)

    assert law.notes_for("remand", "short", on=TODAY)
    assert not law.notes_for("remand", "short", on=date(2023, 12, 31))
    assert not law.notes_for("remand", "long", on=TODAY)


def test_a_land_need_not_say_anything_and_the_example_does(tmp_path: Path) -> None:
    assert read_visit_law(tmp_path, ("ru",), ()).stated.notes == ()
    assert visit_law("example").stated.notes and pack("example").acts


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('"Код 1"', '"Указ 1"', 8, "`Указ` is not among the `acts`"),
        (', en: "A passport."', "", 7, "en"),
        ("places: [remand]", "places: []", 5, "`places` is empty"),
        ("kinds: [short]", "kinds: [medium]", 6, "medium"),
        ("topic: bring", "topic: take", 4, "take"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int, says: str) -> None:
    assert old in WHOLE

    with pytest.raises(PackErrors) as told:
        read(tmp_path, WHOLE.replace(old, new))

    assert any(one.line == line and says in one.says for one in told.value.errors), told.value.errors


def test_two_notes_of_one_name_are_told(tmp_path: Path) -> None:
    with pytest.raises(PackErrors) as told:
        read(tmp_path, WHOLE + WHOLE.replace("\nnotes:\n", ""))

    assert "stands twice" in told.value.errors[0].says

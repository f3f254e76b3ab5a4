"""One cell: the right value, or one sentence that says what to write instead."""

from datetime import date

import pytest

from peredacha.core.language import speak
from peredacha.core.tables import Cell, CellWrong, Column, Reader, cells

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("read", "cell", "value"),
    [
        (cells.text, "a \t long\nname", "a long name"),
        (cells.things(cells.text), "passport| list |\n\nphoto", "passport\nlist\nphoto"),
        (cells.short_name, "sizo-1", "sizo-1"),
        (cells.phone, "8 (000)  000-00-01", "8 (000) 000-00-01"),
        (cells.phone, "102", "102"),
        (cells.count, "007", 7),
        (cells.one_of(["rule", "practice"]), "Rule", "rule"),
        (cells.day_until(TODAY), "2026-11-22", TODAY),
        (cells.day_until(TODAY), "22.11.2026", TODAY),
        (cells.weekdays, "пн – пт", "12345"),
        (cells.weekdays, "вт, чт", "24"),
        (cells.weekdays, "Sat; mon", "16"),
        (cells.weekdays, "1 3 5", "135"),
        (cells.hours, "9:00-12:00", "09:00-12:00"),
        (cells.hours, "00:00-24:00", "00:00-24:00"),
    ],
)
def test_a_cell_is_read_as_people_write_it(read: Reader, cell: str, value: Cell) -> None:
    assert read(cell) == value


@pytest.mark.parametrize(
    ("read", "cell", "word"),
    [
        (cells.short_name, "СИЗО", "sizo-1"),
        (cells.short_name, "-a", "sizo-1"),
        (cells.phone, "call me", "+7 000"),
        (cells.count, "0", "1 or more"),
        (cells.count, "two", "1 or more"),
        (cells.count, "²", "1 or more"),
        (cells.one_of(["rule", "practice"]), "law", "rule, practice"),
        (cells.day_until(TODAY), "2026-11-23", "not come yet"),
        (cells.day_until(TODAY), "31.02.2026", "2026-01-31"),
        (cells.weekdays, "пт-пн", "mon-fri"),
        (cells.weekdays, "8", "mon-fri"),
        (cells.weekdays, "mon-wed-fri", "mon-fri"),
        (cells.hours, "12:00-09:00", "09:00-12:00"),
        (cells.hours, "25:00-26:00", "09:00-12:00"),
    ],
)
def test_a_wrong_cell_says_what_to_write_instead(read: Reader, cell: str, word: str) -> None:
    with pytest.raises(CellWrong) as wrong:
        read(cell)

    assert word in speak(wrong.value.says, "en")


@pytest.mark.parametrize(
    ("cell", "word"), [("", "empty"), ("=A1", "formula"), ("a\x00b", "invisible"), ("д" * 11, "11")]
)
def test_no_cell_may_be_empty_a_formula_unseen_or_too_long(cell: str, word: str) -> None:
    column = Column("name", cells.text, 10, required=True)

    with pytest.raises(CellWrong) as wrong:
        column.value(cell)

    assert word in speak(wrong.value.says, "en")


def test_what_somebody_typed_is_said_back_and_never_filled_in() -> None:
    with pytest.raises(CellWrong) as wrong:
        cells.short_name("{cell} %(n)s {0}")

    assert "{cell} %(n)s {0}" in speak(wrong.value.says, "en")

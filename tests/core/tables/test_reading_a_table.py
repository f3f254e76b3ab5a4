"""A volunteer saves a table from a spreadsheet; every wrong cell gets its line, its column and a sentence."""

import pytest

from peredacha.core.language import phrase, speak
from peredacha.core.tables import Column, Row, Table, Wrong, cells, read_table

COLUMNS = (
    Column("code", cells.short_name, 10, required=True),
    Column("name", cells.text, 40, required=True),
    Column("people", cells.count, 4),
    Column("days", cells.weekdays, 7),
)


def read(text: str | bytes) -> Table:
    data = text if isinstance(text, bytes) else text.encode()
    return read_table("places", data, COLUMNS, key=["code"])


def told(table: Table) -> list[tuple[int, str]]:
    return [(problem.line, problem.column) for problem in table.problems]


def test_right_rows_become_values_and_a_heading_that_is_not_there_stays_away() -> None:
    table = read("code,name,people\none, The  first ,3\ntwo,The second,\n")

    assert table.rows == (
        {"code": "one", "name": "The first", "people": 3},
        {"code": "two", "name": "The second", "people": ""},
    )
    assert not table.problems


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_is_read_however_the_spreadsheet_saved_it(mark: str, delimiter: str, end: str) -> None:
    lines = (["Code ", "NAME"], ["one", '"Рядом, ""у моста""; второй дом"'])
    table = read(mark + end.join(delimiter.join(cells) for cells in lines) + end)

    assert table.rows == ({"code": "one", "name": 'Рядом, "у моста"; второй дом'},)


def test_every_wrong_cell_is_told_and_the_right_rows_are_kept() -> None:
    table = read("code,name,people\nОДИН,,0\ntwo,The second,2\nthree,=1+1,2\n")

    assert told(table) == [(2, "code"), (2, "name"), (2, "people"), (4, "name")]
    assert [row["code"] for row in table.rows] == ["two"]


def test_a_cell_of_several_lines_and_empty_lines_do_not_shift_the_numbers() -> None:
    table = read('code,name\none,"two\nlines"\n\nWRONG,name\n')

    assert told(table) == [(5, "code")]


def test_a_row_that_stands_twice_names_the_first_line() -> None:
    table = read("code,name\none,a\ntwo,b\none,c\n")

    assert told(table) == [(4, "code")]
    assert "2" in speak(table.problems[0].says, "en")


@pytest.mark.parametrize(
    ("heading", "column", "hint"),
    [
        ("code,nam", "nam", "name"),
        ("code,name,zzz", "zzz", "code, name"),
        ("code,name,name", "name", "twice"),
        ("code", "name", "missing"),
    ],
)
def test_a_wrong_heading_stops_all_and_says_what_was_meant(heading: str, column: str, hint: str) -> None:
    table = read(f"{heading}\n")

    stopping = {problem.column: speak(problem.says, "en") for problem in table.problems if problem.stops_all}
    assert hint in stopping[column]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b'code,name\none,"torn\n', "torn"),
        ("код,имя".encode("cp1251"), "UTF-8"),
        (b"code,name\n" + b"one,a\n" * 10_001, "10000 rows"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, word: str) -> None:
    table = read(data)

    assert [problem.stops_all for problem in table.problems] == [True]
    assert word in speak(table.problems[0].says, "en")
    assert not table.rows


def test_a_row_with_a_cell_too_many_is_told() -> None:
    table = read("code,name\none,two,three\n")

    assert told(table) == [(2, "")]


def test_cells_that_do_not_go_together_are_told_beside_those_that_are_wrong() -> None:
    def check(row: Row) -> list[Wrong]:
        return [] if row.get("days") else [("days", phrase("Write the days."))]

    rows = b"code,name,days\none,a,\ntwo,b,never\nthree,c,mon\n"
    table = read_table("places", rows, COLUMNS, key=["code"], check=check)

    assert told(table) == [(2, "days"), (3, "days")]
    assert [row["code"] for row in table.rows] == ["three"]

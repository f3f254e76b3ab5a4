"""A table as a spreadsheet saves it, read whole: the right rows as values, and every wrong place of the others."""

import csv
import difflib
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from peredacha.core.language import Phrase, phrase
from peredacha.core.tables.columns import Cell, CellWrong, Column

MAX_ROWS = 10_000

Row: TypeAlias = Mapping[str, Cell]
"""Heading -> value; a heading that the file does not have is not there."""

Wrong: TypeAlias = tuple[str, Phrase]
"""A heading, and what is wrong under it."""


@dataclass(frozen=True)
class Problem:
    """One wrong place of a file: where it is, what is wrong, what to do.

    ``line`` counts from 1 as a text editor does; ``column`` is the heading, empty for a whole line;
    ``stops_all`` is true where no row of the file can be trusted (a wrong heading, an unreadable file).
    """

    table: str
    line: int
    column: str
    says: Phrase
    stops_all: bool = False


@dataclass(frozen=True)
class Table:
    """The right rows of a file, and what is wrong with the others."""

    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()


def nothing_else(_row: Row) -> Sequence[Wrong]:
    """No rule joins the cells of a row."""
    return ()


def read_table(
    name: str,
    data: bytes,
    columns: Sequence[Column],
    *,
    key: Sequence[str],
    check: Callable[[Row], Sequence[Wrong]] = nothing_else,
) -> Table:
    """The table in the bytes of a CSV file: UTF-8 with or without a mark, comma or semicolon.

    ``key`` names the columns that must not repeat together; ``check`` finds cells of one row that do not
    go together. Every row is read even after a wrong one.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        says = phrase(
            "The file is not in UTF-8. In the spreadsheet choose “Save as” and the format “CSV UTF-8”."
        )
        return _stopped(name, [("", says)])
    try:
        lines = list(_lines(text))
    except csv.Error:
        says = phrase("The table is torn: a quotation mark is opened and not closed, or the other way round.")
        return _stopped(name, [("", says)])
    if not lines:
        return _stopped(name, [("", phrase("The file is empty. Its first line must name the columns."))])
    headings = [cell.strip().lower() for cell in lines[0][1]]
    wrong = list(_wrong_headings(headings, columns))
    if len(lines) - 1 > MAX_ROWS:
        wrong.append(("", phrase("The file has more than {n} rows. Cut it into several files.", n=MAX_ROWS)))
    if wrong:
        return _stopped(name, wrong)
    return _body(name, [(line, _cells(headings, cells, columns, check)) for line, cells in lines[1:]], key)


def _stopped(name: str, wrong: Sequence[Wrong]) -> Table:
    return Table(problems=tuple(Problem(name, 1, *one, stops_all=True) for one in wrong))


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Lines that are not empty with the number where each begins; a cell may hold several lines."""
    heading = text.partition("\n")[0]
    delimiter = ";" if heading.count(";") > heading.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield begins, cells
        begins = reader.line_num + 1


def _wrong_headings(headings: Sequence[str], columns: Sequence[Column]) -> Iterator[Wrong]:
    names = [column.name for column in columns]
    required = [column.name for column in columns if column.required]
    for heading in headings:
        if heading not in names:
            near = difflib.get_close_matches(heading, names, n=1)
            hint = near[0] if near else ", ".join(required)
            yield heading, phrase("This column is not known. Did you mean {hint}?", hint=hint)
        elif headings.count(heading) > 1:
            yield heading, phrase("This column stands twice. Leave one.")
    for name in required:
        if name not in headings:
            yield name, phrase("This column is missing. Add it to the first line.")


def _cells(
    headings: Sequence[str],
    cells: Sequence[str],
    columns: Sequence[Column],
    check: Callable[[Row], Sequence[Wrong]],
) -> tuple[Row, list[Wrong]]:
    """The values of one line, and what is wrong with it."""
    if len(cells) != len(headings):
        says = phrase(
            "The row has {cells} cells and the heading has {headings}. "
            "Put a text that holds the delimiter between quotation marks.",
            cells=len(cells),
            headings=len(headings),
        )
        return {}, [("", says)]
    written = dict(zip(headings, cells))
    row: dict[str, Cell] = {}
    wrong: dict[str, Phrase] = {}
    for column in columns:
        try:
            if column.name in written:
                row[column.name] = column.value(written[column.name].strip())
        except CellWrong as error:
            wrong[column.name] = error.says
    return row, [*wrong.items(), *(told for told in check(row) if told[0] not in wrong)]


def _body(name: str, read: Sequence[tuple[int, tuple[Row, list[Wrong]]]], key: Sequence[str]) -> Table:
    rows: list[Row] = []
    problems: list[Problem] = []
    seen: dict[tuple[Cell, ...], int] = {}
    for line, (row, wrong) in read:
        known_by = tuple(row.get(column, "") for column in key)
        if wrong:
            problems.extend(Problem(name, line, *one) for one in wrong)
        elif known_by in seen:
            says = phrase("Line {line} is about the same. Leave one of the two.", line=seen[known_by])
            problems.append(Problem(name, line, key[-1], says))
        else:
            rows.append(row)
            seen[known_by] = line
    return Table(tuple(rows), tuple(problems))

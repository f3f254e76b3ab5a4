"""Past months of an invented chapter out of its table, so that a visitor sees the public pages filled."""

from datetime import date
from uuid import uuid4

from django.db import transaction

from peredacha.core.language import phrase
from peredacha.core.tables import Cell, CellWrong, Column, Problem, Reader, cells, read_table
from peredacha.rooms.facilities.selectors import list_facilities
from peredacha.rooms.tallies.models import SpentOn, TallyKind
from peredacha.rooms.tallies.selectors import before, class_names, spendings_in, tallies_in
from peredacha.rooms.tallies.services.counting import count
from peredacha.rooms.tallies.services.spending import spend
from peredacha.rooms.tallies.services.telling import KOPECKS

NAME, KEY = "months.csv", ("months_ago", "what", "place", "goods")
MONTHS, MOST = 12, 99_999_999


@transaction.atomic
def load_months(*, chapter: str, data: bytes, today: date) -> tuple[Problem, ...]:
    """Count what the table tells of months that are over; a month in which anything stands stays as it is.

    Gives what is wrong with the table, and then nothing is written.
    """
    table = read_table(NAME, data, columns(), key=KEY)
    if table.problems:
        return table.problems
    cards = dict(list_facilities().filter(chapter=chapter).values_list("code", "public_id"))
    bare = bare_months(chapter, today)
    for row in table.rows:
        told = {name: str(cell) for name, cell in row.items() if cell}
        month, what = bare.get(int(told["months_ago"])), told["what"]
        if month and what in SpentOn.values:
            kopecks = int(told.get("roubles", 0)) * KOPECKS
            spend(chapter=chapter, month=month, what=what, kopecks=kopecks, once=uuid4())
        elif month:
            count(
                chapter=chapter,
                kind=what,
                facility=cards.get(told.get("place", ""), ""),
                goods=told.get("goods", ""),
                by=int(told.get("number", 0)),
                grams=int(told.get("grams", 0)),
                today=month,
            )
    return ()


def bare_months(chapter: str, today: date) -> dict[int, date]:
    """The months of the last year in which the chapter has nothing, by how long ago they were."""
    months = {ago: before(today, ago) for ago in range(1, MONTHS + 1)}
    return {
        ago: month
        for ago, month in months.items()
        if not tallies_in(chapter, month, month) and not spendings_in(chapter, month, month)
    }


def columns() -> tuple[Column, ...]:
    """The columns: how many months ago, what was counted or paid for, where, of which class, and how much."""
    most = len(str(MOST))
    return (
        Column("months_ago", whole(MONTHS), most, required=True),
        Column("what", cells.one_of([*TallyKind.values, *SpentOn.values]), 20, required=True),
        Column("place", cells.short_name, 40),
        Column("goods", cells.one_of(list(class_names())), 20),
        *(Column(name, whole(MOST), most) for name in ("number", "grams", "roubles")),
    )


def whole(most: int) -> Reader:
    """A reader of a whole number from 1 to ``most``."""

    def read(cell: str) -> Cell:
        if not cell.isascii() or not cell.isdigit() or not 1 <= int(cell[:9]) <= most:
            raise CellWrong(
                phrase(
                    "“{cell}” is not a whole number from {least} to {most}.", cell=cell, least=1, most=most
                )
            )
        return int(cell)

    return read

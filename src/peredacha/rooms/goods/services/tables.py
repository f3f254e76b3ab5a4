"""``goods.csv`` of a chapter: what it packs, one row a thing; loading twice is the same as once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.db import transaction

from peredacha.core.language import phrase
from peredacha.core.tables import Cell, CellWrong, Column, Problem, Reader, Row, cells, read_table
from peredacha.jurisdictions.parcels import parcel_law
from peredacha.rooms.goods.models import LONGEST_NAME, MOST_GRAMS, Good, Season, Unit
from peredacha.rooms.goods.selectors import code_of
from peredacha.rooms.goods.services.goods import GoodDraft, add_code, add_good, change_good, draft_of

NAME = "goods.csv"
MOST = 9_999
FIELDS = {"kinds": "groups"}
"""Columns that are called otherwise than the field of a good."""
NOT_OF_GOOD = {"code", "barcode"}
USUAL: dict[str, Any] = {"unit": Unit.PIECE, "least": 0}
"""What an empty cell means, where it is not the empty text."""


@dataclass(frozen=True)
class Loaded:
    """Every good of a table with its row, and what is wrong with it; where anything is wrong nothing was written."""

    goods: tuple[tuple[Good, Row], ...] = ()
    problems: tuple[Problem, ...] = ()


def number(most: int, least: int = 1) -> Reader:
    """A reader of a whole number from ``least`` to ``most``."""

    def read(cell: str) -> Cell:
        if not cell.isascii() or not cell.isdigit() or not least <= int(cell[:9]) <= most:
            raise CellWrong(
                phrase(
                    "“{cell}” is not a whole number from {least} to {most}.",
                    cell=cell,
                    least=least,
                    most=most,
                )
            )
        return int(cell)

    return read


def kinds(cell: str) -> Cell:
    """Kinds and single things of the law of parcels, parted by spaces."""
    law = parcel_law(settings.JURISDICTION)
    known = {**law.classes, **law.things}
    for key in cell.split():
        if known and key not in known:
            raise CellWrong(phrase("The law of parcels has no kind “{key}”.", key=key))
    return " ".join(cell.split())


def shop_code(cell: str) -> Cell:
    """A code of a shop with its check figure."""
    code = code_of(cell)
    if not code:
        raise CellWrong(
            phrase("“{cell}” is not a code of 8 or 13 figures, or one figure is wrong.", cell=cell)
        )
    return code


def columns() -> tuple[Column, ...]:
    """The columns of the table; all but code, name_ru and grams may be left out."""
    read: dict[str, tuple[Reader, int]] = {
        "code": (cells.short_name, 40),
        "name_ru": (cells.text, LONGEST_NAME),
        "name_en": (cells.text, LONGEST_NAME),
        "grams": (number(MOST_GRAMS), 5),
        "unit": (cells.one_of(Unit.values), 8),
        "kinds": (kinds, 200),
        "size": (cells.text, 10),
        "season": (cells.one_of(Season.values), 6),
        "barcode": (shop_code, 13),
        "aliases": (cells.text, 200),
        "least": (number(MOST, 0), 4),
    }
    must = ("code", "name_ru", "grams")
    return tuple(Column(name, reader, limit, name in must) for name, (reader, limit) in read.items())


@transaction.atomic
def load_table(*, chapter: str, data: bytes, more: Sequence[Column] = ()) -> Loaded:
    """Write the goods of a table, by their code; ``more``: columns that only a higher room reads."""
    table = read_table(NAME, data, [*columns(), *more], key=["code"])
    if table.problems:
        return Loaded(problems=table.problems)
    known = {column.name for column in columns()}
    goods = [
        (kept_good(chapter, {name: row[name] for name in row if name in known}), row) for row in table.rows
    ]
    for good, row in goods:
        if row.get("barcode"):
            add_code(good=good, code=str(row["barcode"]))
    return Loaded(tuple(goods))


def kept_good(chapter: str, row: Row) -> Good:
    """The good of a row, new or written anew; a column that the table does not have leaves it as it is."""
    good = Good.objects.filter(chapter=chapter, code=row["code"]).first()
    told: dict[str, Any] = {
        FIELDS.get(name, name): row[name] or USUAL.get(name, "") for name in row if name not in NOT_OF_GOOD
    }
    if good is None:
        return add_good(chapter=chapter, told=GoodDraft(**{**USUAL, **told}), code=str(row["code"]))
    change_good(good=good, told=replace(draft_of(good), **told))
    return good

"""Cells that only the tables of a chapter have; the others are read by :mod:`peredacha.core.tables.cells`."""

import re
from collections.abc import Collection

from peredacha.core.language import phrase
from peredacha.core.tables import CellWrong, Reader
from peredacha.core.tables.cells import text

NAME_OF_A_PERSON = re.compile(
    r"[А-ЯЁ][а-яё]+ [А-ЯЁ]\. ?[А-ЯЁ]\.|[А-ЯЁ]\. ?[А-ЯЁ]\. ?[А-ЯЁ][а-яё]+"
    r"|[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вич|вна|чна)[а-яё]{0,2}\b"
)
REGION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,4}")
LAW_ROW = re.compile(r"[A-Z]{1,5}-[A-Z0-9]{1,10}")


def impersonal(cell: str) -> str:
    """Text in one line that may hold anything but a person: cards keep posts, never names."""
    told = text(cell)
    found = NAME_OF_A_PERSON.search(told)
    if found:
        raise CellWrong(
            phrase(
                "“{name}” looks like a person's name. Cards keep no people: write the post instead.",
                name=found.group(),
            )
        )
    return told


def law_rows(cell: str) -> str:
    """Rows of the law pack, parted by spaces or commas, kept with one space between."""
    rows = re.split(r"[\s,;]+", cell.upper().strip(" ,;"))
    for row in rows:
        if not LAW_ROW.fullmatch(row):
            raise CellWrong(phrase("“{row}” is not a row of the law pack. It looks like SIZ-3.", row=row))
    return " ".join(rows)


def region_of(known: Collection[str]) -> Reader:
    """A reader of a region code that is one of the known ones."""

    def read(cell: str) -> str:
        code = cell.upper()
        if not REGION.fullmatch(code):
            raise CellWrong(phrase("“{cell}” is not a region code. It looks like RU-MOW.", cell=cell))
        if code not in known:
            raise CellWrong(
                phrase("The land has no region “{code}”. Look up the code in the list of regions.", code=code)
            )
        return code

    return read


def card_of(known: Collection[str]) -> Reader:
    """A reader of the code of a card that is one of the known ones."""

    def read(cell: str) -> str:
        if cell not in known:
            raise CellWrong(
                phrase(
                    "There is no card “{code}”. Add its row to the facilities file, or mend it there.",
                    code=cell,
                )
            )
        return cell

    return read

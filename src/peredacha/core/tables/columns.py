"""A column of a table: its heading, how a cell of it is read, and how long it may be."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from peredacha.core.language import Phrase, phrase

Cell: TypeAlias = str | int | date
"""The value of one cell; an empty cell is the empty text."""

Reader: TypeAlias = Callable[[str], Cell]
"""Takes the text of a cell that is not empty; gives its value, or raises :class:`CellWrong`."""


class CellWrong(Exception):
    """A cell cannot be taken; ``says`` tells what is wrong and what to write instead."""

    def __init__(self, says: Phrase) -> None:
        super().__init__(says.message)
        self.says = says


@dataclass(frozen=True)
class Column:
    """A column of a table; ``limit`` is the longest text that it takes [characters]."""

    name: str
    read: Reader
    limit: int
    required: bool = False

    def value(self, cell: str) -> Cell:
        """The value of the cell; raises :class:`CellWrong`."""
        if not cell and self.required:
            raise CellWrong(phrase("The cell is empty. Fill it in."))
        if cell.startswith("="):
            raise CellWrong(phrase("The cell begins with “=”: it is a formula. Write the text itself."))
        if any(ord(sign) < 32 and sign not in "\n\r\t" for sign in cell):
            raise CellWrong(phrase("The cell holds an invisible sign. Type the text anew."))
        value = self.read(cell) if cell else ""
        if isinstance(value, str) and len(value) > self.limit:
            told = {"length": len(value), "limit": self.limit}
            raise CellWrong(
                phrase("The text has {length} characters, and {limit} are allowed. Shorten it.", **told)
            )
        return value

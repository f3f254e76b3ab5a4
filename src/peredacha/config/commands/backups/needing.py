"""Which salts a backup needs, and what stays closed without them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from peredacha.config.commands.backups.checking import Head, Looker
from peredacha.config.commands.backups.rows import Columns

SAFES, MATTERS = "vault_safe", "matters_matter"


@dataclass(frozen=True)
class Closed:
    """What does not open: matters, and other sealed papers such as a card of a veteran or a list."""

    matters: int
    others: int

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.matters or self.others)


class Needs(Looker):
    """Reads a backup and remembers which safes have a salt, and which of them belong to matters."""

    def __init__(self) -> None:
        self._columns: Columns = {}
        self._safes: set[UUID] = set()
        self._of_matters: list[tuple[UUID, UUID]] = []

    def head(self, head: Head) -> None:
        """Remember in which order the columns come."""
        self._columns = head.tables

    def rows(self, table: str, rows: list[list[Any]]) -> None:
        """Look at two tables."""
        if table == SAFES and "salted" in self._columns[table]:
            found = self._taken(table, rows, "id", "salted")
            self._safes |= {UUID(name) for name, salted in found if salted is True}
        elif table == MATTERS:
            found = self._taken(table, rows, "safe_id", "inner_safe_id")
            self._of_matters += [(UUID(safe), UUID(inner)) for safe, inner in found]

    def without(self, salts: Collection[UUID]) -> Closed:
        """What stays closed with these salts alone."""
        return closed(self._safes - set(salts), self._of_matters)

    def _taken(self, table: str, rows: list[list[Any]], *names: str) -> list[tuple[Any, ...]]:
        places = [self._columns[table].index(name) for name in names]
        return [tuple(row[place] for place in places) for row in rows]


def closed(safes: Collection[UUID], of_matters: Iterable[tuple[UUID, UUID]]) -> Closed:
    """These safes, those of one matter counted once."""
    left, matters = set(safes), 0
    for pair in of_matters:
        matters += bool(left & set(pair))
        left -= set(pair)
    return Closed(matters, len(left))

"""What an import or its undoing tells the person who ran it."""

from dataclasses import dataclass, field

from peredacha.core.tables import Problem


@dataclass(frozen=True)
class Changed:
    """A row that differs from what is kept, and the columns that differ."""

    name: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class TableReport:
    """What one file would do, or did, by the names of its rows."""

    added: tuple[str, ...] = ()
    changed: tuple[Changed, ...] = ()
    unchanged: int = 0


@dataclass(frozen=True)
class ImportReport:
    """What an import did; with ``written`` false, what it would have done.

    ``batch`` is the number to undo it by; None where nothing was written.
    """

    facilities: TableReport = field(default_factory=TableReport)
    facts: TableReport = field(default_factory=TableReport)
    problems: tuple[Problem, ...] = ()
    written: bool = False
    batch: int | None = None


@dataclass(frozen=True)
class UndoReport:
    """How many cards went and how many became what they were; ``already``: it had been undone before."""

    batch: int
    removed: int = 0
    restored: int = 0
    already: bool = False

"""The list of contents in the shape that a window wants: which columns, how many copies, who signs."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from peredacha.core.slips.values import Code, Person, Row, What

Column: TypeAlias = Literal["number", "name", "pieces", "weight"]
Signature: TypeAlias = Literal["sender", "officer", "prisoner"]
COLUMNS: tuple[Column, ...] = ("number", "name", "pieces", "weight")
SIGNATURES: tuple[Signature, ...] = ("sender", "officer", "prisoner")
MOST_COPIES = 4


@dataclass(frozen=True)
class ListForm:
    """What this window wants to see.

    ``heading``: «Опись» (``list``) or «Заявление» (``request``), which also asks to take the things. ``columns``
    in the order in which they stand; the name is always among them. ``signatures``: the lines to sign on, each with a
    day. ``passport``: an empty line for the passport of the sender, filled by hand at the window and never typed.
    """

    heading: Literal["list", "request"] = "list"
    columns: tuple[Column, ...] = COLUMNS
    copies: int = 2
    signatures: tuple[Signature, ...] = SIGNATURES
    passport: bool = False

    def __post_init__(self) -> None:
        """Raises ValueError for a form that nobody could print."""
        if not 1 <= self.copies <= MOST_COPIES:
            raise ValueError(f"a list has one to {MOST_COPIES} copies")
        if "name" not in self.columns or len(set(self.columns)) < len(self.columns):
            raise ValueError("a list names each thing, and each column stands once")


@dataclass(frozen=True, repr=False)
class ContentsList:
    """Everything that lies in one parcel, in as many copies as the form says.

    ``place`` is the facility; ``sender`` are lines that the family or the movement chose (may be none: then a line
    to fill by hand); ``day`` None leaves a line; ``grams`` with the box, 0 if not weighed. ``code`` stands on a strip
    below the last copy, to cut off and keep: the copies themselves carry none.
    """

    what: What
    to: Person
    place: str
    rows: tuple[Row, ...]
    form: ListForm = ListForm()
    sender: tuple[str, ...] = ()
    day: date | None = None
    grams: int = 0
    code: Code | None = None

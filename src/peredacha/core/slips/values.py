"""What several slips share: a code, a person, a line of things. All of it is personal: no ``repr`` shows it.

The words of slips that leave the house are Russian, because the window and the post read Russian; what a packer reads
is in the packer's language.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

What: TypeAlias = Literal["window", "parcel", "packet"]
"""Handed in at a window, a parcel by post, a packet (бандероль) by post."""
NAME, LINE, SENDER = 100, 180, 120
"""Most letters of a name on a label, of an address, and of all lines of a sender together."""


class TooLong(ValueError):
    """Words that no label can hold so that they can be read; it holds none of them."""


@dataclass(frozen=True, repr=False)
class Code:
    """The way back to the step: a short code for the eye, and what a camera reads.

    ``url`` (an address that ends in a random id) is for papers that stay in the house. Leave it empty on what goes
    to a window or a post office: then the square holds the short code alone and leads no stranger to the movement.
    """

    short: str
    url: str = ""

    @property
    def square(self) -> str:
        """What the camera reads."""
        return self.url or self.short


@dataclass(frozen=True, repr=False)
class Person:
    """The person whom things are for, as a window writes it."""

    surname: str
    given: str
    patronymic: str = ""
    born: int | None = None
    """The year of birth."""

    @property
    def in_full(self) -> str:
        """Surname, given name, patronymic and year of birth."""
        name = " ".join(one for one in (self.surname, self.given, self.patronymic) if one)
        return f"{name}, {self.born}\u00a0г.\u00a0р." if self.born else name


@dataclass(frozen=True, repr=False)
class Row:
    """So many pieces of a thing, named as the reader wants it; ``grams`` are those of all pieces, 0 if not known."""

    name: str
    pieces: int
    grams: int = 0

    def __post_init__(self) -> None:
        """Raises ValueError for numbers that are none."""
        if self.pieces <= 0 or self.grams < 0:
            raise ValueError("a row has at least one piece, and no weight below nothing")


def kilograms(grams: int, language: str = "ru") -> str:
    """A weight as it is written by hand.

    >>> kilograms(1250), kilograms(20000), kilograms(90, "en")
    ('1,25', '20', '0.09')
    """
    written = f"{grams / 1000:.3f}".rstrip("0").rstrip(".")
    return written if language == "en" else written.replace(".", ",")


def column(grams: int) -> str:
    """A weight as it stands in a column: always to the gram.

    >>> column(1250)
    '1,250'
    """
    return f"{grams / 1000:.3f}".replace(".", ",")

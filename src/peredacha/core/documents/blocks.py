"""A paper: the blocks of which it is made, frozen, with nothing of a page, a font or a file in them.

Every output is made from these blocks alone, so that all of them say the same. No ``repr`` shows their words: they
hold names.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, TypeAdapter


@dataclass(frozen=True, repr=False)
class Addressee:
    """To whom and from whom: the lines of the right half of the head."""

    lines: tuple[str, ...]
    kind: Literal["addressee"] = "addressee"


@dataclass(frozen=True, repr=False)
class Title:
    """What the paper is, and under it what it is about (may be empty)."""

    text: str
    under: str = ""
    kind: Literal["title"] = "title"


@dataclass(frozen=True, repr=False)
class Heading:
    """A line in the middle of the page, such as «ПРОШУ:»."""

    text: str
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, repr=False)
class Paragraph:
    """Whole sentences."""

    text: str
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, repr=False)
class Numbered:
    """Requests or reasons, counted from 1."""

    items: tuple[str, ...]
    kind: Literal["numbered"] = "numbered"


@dataclass(frozen=True, repr=False)
class Attachments:
    """What lies beside the paper, counted from 1, under the word for it."""

    items: tuple[str, ...]
    word: str = "Приложение:"
    kind: Literal["attachments"] = "attachments"


@dataclass(frozen=True, repr=False)
class Signature:
    """The day as it is written, who signs (post or part in the case; may be empty), and the name."""

    day: str
    role: str
    name: str
    kind: Literal["signature"] = "signature"


@dataclass(frozen=True, repr=False)
class Note:
    """Small print below."""

    text: str
    kind: Literal["note"] = "note"


Block: TypeAlias = Annotated[
    Addressee | Title | Heading | Paragraph | Numbered | Attachments | Signature | Note,
    Field(discriminator="kind"),
]


@dataclass(frozen=True, repr=False)
class Paper:
    """A whole paper; ``day`` is the day that stands under it, ``language`` the one that it is written in."""

    blocks: tuple[Block, ...]
    day: date
    language: str = "ru"

    @property
    def title(self) -> str:
        """What the paper is, for the properties of a file, in at most 200 characters; it names nobody."""
        return next((one.text[:200] for one in self.blocks if isinstance(one, Title)), "")


PAPER: TypeAdapter[Paper] = TypeAdapter(Paper)
"""Papers to JSON and back; what comes back is checked."""


def lines_of(block: Block) -> tuple[str, ...]:
    """The words of a block, a line each, with the numbers that every output shows.

    >>> lines_of(Numbered(("первое;", "второе.")))
    ('1. первое;', '2. второе.')
    """
    match block:
        case Addressee():
            return block.lines
        case Title():
            return (block.text, block.under) if block.under else (block.text,)
        case Numbered():
            return numbered(block.items)
        case Attachments():
            return (block.word, *numbered(block.items))
        case Signature():
            return tuple(one for one in (block.day, block.role, block.name) if one)
        case _:
            return (block.text,)


def numbered(items: tuple[str, ...]) -> tuple[str, ...]:
    """Items with their numbers before them."""
    return tuple(f"{number}. {item}" for number, item in enumerate(items, 1))


def plain(paper: Paper) -> str:
    """The paper as plain text, a line each: what every output must say."""
    return "\n".join(line for block in paper.blocks for line in lines_of(block))

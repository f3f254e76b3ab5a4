"""What is said of one parcel: the request, its steps, what lies in it, and the card of the board."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal, TypeVar

from pydantic import TypeAdapter, ValidationError

from peredacha.core.facts import Author

Kind = Literal["parcel", "packet", "medicine"]
CameBy = Literal["family", "letter", "helper"]
Way = Literal["window", "post"]
NOBODY = Author("member")
Value = TypeVar("Value")


@dataclass(frozen=True)
class WishLine:
    """One wish: a class of things such as ``tea``, or one good of the store by its key; ``need`` as in core.packing."""

    thing: str = ""
    good: str = ""
    pieces: int = 1
    need: str = "asked"


@dataclass(frozen=True, repr=False)
class ParcelRequest:
    """What is asked for; days are ISO text, empty where nobody said one. A ``medicine`` is not counted by the law."""

    kind: Kind = "parcel"
    wishes: tuple[WishLine, ...] = ()
    words: str = ""
    came_by: CameBy = "family"
    deliver_by: str = ""
    way: Way = "window"

    def without(self, thing: str) -> "ParcelRequest":
        """The same wishes without one class or good."""
        left = tuple(one for one in self.wishes if thing not in (one.thing, one.good))
        return replace(self, wishes=left)


@dataclass(frozen=True)
class ContentLine:
    """So many pieces of one thing; ``grams`` of all its pieces together; ``groups`` are its classes."""

    name: str
    good: str = ""
    pieces: int = 1
    grams: int = 0
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeftOutLine:
    """A wish that is not met, and why, in a sentence."""

    name: str
    pieces: int = 1
    why: str = ""


@dataclass(frozen=True, repr=False)
class Contents:
    """What lies in the box; weights in [g], ``grams`` of everything with the ``tare``."""

    lines: tuple[ContentLine, ...] = ()
    tare: int = 0
    grams: int = 0
    left_out: tuple[LeftOutLine, ...] = ()

    @classmethod
    def of(
        cls, lines: tuple[ContentLine, ...], tare: int, left_out: tuple[LeftOutLine, ...] = ()
    ) -> "Contents":
        """The lines weighed together with the tare."""
        return cls(lines, tare, tare + sum(one.grams for one in lines), left_out)

    @property
    def pieces(self) -> dict[str, int]:
        """How many of each good of the store, by its key; what was typed by hand has none."""
        found: dict[str, int] = {}
        for one in self.lines:
            if one.good:
                found[one.good] = found.get(one.good, 0) + one.pieces
        return found

    def without(self, name: str) -> "Contents":
        """The contents after one thing was taken out."""
        return Contents.of(tuple(one for one in self.lines if one.name != name), self.tare, self.left_out)


@dataclass(frozen=True, repr=False)
class ParcelStep:
    """One step, by the last word on it.

    ``on``: the day it speaks of [ISO]; ``at``: when it was told [ISO moment]; ``code``: who agreed, how the place is
    known, or the reason of a refusal; ``text``: receipt number or words; ``thing``: the name of what was refused.
    """

    step: str
    on: str = ""
    by: Author = NOBODY
    at: str = ""
    text: str = ""
    code: str = ""
    tracking: str = ""
    thing: str = ""

    def says(self, other: "ParcelStep") -> bool:
        """Whether both say the same, whoever said it and when."""
        return replace(self, by=other.by, at=other.at) == other


@dataclass(frozen=True, repr=False)
class BoardCard:
    """What the board shows of a parcel before anybody opens it; days are ISO text."""

    name: str = ""
    facility: str = ""
    place: str = ""
    kind: str = "parcel"
    state: str = "asked"
    things: tuple[str, ...] = ()
    grams: int = 0
    deliver_by: str = ""
    planned_on: str = ""
    confirmed_on: str = ""
    way: str = "window"

    def packed(self) -> bytes:
        """As bytes; only what is told."""
        told = {key: value for key, value in vars(self).items() if value != BLANK[key]}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def unpacked(cls, data: bytes) -> "BoardCard":
        """From the bytes of :meth:`packed`; raises ValueError on anything else."""
        told = json.loads(data)
        try:
            return cls(**{**told, "things": tuple(told.get("things", ()))})
        except (TypeError, AttributeError) as error:
            raise ValueError from error


BLANK = asdict(BoardCard())
REQUEST, STEP, CONTENTS = TypeAdapter(ParcelRequest), TypeAdapter(ParcelStep), TypeAdapter(Contents)


def request_in(content: Mapping[str, Any]) -> ParcelRequest:
    """The request of a sealed row; raises ValueError."""
    return checked(REQUEST, content)


def step_in(content: Mapping[str, Any]) -> ParcelStep:
    """The step of a sealed row; raises ValueError."""
    return checked(STEP, content)


def contents_in(content: Mapping[str, Any]) -> Contents:
    """The contents of a sealed row; raises ValueError."""
    return checked(CONTENTS, content)


def checked(reader: "TypeAdapter[Value]", content: Mapping[str, Any]) -> Value:
    """What the reader makes of it; raises ValueError."""
    try:
        return reader.validate_python(dict(content))
    except ValidationError as error:
        raise ValueError from error

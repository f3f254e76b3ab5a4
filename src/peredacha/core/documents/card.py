"""The card of a filing: what it is, on which norms it stands, how it is filed, and what it needs to know."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from peredacha.core.language import Text

Signer = Literal["lawyer", "relative", "detained", "anyone"]
Kind = Literal["person", "title", "line", "text", "day", "number", "money", "choice", "yes_no", "list"]
NAME = re.compile(r"[a-z][a-z0-9_]*")


class Written:
    """A value that a lawyer writes in a card: keys that it does not know are errors, and so is an empty text."""

    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid", "str_min_length": 1}


@dataclass(frozen=True)
class Option(Written):
    """One possible answer of a choice; the template asks for its ``key``."""

    key: str
    text: Text


@dataclass(frozen=True)
class Need(Written):
    """One fact that the paper needs: its name in the template, its kind, and the question to a person.

    ``may_be_missing`` facts stand in the template only behind ``{% if name %}``.
    """

    name: str
    kind: Kind
    label: Text
    help: Text | None = None
    example: str | None = None
    may_be_missing: bool = False
    options: tuple[Option, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a name that a template cannot hold, and a choice without answers."""
        if not NAME.fullmatch(self.name):
            raise ValueError(
                "`name` is made of small Latin letters, digits and `_`: write it like `case_number`"
            )
        if (self.kind == "choice") != bool(self.options):
            raise ValueError("a `choice` has `options`, and nothing else has")


@dataclass(frozen=True)
class CitedNorm(Written):
    """A norm on which the filing stands: a ``row`` of the pack, or a ``norm`` with the day from which it holds.

    What stands on no row was read by nobody: ``confirmed: false`` says so, and the cover note asks a lawyer.
    ``act`` names an act that the land does not list.
    """

    row: str | None = None
    norm: str | None = None
    act: Text | None = None
    from_: date | Literal["unknown"] | None = None
    confirmed: bool | None = None

    def __post_init__(self) -> None:
        """Refuse a norm that is neither a row nor a dated norm."""
        if (self.row is None) == (self.norm is None):
            raise ValueError("name either a `row` of the land or a `norm`")
        if self.norm is not None and (self.from_ is None or self.confirmed is None):
            raise ValueError("a `norm` has `from: 2002-07-01` (or `unknown`) and `confirmed: false`")
        if self.row is not None and (self.from_, self.confirmed, self.act) != (None, None, None):
            raise ValueError("a `row` brings its dates itself: take `from`, `confirmed` and `act` away")


@dataclass(frozen=True)
class Card(Written):
    """One filing as its ``.yaml`` states it."""

    title: Text
    about: Text
    edition: date
    stages: tuple[str, ...]
    norms: tuple[CitedNorm, ...]
    addressee: Text
    signs: tuple[Signer, ...]
    copies: Text
    file: Text
    proof: Text
    fee: Text
    needs: tuple[Need, ...]
    deadline: str | None = None
    counts_from: str | None = None
    answer: str | None = None
    if_silent: tuple[str, ...] = ()
    fee_row: str | None = None
    risk: Text | None = None
    confirmed_by: str | None = None

    def __post_init__(self) -> None:
        """Refuse a card without norms, signer or stage, and one that asks for a fact twice."""
        if not (self.norms and self.signs and self.stages):
            raise ValueError("name at least one of `norms`, of `signs` and of `stages`")
        names = [need.name for need in self.needs]
        if len(names) != len(set(names)):
            raise ValueError("a name stands twice in `needs`: keep one")


@dataclass(frozen=True)
class Norm:
    """A norm of a filing with its dates, None where not known; ``confirmed``: a page that states it was read whole."""

    norm: str
    from_: date | None
    to: date | None
    confirmed: bool
    row: str | None = None
    act: Text | None = None


@dataclass(frozen=True)
class Edition:
    """Which text made a paper: the day of the card and a hash of card and template."""

    on: date
    hash: str


@dataclass(frozen=True)
class Filing:
    """A filing ready to be filled: its card, its template, its norms with their dates."""

    key: str
    card: Card
    template: str
    edition: Edition
    norms: tuple[Norm, ...] = ()

    @property
    def needs(self) -> Mapping[str, Need]:
        """What it needs to know, by name."""
        return {need.name: need for need in self.card.needs}

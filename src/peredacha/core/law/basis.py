"""What a rule stands on: the norm, its edition, its source, and who confirmed it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

from peredacha.core.language import Phrase, Text, phrase

Standing = Literal["verified", "partly", "unverified"]
"""Whether a page that states the rule was read: whole, a part of it, or not at all."""


class Stated:
    """A value that a jurisdiction writes in its files: keys that it does not know are errors."""

    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid", "str_min_length": 1}


@dataclass(frozen=True)
class Confirmation(Stated):
    """A lawyer who read the rule against the law in force, and the day."""

    by: str
    on: date


@dataclass(frozen=True)
class Basis(Stated):
    """The legal ground of one rule in one edition.

    ``row`` is the public id of the rule; ``norms`` are written ``"<act> <article>[ ч. N][ п. x]"``;
    ``from_`` and ``to`` are the first and last day in force, None where not known or still in force.
    """

    row: str
    norms: tuple[str, ...]
    standing: Standing
    from_: date | None = None
    to: date | None = None
    amended: str | None = None
    sources: tuple[str, ...] = ()
    confirmed: Confirmation | Literal["unconfirmed"] = "unconfirmed"
    note: Text | None = None

    def __post_init__(self) -> None:
        """Refuse a basis that cites nothing, or that says it was read and does not say where."""
        if not self.norms:
            raise ValueError("name at least one norm")
        if self.standing != "unverified" and not self.sources:
            raise ValueError("give the address that was read in `sources`, or write `standing: unverified`")
        if self.from_ and self.to and self.to < self.from_:
            raise ValueError("`to` is before `from`: put the first day in force into `from`")

    def holds_on(self, day: date) -> bool:
        """Whether this edition is in force on ``day``."""
        return (self.from_ is None or self.from_ <= day) and (self.to is None or day <= self.to)

    @property
    def is_confirmed(self) -> bool:
        """Whether a lawyer has confirmed the rule."""
        return isinstance(self.confirmed, Confirmation)


@dataclass(frozen=True)
class Act(Stated):
    """A statute or other source, with the short form that norms use."""

    name: Text
    short: Text


@dataclass(frozen=True)
class Step:
    """One line of a derivation: what was done, and the grounds on which it stands."""

    said: Phrase
    bases: tuple[Basis, ...] = ()


@dataclass(frozen=True)
class Trail:
    """The lines of a derivation in the making; :meth:`add` gives a longer trail."""

    steps: tuple[Step, ...] = ()

    def add(self, said: Phrase, *bases: Basis | None) -> "Trail":
        """The trail with one more line."""
        return Trail((*self.steps, Step(said, tuple(basis for basis in bases if basis))))

    @property
    def bases(self) -> tuple[Basis, ...]:
        """Every ground cited, once, in the order of first use."""
        return tuple({basis.row: basis for step in self.steps for basis in step.bases}.values())


def norm_phrase(norm: str, acts: Mapping[str, Act]) -> Phrase:
    """A norm as the reader cites it: ``"УПК 389.4 ч. 1"`` becomes “art. 389.4(1) УПК” or its Russian form."""
    act, _, place = norm.partition(" ")
    short = acts[act].short if act in acts else {"": act}
    if not place:
        return phrase("{act}", act=short)
    if not place[0].isdigit():
        return phrase("{act} {words}", act=short, words=place)
    article, part, point = split_place(place)
    if part and point:
        return phrase(
            "art. {article}({part})({point}) {act}", article=article, part=part, point=point, act=short
        )
    if part:
        return phrase("art. {article}({part}) {act}", article=article, part=part, act=short)
    if point:
        return phrase("art. {article} para. {point} {act}", article=article, point=point, act=short)
    return phrase("art. {article} {act}", article=article, act=short)


def split_place(place: str) -> tuple[str, str, str]:
    """Article, part and point of ``"389.4 ч. 1 п. 2"``; empty where not named."""
    rest, _, point = place.partition("п. ")
    article, _, part = rest.partition("ч. ")
    return article.strip(), part.strip(), point.strip()


@dataclass(frozen=True)
class Statement(Stated):
    """A rule that is quoted and not computed."""

    id: str
    title: Text
    text: Text
    basis: Basis


@dataclass(frozen=True)
class Cited:
    """What an answer must show of its grounds."""

    bases: tuple[Basis, ...]
    warnings: tuple[Phrase, ...] = field(default=())

    @property
    def confirmed(self) -> Confirmation | None:
        """The oldest confirmation when every ground is confirmed, else None."""
        found = [basis.confirmed for basis in self.bases if isinstance(basis.confirmed, Confirmation)]
        return min(found, key=lambda one: one.on) if found and len(found) == len(self.bases) else None

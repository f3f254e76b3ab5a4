"""Deadlines as a jurisdiction states them: what starts the clock, how long, how counted, by which norm."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from peredacha.core.language import Phrase, Text, plural_phrase
from peredacha.core.law.basis import Basis, Stated

Unit = Literal["hours", "days", "working_days", "months", "years"]
Count = Literal["moment", "filing", "fixed", "custody", "before"]


@dataclass(frozen=True)
class Limit(Stated):
    """A length, its unit, and the way in which it is counted.

    ``moment``: hours run on through nights and days off. ``filing``: the first day is not counted and an
    end on a day off moves forward. ``fixed``: the same, but the end stays. ``custody``: the first day
    counts and the end stays. ``before``: counted back from the event.
    """

    length: int
    unit: Unit
    count: Count

    def __post_init__(self) -> None:
        """Refuse a length that is not positive, and hours that are counted in days."""
        if self.length < 1:
            raise ValueError("`length` must be 1 or more")
        if self.unit == "hours" and self.count not in ("moment", "before"):
            raise ValueError("hours are counted from the moment: write `count: moment`, or `before`")
        if self.count == "moment" and self.unit != "hours":
            raise ValueError("only hours are counted from the moment: write `filing`, `fixed` or `custody`")

    @property
    def said(self) -> Phrase:
        """The length in words: “15 days”."""
        n = self.length
        return {
            "hours": plural_phrase("{count} hour", "{count} hours", n),
            "days": plural_phrase("{count} day", "{count} days", n),
            "working_days": plural_phrase("{count} working day", "{count} working days", n),
            "months": plural_phrase("{count} month", "{count} months", n),
            "years": plural_phrase("{count} year", "{count} years", n),
        }[self.unit]


@dataclass(frozen=True)
class Variant(Stated):
    """Another limit of the same edition when a condition holds."""

    key: str
    if_: Text
    limit: Limit


@dataclass(frozen=True)
class Extension(Stated):
    """A total from the same start to which the limit may be extended when a condition holds."""

    if_: Text
    limit: Limit


@dataclass(frozen=True)
class Edition(Stated):
    """One wording of a rule while it was in force."""

    limit: Limit
    basis: Basis
    variants: tuple[Variant, ...] = ()
    extensions: tuple[Extension, ...] = ()

    def limits(self, variant: str | None) -> tuple[tuple[Text | None, Limit], ...]:
        """The limits that may apply: the named variant's, or every one when it is not known."""
        named = [(one.if_, one.limit) for one in self.variants if one.key == variant]
        if named or variant == "otherwise":
            return tuple(named) or ((None, self.limit),)
        every = tuple((one.if_, one.limit) for one in self.variants)
        if all(limit == self.limit for _, limit in every):
            return ((None, self.limit),)
        if any(limit == self.limit for _, limit in every):
            return every
        return ((None, self.limit), *every)


@dataclass(frozen=True)
class DeadlineRule(Stated):
    """A deadline with all its editions, the old ones beside those in force."""

    id: str
    title: Text
    starts: Text
    who: Text
    editions: tuple[Edition, ...]

    def __post_init__(self) -> None:
        """Refuse a rule without an edition, and editions that are in force on the same day."""
        if not self.editions:
            raise ValueError("add at least one entry under `editions`")
        ordered = sorted(self.editions, key=lambda one: one.basis.from_ or date.min)
        for earlier, later in pairwise(ordered):
            if earlier.basis.to is None or later.basis.from_ is None or earlier.basis.to >= later.basis.from_:
                raise ValueError(
                    f"{earlier.basis.row} and {later.basis.row} are in force on the same day: "
                    "end the earlier one with `to`, the day before the later one's `from`"
                )

    @property
    def rows(self) -> tuple[str, ...]:
        """The public ids of its editions."""
        return tuple(edition.basis.row for edition in self.editions)

    @property
    def variants(self) -> tuple[str, ...]:
        """The keys of every variant of every edition, once."""
        keys = (variant.key for edition in self.editions for variant in edition.variants)
        return tuple(dict.fromkeys(keys))

    def edition_on(self, day: date) -> Edition | None:
        """The edition in force on ``day``, or None where none is known."""
        return next((one for one in self.editions if one.basis.holds_on(day)), None)

    def edition_after(self, edition: Edition) -> Edition | None:
        """The edition that follows, or None."""
        end = edition.basis.to
        if end is None:
            return None
        later = [one for one in self.editions if one.basis.from_ and one.basis.from_ > end]
        return min(later, key=lambda one: one.basis.from_ or date.max, default=None)

"""The law of time served as a jurisdiction states it; each class is one entry of one file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Literal

from peredacha.core.law.basis import Basis, Stated
from peredacha.core.law.served.articles import Article, Match, any_of, read_article, read_articles
from peredacha.core.law.served.case import Case, Category, Flag, PeriodKind, Punishment, Regime

Destination = Regime | Punishment
"""Where the days are credited to: a regime of imprisonment, or another punishment."""

GROUNDS = (
    "inside_term",  # days after entry into force are the term itself
    "execution_stage",  # custody between a suspended sentence and its turning real
    "favourable_back",  # the better ratio reaches back to older crimes; `day` is the first day of the new law
    "hospital_as_custody",  # a stay in hospital by order of the court counts as custody
    "fine_after_custody",  # quoted only: a fine after custody is softened
    "half_days",  # rounding is not settled
    "edge_day",  # the day of entry into force
    "over_term",  # credit of the whole term
    "softened",  # a changed sentence: the share is taken of the new term
    "gravest_rule",  # several crimes: the strictest rule
    "credit_counts",  # credit counts as served for early release
    "labour_day_for_day",  # the rest becomes forced labour day for day
    "units",  # in which units terms are measured
    "counted_from_release",  # a record runs from the actual release
)


@dataclass(frozen=True)
class Condition(Stated):
    """When a rule applies; what is left empty does not matter, everything that is named must hold.

    ``sure`` is false where it is not settled that the rule covers this: the answer is then a range.
    """

    categories: tuple[Category, ...] = ()
    articles: tuple[str, ...] = ()
    needs: tuple[Flag, ...] = ()
    crime_from: date | None = None
    crime_to: date | None = None
    sure: bool = True

    def __post_init__(self) -> None:
        """Refuse an article that cannot be read, and days in the wrong order."""
        for written in self.articles:
            if read_article(written) is None:
                raise ValueError(f"“{written}” names no article: write “228.1” or “228 ч. 2”")
        if self.crime_from and self.crime_to and self.crime_to < self.crime_from:
            raise ValueError("`crime_to` is before `crime_from`: exchange them")

    @cached_property
    def named_articles(self) -> tuple[Article, ...]:
        """The articles, read."""
        return read_articles(self.articles)

    def met(self, case: Case, category: Category | None) -> Match:
        """Whether the case falls under it, the day of the crime left aside."""
        found: set[Match] = {case.holds(flag) for flag in self.needs}
        if self.articles:
            found.add(any_of(case.named_articles, self.named_articles))
        if self.categories and category:
            found.add("yes" if category in self.categories else "no")
        if "no" in found:
            return "no"
        return "maybe" if "maybe" in found or not self.sure else "yes"

    def crime_met(self, case: Case) -> Match:
        """Whether the day of the crime falls under it; maybe, where the day is not known."""
        latest = case.crime_latest
        if self.crime_from and latest and latest < self.crime_from:
            return "no"
        if case.crime_on is None:
            known = self.crime_to is not None and latest is not None and latest <= self.crime_to
            return "yes" if known or not (self.crime_from or self.crime_to) else "maybe"
        return "no" if self.crime_to and case.crime_on > self.crime_to else "yes"


@dataclass(frozen=True)
class CreditRule(Stated):
    """How many days of a term one day of restraint before entry into force is worth.

    ``into`` empty means every regime and punishment. ``through``: the days may afterwards take the ratio
    of custody as well, which is not settled. An entry with articles or needs is an exception to the others.
    ``unit`` hours: one day is worth ``ratio`` hours. ``exists_from``: there was no such restraint before.
    """

    id: str
    of: tuple[PeriodKind, ...]
    ratio: Fraction
    basis: Basis
    into: tuple[Destination, ...] = ()
    applies: Condition = field(default_factory=Condition)
    through: bool = False
    unit: Literal["days", "hours"] = "days"
    exists_from: date | None = None

    def __post_init__(self) -> None:
        """Refuse a ratio that is not positive."""
        if self.ratio <= 0:
            raise ValueError("`ratio` must be more than zero: write 1, 3/2 or 1/2")

    @property
    def is_exception(self) -> bool:
        """Whether it stands against the general rule for some articles or persons."""
        return bool(self.applies.articles or self.applies.needs)

    def covers(self, kind: PeriodKind, into: tuple[Destination, ...]) -> bool:
        """Whether it speaks of this restraint and of one of these destinations."""
        return kind in self.of and (not self.into or any(one in self.into for one in into))


@dataclass(frozen=True)
class Ground(Stated):
    """What a step of the reckoning stands on that is not a number; ``id`` is one of GROUNDS."""

    id: str
    basis: Basis
    day: date | None = None

    def __post_init__(self) -> None:
        """Refuse a name that nothing asks for."""
        if self.id not in GROUNDS:
            raise ValueError(f"`id` must be one of: {', '.join(GROUNDS)}")


@dataclass(frozen=True)
class EarlyRule(Stated):
    """The share of the term, or the months, after which something may be asked for.

    Among the rules that match, only those of the highest ``precedence`` are used, and of these the strictest.
    """

    id: str
    of: Literal["parole", "milder", "forced_labour", "floor", "life"]
    basis: Basis
    share: Fraction | None = None
    months: int | None = None
    applies: Condition = field(default_factory=Condition)
    precedence: int = 0

    def __post_init__(self) -> None:
        """Refuse a rule with both a share and months, with neither, or with a share over the whole."""
        if (self.share is None) == (self.months is None):
            raise ValueError("write either `share` (1/2) or `months` (6), one of them")
        if self.share is not None and not 0 < self.share <= 1:
            raise ValueError("`share` must lie between 0 and 1: write 1/2")
        if (self.of in ("floor", "life")) != (self.months is not None):
            raise ValueError("`floor` and `life` are written in `months`, the others as `share`")


@dataclass(frozen=True)
class RecordRule(Stated):
    """How many months after serving the record is cleared; ``suspended``: after the end of probation."""

    id: str
    of: Literal["imprisonment", "milder", "suspended"]
    months: int
    basis: Basis
    applies: Condition = field(default_factory=Condition)
    precedence: int = 0


@dataclass(frozen=True)
class Conversion(Stated):
    """One unit of one punishment in units of another, such as a day of imprisonment in hours of works."""

    id: str
    from_: str
    to: str
    ratio: Fraction
    basis: Basis

    def __post_init__(self) -> None:
        """Refuse a ratio that is not positive."""
        if self.ratio <= 0:
            raise ValueError("`ratio` must be more than zero")


@dataclass(frozen=True)
class ServedLaw:
    """Everything a land says about time served; the fields are the names of its files."""

    credit: tuple[CreditRule, ...]
    grounds: tuple[Ground, ...] = ()
    early_release: tuple[EarlyRule, ...] = ()
    expungement: tuple[RecordRule, ...] = ()
    conversions: tuple[Conversion, ...] = ()

    @cached_property
    def by_ground(self) -> Mapping[str, Ground]:
        """The grounds by their names."""
        return {ground.id: ground for ground in self.grounds}

    def ground(self, name: str) -> Basis | None:
        """The basis of one ground, None where the land does not state it."""
        found = self.by_ground.get(name)
        return found.basis if found else None

    @property
    def bases(self) -> tuple[Basis, ...]:
        """Every basis of every rule, in the order of the files."""
        return (
            *(rule.basis for rule in self.credit),
            *(rule.basis for rule in self.grounds),
            *(rule.basis for rule in self.early_release),
            *(rule.basis for rule in self.expungement),
            *(rule.basis for rule in self.conversions),
        )

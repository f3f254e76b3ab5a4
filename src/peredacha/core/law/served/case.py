"""The facts of one case: sentences, days under restraint, crime and person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, get_args

from peredacha.core.law.served.articles import Article, Match, read_articles

PeriodKind = Literal[
    "custody", "hospital", "house_arrest", "leave_ban", "punishment_cell", "strict_conditions", "colony"
]
Regime = Literal["strict", "special", "prison", "general", "juvenile", "settlement", "disciplinary_unit"]
Punishment = Literal[
    "imprisonment",
    "forced_labour",
    "arrest",
    "restriction",
    "corrective_works",
    "military_restriction",
    "compulsory_works",
]
Category = Literal["minor", "medium", "grave", "especially_grave"]
Flag = Literal[
    "juvenile",
    "pregnant_or_small_child",
    "parole_revoked",
    "especially_dangerous",
    "commuted_death",
    "sexual_minor",
    "victim_under_14",
    "terrorist",
]
Sex = Literal["man", "woman"]

PERIOD_KINDS: tuple[PeriodKind, ...] = get_args(PeriodKind)
REGIMES: tuple[Regime, ...] = get_args(Regime)
PUNISHMENTS: tuple[Punishment, ...] = get_args(Punishment)
CATEGORIES: tuple[Category, ...] = get_args(Category)
SEXES: tuple[Sex, ...] = get_args(Sex)
FLAGS: tuple[Flag, ...] = get_args(Flag)
OPEN_FLAGS: frozenset[Flag] = frozenset({"sexual_minor", "victim_under_14", "terrorist"})
"""Flags on which silence leaves a doubt; on the others silence means no."""


@dataclass(frozen=True)
class Period:
    """Days under one restraint, both ends inclusive; ``execution``: after entry into force."""

    kind: PeriodKind
    from_: date
    to: date
    execution: bool = False

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.to < self.from_:
            raise ValueError("`to` is before `from`: write the first day into `from`")


@dataclass(frozen=True)
class Sentence:
    """One sentence as the court wrote it; what is left out is taken over from the sentence before it."""

    years: int = 0
    months: int = 0
    days: int = 0
    hours: int = 0
    life: bool = False
    regime: Regime | None = None
    kind: Punishment | None = None
    counted_from: date | None = None
    in_force_on: date | None = None
    suspended: bool = False
    probation_months: int = 0

    @property
    def has_length(self) -> bool:
        """Whether it states how long."""
        return bool(self.years or self.months or self.days or self.hours or self.life)


@dataclass(frozen=True)
class Case:
    """Everything that time served depends on; only the sentences are required."""

    sentences: tuple[Sentence, ...]
    periods: tuple[Period, ...] = ()
    articles: tuple[str, ...] = ()
    category: Category | None = None
    crime_on: date | None = None
    flags: Mapping[Flag, bool] = field(default_factory=dict)
    sex: Sex | None = None
    released_on: date | None = None
    on: date | None = None
    jurisdiction: str = ""

    def __post_init__(self) -> None:
        """Refuse a case without a sentence."""
        if not self.sentences:
            raise ValueError("a case needs at least one sentence")

    @cached_property
    def named_articles(self) -> tuple[Article, ...]:
        """The articles, read."""
        return read_articles(self.articles)

    def holds(self, flag: Flag) -> Match:
        """Whether a circumstance is there; maybe, where silence leaves a doubt."""
        if flag == "sexual_minor" and self.flags.get("victim_under_14"):
            return "yes"
        if flag == "victim_under_14" and self.flags.get("sexual_minor") is False:
            return "no"
        if flag in self.flags:
            return "yes" if self.flags[flag] else "no"
        return "maybe" if flag in OPEN_FLAGS else "no"

    @property
    def crime_latest(self) -> date | None:
        """The last day on which the crime can have been committed: it comes before every restraint."""
        if self.crime_on:
            return self.crime_on
        days = [period.from_ for period in self.periods]
        days += [day for one in self.sentences for day in (one.counted_from, one.in_force_on) if day]
        return min(days, default=None)

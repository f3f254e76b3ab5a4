"""The limits of custody as a jurisdiction states them: which deadline, at which stage, for which crimes."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from peredacha.core.law.basis import Basis, Stated
from peredacha.core.law.served.case import CATEGORIES, Category

Stage = Literal["investigation", "court"]


@dataclass(frozen=True)
class CustodyLimit(Stated):
    """One limit: a deadline (by its id or row), and the crimes for which it may be used.

    Without ``repeats`` it is a total from the first day of the stage. With it, it begins on the day after the
    limit before it, as often as the court extends, and there is no last day. ``basis`` is the ground of the
    choice of crimes, where that is not the deadline's own.
    """

    rule: str
    stage: Stage
    crimes: tuple[Category, ...]
    repeats: bool = False
    basis: Basis | None = None

    def __post_init__(self) -> None:
        """Refuse a limit that can never be used."""
        if not self.crimes:
            raise ValueError(f"name at least one category of crime: {', '.join(CATEGORIES)}")

    @property
    def is_for_every_crime(self) -> bool:
        """Whether the category of the crime does not matter."""
        return set(self.crimes) == set(CATEGORIES)


@dataclass(frozen=True)
class FileRead(Stated):
    """The deadline by which he must be given the case file; counted back from the end of the longest limit."""

    rule: str


@dataclass(frozen=True)
class Quoted(Stated):
    """A statement (by its id or row) to be told beside the clock, for these crimes."""

    statement: str
    crimes: tuple[Category, ...] = CATEGORIES


@dataclass(frozen=True)
class CustodyLaw(Stated):
    """``custody.yaml``: the limits of each stage from the shortest to the longest; empty where it is not stated."""

    limits: tuple[CustodyLimit, ...] = ()
    file_read: FileRead | None = None
    quotes: tuple[Quoted, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a stage that begins with an extension, and one that goes on after an endless one."""
        for stage in {one.stage for one in self.limits}:
            chain = self.of_stage(stage)
            if chain[0].repeats:
                raise ValueError(f"the first limit of `{stage}` cannot repeat: put a total before it")
            for earlier, later in pairwise(chain):
                if earlier.repeats:
                    raise ValueError(f"`{later.rule}` can never come: a limit that repeats is the last one")
                if not set(later.crimes) <= set(earlier.crimes):
                    raise ValueError(
                        f"`{later.rule}` is for crimes that `{earlier.rule}` is not for: order the limits of a "
                        "stage from the shortest to the longest"
                    )

    def of_stage(self, stage: Stage) -> tuple[CustodyLimit, ...]:
        """The limits of one stage in their order."""
        return tuple(one for one in self.limits if one.stage == stage)

    @property
    def bases(self) -> tuple[Basis, ...]:
        """The grounds that are stated here and not at a deadline."""
        return tuple(one.basis for one in self.limits if one.basis)

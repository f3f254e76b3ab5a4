"""What a whole-chapter proposal looks like; a coordinator confirms each line, or not."""

from dataclasses import dataclass

from peredacha.core.language import Phrase
from peredacha.core.matching.scoring import Fit
from peredacha.core.matching.values import Family
from peredacha.core.matching.weights import DAYS_FOR_HELP


@dataclass(frozen=True)
class Match:
    """One line; the fit counts the free places that were left when this family came."""

    family: str
    veteran: str
    fit: Fit


@dataclass(frozen=True)
class Without:
    """A family that nobody is proposed for, and why."""

    family: str
    why: tuple[Phrase, ...]


@dataclass(frozen=True)
class Assignment:
    """The proposal for a chapter, both lists by turn.

    No other proposal helps more families, or as many with earlier turns, over all possible pairs; and none of these has
    better fits over the pairs that were weighed. ``edges`` is how many these were; ``is_whole`` whether surely all.
    """

    matches: tuple[Match, ...] = ()
    without: tuple[Without, ...] = ()
    edges: int = 0
    is_whole: bool = True

    @property
    def points(self) -> int:
        """The sum of all fits."""
        return sum(match.fit.points for match in self.matches)


def turn(family: Family) -> int:
    """Who comes first has the higher number: days of waiting, less so many for each help already had."""
    return family.waiting_days - DAYS_FOR_HELP * family.served_count

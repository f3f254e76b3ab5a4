"""The pairs that a proposal weighs: for each family its best veterans, with their points."""

from dataclasses import dataclass

from peredacha.core.matching.planes import highest, points_at, positions, some_of
from peredacha.core.matching.roster import Roster, allowed, points_of
from peredacha.core.matching.values import Family


@dataclass(frozen=True)
class Edge:
    """A possible pair: the places of both in their lists, and the points of their fit."""

    family: int
    veteran: int
    points: int


def best_edges(number: int, family: Family, roster: Roster, most: int) -> list[Edge]:
    """At most ``most`` [1 or more] edges of the family with this number, the ones with the most points.

    Equals at the end of the list are taken from another beginning for each family: else families with the same
    trouble would all be led to the same few.
    """
    planes = points_of(roster, family)
    sure, tied = highest(planes, allowed(roster, family), most)
    start = number * most % max(len(roster.veterans), 1)
    chosen = [*positions(sure), *some_of(tied, most - sure.bit_count(), start)]
    return [Edge(number, position, points_at(planes, position)) for position in chosen]

"""The proposal for a whole chapter by a minimum-cost flow, solved exactly.

Import this module only where a proposal is made: the solver takes tens of megabytes.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from peredacha.core.language import phrase
from peredacha.core.matching.edges import Edge, best_edges
from peredacha.core.matching.exchanging import exchanged
from peredacha.core.matching.limits import counted
from peredacha.core.matching.planes import points_at
from peredacha.core.matching.proposal import Assignment, Match, Without, turn
from peredacha.core.matching.roster import Roster, points_of, refused, roster_of
from peredacha.core.matching.scoring import score
from peredacha.core.matching.values import Family, Veteran
from peredacha.core.matching.weights import POINTS, SPACES

PAIRS = 20
"""How many veterans are weighed for a family."""

TAKEN = phrase("The free places that would suit go to families whose turn is not later.")


class NotSolved(RuntimeError):
    """The solver gave no proven optimum; the message holds its status and no person."""


def assign(families: Iterable[Family], veterans: Iterable[Veteran], *, pairs: int = PAIRS) -> Assignment:
    """Who could stand by whom in the whole chapter: as many families as can be, by turn, then by fit.

    How many and who is settled over all possible pairs; who with whom over the ``pairs`` [1 or more] best of each
    family, and the few more that the first needs. Raises ValueError when a key stands twice, and :class:`NotSolved`.
    Limits are not set aside here: see :func:`peredacha.core.matching.suggest`.
    """
    waiting = sorted(families, key=lambda family: (-turn(family), family.key))
    roster = roster_of(veterans)
    refuse_twins([family.key for family in waiting])
    refuse_twins([veteran.key for veteran in roster.veterans])
    lists = [best_edges(number, family, roster, pairs) for number, family in enumerate(waiting)]
    whole = all(len(edges) < pairs or pairs >= len(roster.veterans) for edges in lists)
    chosen = solve(waiting, roster.veterans, joined(lists))
    if not whole and add_needed(lists, waiting, roster, chosen):
        chosen = solve(waiting, roster.veterans, joined(lists))
    return told(waiting, roster, lists, chosen, is_whole=whole)


def joined(lists: Iterable[list[Edge]]) -> list[Edge]:
    """The edges of all families."""
    return list(chain.from_iterable(lists))


def add_needed(
    lists: Sequence[list[Edge]], families: Sequence[Family], roster: Roster, chosen: Sequence[Edge]
) -> int:
    """Add the pairs without which somebody would stay though all possible pairs leave a place; how many they were."""
    added = 0
    for number, veteran in exchanged(families, roster, chosen):
        if veteran not in {edge.veteran for edge in lists[number]}:
            points = points_at(points_of(roster, families[number]), veteran)
            lists[number].append(Edge(number, veteran, points))
            added += 1
    return added


def refuse_twins(keys: list[str]) -> None:
    """Raise ValueError when a key stands twice."""
    if len(set(keys)) < len(keys):
        raise ValueError("a key stands twice: give each family and each veteran once")


def solve(families: Sequence[Family], veterans: Sequence[Veteran], edges: Sequence[Edge]) -> list[Edge]:
    """The edges of the best assignment, proven; raises :class:`NotSolved`."""
    flow, values = SimpleMinCostFlow(), worths(families, edges)
    sink = len(families) + len(veterans)
    for edge, value in zip(edges, values, strict=True):
        flow.add_arc_with_capacity_and_unit_cost(edge.family, len(families) + edge.veteran, 1, -value)
    for place, veteran in enumerate(veterans):
        for number, loss in losses(veteran):
            flow.add_arc_with_capacity_and_unit_cost(len(families) + place, sink, number, loss)
    for place in {edge.family for edge in edges}:
        flow.set_node_supply(place, 1)
    flow.set_node_supply(sink, -len(families))
    status = flow.solve_max_flow_with_min_cost()
    if status != flow.OPTIMAL:
        raise NotSolved(f"the solver stopped with {status.name}")
    return [edge for arc, edge in enumerate(edges) if flow.flow(arc)]


def worths(families: Sequence[Family], edges: Sequence[Edge]) -> list[int]:
    """The worth of each edge: first the place of the family among the turns, so far apart that no fit outweighs it.

    Because any set of families that can be helped at once can be exchanged step by step, the places give the
    families with the longest wait, not only the greatest sum.
    """
    turns = [turn(family) for family in families]
    ranks = {value: number for number, value in enumerate(sorted(set(turns)))}
    most = max((edge.points for edge in edges), default=0)
    step = len(families) * (most + POINTS["space"] * SPACES) + 1
    firsts = [ranks[value] * step for value in turns]
    return [firsts[edge.family] + edge.points for edge in edges]


def losses(veteran: Veteran) -> list[tuple[int, int]]:
    """How many places of a veteran lose how many points, because earlier families of the proposal took room."""
    if veteran.capacity is None:
        return [(1, 0)]
    free = veteran.free
    each = Counter(POINTS["space"] * (SPACES - min(free - taken, SPACES)) for taken in range(free))
    start = min(each, default=0)
    return [(number, loss - start) for loss, number in sorted(each.items())]


def told(
    families: Sequence[Family],
    roster: Roster,
    lists: Sequence[list[Edge]],
    chosen: Iterable[Edge],
    *,
    is_whole: bool,
) -> Assignment:
    """The proposal with its reasons; the better fit of a veteran is told first and finds more room."""
    matches: dict[int, Match] = {}
    taken: Counter[int] = Counter()
    for edge in sorted(chosen, key=lambda edge: (-edge.points, edge.family)):
        family, veteran = families[edge.family], roster.veterans[edge.veteran]
        loaded = replace(veteran, holds=veteran.holds + taken[edge.veteran])
        taken[edge.veteran] += 1
        matches[edge.family] = Match(family.key, veteran.key, score(family, loaded))
    without = [
        Without(family.key, (TAKEN,) if lists[place] else counted(refused(roster, family)))
        for place, family in enumerate(families)
        if place not in matches
    ]
    ordered = tuple(matches[place] for place in sorted(matches))
    return Assignment(ordered, tuple(without), sum(map(len, lists)), is_whole)

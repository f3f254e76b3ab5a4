"""Measures the proposal for a whole chapter beside scipy on the same pairs and the same worths. Prints JSON.

matching.py FAMILIES VETERANS    (each veteran takes five)
"""

import json
import sys
from collections.abc import Sequence
from functools import partial
from random import Random
from time import perf_counter

import numpy as np
from figures import Figures, timed
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from peredacha.core.matching import Assignment, Family, Veteran, Wish, Wished, suggest
from peredacha.core.matching.assigning import PAIRS, assign, joined, losses, solve, worths
from peredacha.core.matching.edges import Edge, best_edges
from peredacha.core.matching.proposal import turn
from peredacha.core.matching.roster import Roster, roster_of

CAPACITY = 5
SUGGESTIONS = 20
STAGES = ("police", "search", "detention", "hearing", "remand", "investigation", "trial", "colony")
ARTICLES = ("228", "228.1/3", "228.1/4", "158/2", "161/2", "318/1", "207.3", "280.3", "105/1", "159/4")
KIN = ("parent", "spouse", "partner", "child", "sibling", "friend")


def main(asking: int, helping: int) -> None:
    """Print the figures; stop when the two optima differ."""
    chance = Random(20261122)
    families = [family(chance, number) for number in range(asking)]
    veterans = [veteran(chance, number) for number in range(helping)]
    whole = timed([lambda: assign(families, veterans)], "assign")
    found = assign(families, veterans)
    figures, edges, ours, peer = beside(families, veterans)
    agree(found, edges, ours, peer)
    one = timed([partial(suggest, asks, veterans) for asks in families[:SUGGESTIONS]], "suggest")
    figures |= {"assign_s": whole["assign_p50_ms"] / 1000, "suggest_p50_ms": one["suggest_p50_ms"]}
    figures |= {"matched": len(found.matches), "edges": len(edges), "families": asking, "veterans": helping}
    print(json.dumps({"figures": figures}))


def some(chance: Random, keys: Sequence[str], most: int) -> frozenset[str]:
    """Up to ``most`` keys, the first ones oftener."""
    return frozenset(keys[int(len(keys) * chance.random() ** 2)] for _ in range(chance.randint(0, most)))


def facts(chance: Random, most: int) -> dict[str, object]:
    """What either side may tell; a fifth of everything is not told."""
    places = [f"place-{number}" for number in range(120)]
    region = f"region-{int(40 * chance.random() ** 2)}"
    return {
        "languages": frozenset({"ru"}) if chance.random() < 0.9 else frozenset({"tt", "tg"}),
        "stages": some(chance, STAGES, most),
        "articles": some(chance, ARTICLES, most),
        "facilities": some(chance, places, most),
        "kin": some(chance, KIN, 1),
        "topics": some(chance, ("illness", "beating", "child", "work"), 1),
        "region": region if chance.random() < 0.8 else "",
        "conflict_tags": frozenset({f"case-{chance.randrange(3000)}"}),
    }


def family(chance: Random, number: int) -> Family:
    """One family; every fourth has a wish, half of these a must."""
    wish = Wish(chance.choice(list(Wished)), must=chance.random() < 0.5)
    return Family(
        key=f"{number:06}",
        **facts(chance, 2),  # type: ignore[arg-type]
        wishes=(wish,) if chance.random() < 0.25 else (),
        waiting_days=chance.randint(0, 400),
        served_count=chance.randint(0, 2),
    )


def veteran(chance: Random, number: int) -> Veteran:
    """One veteran with five free places."""
    return Veteran(
        key=f"{number:06}",
        **facts(chance, 4),  # type: ignore[arg-type]
        was_inside=chance.choice([None, True, False]),
        gender=chance.choice(["", "woman", "woman", "man"]),
        capacity=CAPACITY,
        never=some(chance, ("beating", "105", "child", "police"), 1)
        if chance.random() < 0.2
        else frozenset(),
        last_asked_days=chance.randint(0, 60),
    )


def beside(families: Sequence[Family], veterans: Sequence[Veteran]) -> tuple[Figures, list[Edge], int, int]:
    """The parts of our way, and the peer on the same pairs; the worth that each reached."""
    asking = sorted(families, key=lambda one: (-turn(one), one.key))
    before = perf_counter()
    roster = roster_of(veterans)
    edges = joined(best_edges(number, one, roster, PAIRS) for number, one in enumerate(asking))
    figures = {"edges_s": perf_counter() - before}
    before = perf_counter()
    chosen = solve(asking, roster.veterans, edges)
    figures["solve_s"] = perf_counter() - before
    graph, highest = peers_graph(asking, roster, edges)
    before = perf_counter()
    picked = min_weight_full_bipartite_matching(graph)
    figures["peer_s"] = perf_counter() - before
    peer = int(highest * len(asking) - graph[picked].sum())
    return figures, edges, our_worth(asking, roster, edges, chosen), peer


def our_worth(
    families: Sequence[Family], roster: Roster, edges: Sequence[Edge], chosen: Sequence[Edge]
) -> int:
    """The worth of our choice, reckoned anew: the worths of its edges less the losses of the places taken."""
    worth = dict(zip(edges, worths(families, edges)))
    taken = [0] * len(roster.veterans)
    for edge in chosen:
        taken[edge.veteran] += 1
    lost = sum(sum(place_losses(roster.veterans[v])[:count]) for v, count in enumerate(taken))
    return sum(worth[edge] for edge in chosen) + bonus(families, edges) * len(chosen) - lost


def bonus(families: Sequence[Family], edges: Sequence[Edge]) -> int:
    """What one more family is worth to the peer, which knows no largest flow: more than any exchange can lose."""
    return (max(worths(families, edges)) + 1) * 2


def place_losses(veteran: Veteran) -> list[int]:
    """The loss of each place of a veteran, one by one."""
    return [loss for number, loss in losses(veteran) for _ in range(number)]


def peers_graph(families: Sequence[Family], roster: Roster, edges: Sequence[Edge]) -> tuple[csr_array, int]:
    """The pairs for scipy: a column for each place, and one for each family that stays without; and its cost."""
    starts: list[int] = []
    places: list[int] = []
    for one in roster.veterans:
        starts.append(len(places))
        places += place_losses(one)
    more = bonus(families, edges)
    rows, columns, costs = [], [], []
    highest = 2 * more
    for edge, worth in zip(edges, worths(families, edges)):
        for number, loss in enumerate(place_losses(roster.veterans[edge.veteran])):
            rows.append(edge.family)
            columns.append(starts[edge.veteran] + number)
            costs.append(highest - (worth + more - loss))
    for number in range(len(families)):
        rows.append(number)
        columns.append(len(places) + number)
        costs.append(highest)
    shape = (len(families), len(places) + len(families))
    return csr_array((np.array(costs, dtype=np.float64), (rows, columns)), shape=shape), highest


def agree(found: Assignment, edges: Sequence[Edge], ours: int, peer: int) -> None:
    """Stop when the optima differ: then the speeds say nothing."""
    if ours != peer:
        raise SystemExit(f"the optima differ: ours {ours}, scipy {peer}")
    if found.edges < len(edges):
        raise SystemExit("the proposal weighed fewer pairs than the peer")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

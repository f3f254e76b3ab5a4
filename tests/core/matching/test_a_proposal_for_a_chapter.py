"""Pavel asks for a proposal for all: as many families as can be, by turn, then by fit; and why some stay without."""

from dataclasses import replace
from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching
from tests.core.matching.invented import ANNA, VERA, families, veterans

from peredacha.core.language import speak
from peredacha.core.matching import Assignment, Family, Veteran, score
from peredacha.core.matching.assigning import NotSolved, SimpleMinCostFlow, assign
from peredacha.core.matching.proposal import turn

FAR = 10_000
"""More than all points of a small chapter together."""


def one_place(key: str, **facts: object) -> Veteran:
    return replace(ANNA, key=key, capacity=1, holds=0, **facts)  # type: ignore[arg-type]


def pairs_of(assignment: Assignment) -> dict[str, str]:
    return {match.family: match.veteran for match in assignment.matches}


def test_the_one_who_waits_longest_and_was_helped_least_comes_first() -> None:
    waits = replace(VERA, key="waits", waiting_days=20)
    helped = replace(VERA, key="helped", waiting_days=30, served_count=1)

    found = assign([helped, VERA, waits], [one_place("anna")])
    assert pairs_of(found) == {"waits": "anna"}
    assert [one.family for one in found.without] == ["helped", "vera"]
    assert speak(found.without[0].why[0], "en").startswith("The free places that would suit go to families")


def test_more_families_helped_goes_before_a_better_fit() -> None:
    only_near = replace(VERA, key="only-near", languages=frozenset({"tt"}))
    near = one_place("near")
    far = one_place("far", languages=frozenset({"ru"}), facilities=frozenset(), articles=frozenset())

    found = assign([replace(VERA, waiting_days=99), only_near], [far, near])
    assert pairs_of(found) == {"vera": "far", "only-near": "near"}
    assert found.without == ()
    assert found.is_whole


def test_one_helper_is_not_filled_while_another_as_good_has_room() -> None:
    asking = [replace(VERA, key=f"f{number}") for number in range(4)]
    helpers = [replace(ANNA, key=key, capacity=4, holds=0) for key in ("a", "b")]

    found = assign(asking, helpers)
    assert sorted(pairs_of(found).values()) == ["a", "a", "b", "b"]
    says = [
        speak(one.says, "en") for match in found.matches for one in match.fit.reasons if one.row == "space"
    ]
    assert sorted(says) == ["Takes 3 more families."] * 2 + ["Takes 4 more families."] * 2


def test_nobody_is_loaded_above_the_capacity_and_why_not_is_counted() -> None:
    asking = [replace(VERA, key=f"f{number}", languages=frozenset({"tg"})) for number in range(3)]

    found = assign(asking, [ANNA, replace(ANNA, key="paused", paused=True)])
    assert found.matches == ()
    assert [speak(sentence, "en") for sentence in found.without[0].why] == [
        "1 helper has paused.",
        "1 helper has no common language with the family.",
    ]


def test_nobody_stays_without_only_because_few_pairs_were_weighed() -> None:
    favourites = [one_place(f"best{number}") for number in range(3)]
    others = [one_place(f"other{number}", facilities=frozenset()) for number in range(3)]
    asking = [replace(VERA, key=f"f{number}") for number in range(6)]

    found = assign(asking, [*favourites, *others], pairs=1)
    assert len(found.matches) == len(asking)
    assert not found.is_whole


def test_an_empty_chapter_is_an_empty_proposal() -> None:
    assert assign([], []) == Assignment()
    assert assign([], [ANNA]).matches == ()
    assert [one.family for one in assign([VERA], []).without] == ["vera"]


def test_a_key_that_stands_twice_is_an_error_without_a_name() -> None:
    with pytest.raises(ValueError, match="a key stands twice") as wrong:
        assign([VERA, VERA], [ANNA])

    assert "vera" not in str(wrong.value)


def test_without_a_proven_optimum_there_is_no_proposal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        SimpleMinCostFlow,
        "solve_max_flow_with_min_cost",
        lambda flow: SimpleMinCostFlow.Status.BAD_COST_RANGE,
    )

    with pytest.raises(NotSolved, match="BAD_COST_RANGE"):
        assign([VERA], [ANNA])


@given(families(6), veterans(4), st.randoms(use_true_random=False))
def test_the_order_of_the_lists_never_matters(
    asking: list[Family], helpers: list[Veteran], chance: Random
) -> None:
    others, more = list(asking), list(helpers)
    chance.shuffle(others)
    chance.shuffle(more)

    assert assign(asking, helpers) == assign(others, more)


@given(families(6), veterans(4))
def test_no_limit_is_broken_and_everybody_is_told_once(asking: list[Family], helpers: list[Veteran]) -> None:
    found = assign(asking, helpers)
    free = {veteran.key: veteran.free for veteran in helpers}

    assert all(match.fit.is_possible for match in found.matches)
    taken = [match.veteran for match in found.matches]
    assert all(taken.count(key) <= places for key, places in free.items())
    told = [match.family for match in found.matches] + [one.family for one in found.without]
    assert sorted(told) == sorted(family.key for family in asking)
    assert all(one.why for one in found.without)


@given(families(6), veterans(4))
def test_the_optimum_is_the_peers(asking: list[Family], helpers: list[Veteran]) -> None:
    found = assign(asking, helpers)
    matched = {match.family for match in found.matches}
    ranks = {value: place for place, value in enumerate(sorted({turn(family) for family in asking}))}

    ours = [(1, ranks[turn(family)]) for family in asking if family.key in matched]
    assert (len(ours), sum(rank for _one, rank in ours), found.points) == peer(asking, helpers, ranks)


@given(families(6), veterans(4), st.integers(1, 3))
def test_few_pairs_cost_points_but_no_family_and_no_turn(
    asking: list[Family], helpers: list[Veteran], pairs: int
) -> None:
    whole, some = assign(asking, helpers), assign(asking, helpers, pairs=pairs)
    turns = {family.key: turn(family) for family in asking}

    assert [turns[one.family] for one in some.matches] == [turns[one.family] for one in whole.matches]
    assert some.points <= whole.points
    assert some.edges <= whole.edges


def peer(asking: list[Family], helpers: list[Veteran], ranks: dict[int, int]) -> tuple[int, int, int]:
    """How many families, the sum of their ranks, the points: by the assignment of scipy over all pairs and places."""
    places = [
        replace(veteran, holds=veteran.holds + taken) for veteran in helpers for taken in range(veteran.free)
    ]
    worth = np.zeros((len(asking), len(places) + len(asking)), dtype=np.int64)
    for row, family in enumerate(asking):
        for column, place in enumerate(places):
            if (fit := score(family, place)).is_possible:
                worth[row, column] = (FAR * (ranks[turn(family)] + 1) + FAR * FAR) + fit.points
    chosen = worth[linear_sum_assignment(worth, maximize=True)].tolist()
    counts = [(value // FAR - FAR - 1, value % FAR) for value in chosen if value]
    return len(counts), sum(rank for rank, _points in counts), sum(points for _rank, points in counts)


@given(families(6), veterans(3), st.sampled_from([1, 2, 9]))
def test_nobody_stays_who_could_have_been_helped_instead_of_a_later_turn(
    asking: list[Family], helpers: list[Veteran], pairs: int
) -> None:
    found = assign(asking, helpers, pairs=pairs)
    turns = {family.key: turn(family) for family in asking}
    ours = sorted((turns[match.family] for match in found.matches), reverse=True)

    possible = [
        sorted((turn(family) for family in some), reverse=True)
        for some in combinations(asking, len(ours))
        if len(some) and can_all_be_helped(list(some), helpers)
    ]
    assert ours == max(possible, default=[])


def can_all_be_helped(asking: list[Family], helpers: list[Veteran]) -> bool:
    places = [veteran for veteran in helpers for _place in range(veteran.free)]
    graph = np.array([[score(family, place).is_possible for place in places] for family in asking], dtype=int)
    return bool(places) and bool(
        (maximum_bipartite_matching(csr_array(graph), perm_type="column") >= 0).all()
    )

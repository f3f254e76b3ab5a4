"""From any beginning, places change hands until nobody more can be helped and no earlier turn stays without."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from peredacha.core.matching import Family, Veteran
from peredacha.core.matching.edges import Edge
from peredacha.core.matching.exchanging import Exchange, exchanged
from peredacha.core.matching.proposal import turn
from peredacha.core.matching.roster import roster_of

FAR = 1000
"""More than all turns together."""


def chapter(
    possible: list[list[bool]], waits: list[int], places: list[int]
) -> tuple[list[Family], list[Veteran]]:
    """Families by turn, each with a row of who is possible; and veterans with so many places."""
    helpers = [Veteran(key=f"v{number}", capacity=free) for number, free in enumerate(places)]
    asking = [
        Family(
            key=f"f{number}",
            waiting_days=days,
            excluded=frozenset(one.key for one, may in zip(helpers, row, strict=True) if not may),
        )
        for number, (row, days) in enumerate(zip(possible, sorted(waits, reverse=True), strict=True))
    ]
    return asking, helpers


@st.composite
def chapters(draw: st.DrawFn) -> tuple[list[Family], list[Veteran]]:
    many, few = draw(st.integers(1, 7)), draw(st.integers(1, 4))
    rows = st.lists(st.lists(st.booleans(), min_size=few, max_size=few), min_size=many, max_size=many)
    waits = st.lists(st.integers(0, 5), min_size=many, max_size=many)
    return chapter(draw(rows), draw(waits), draw(st.lists(st.integers(0, 2), min_size=few, max_size=few)))


def the_last_take_first(asking: list[Family], helpers: list[Veteran]) -> list[Edge]:
    """The worst beginning: the latest turns have taken what they could."""
    taken: Counter[int] = Counter()
    chosen = []
    for number, family in reversed(list(enumerate(asking))):
        for place, helper in enumerate(helpers):
            if helper.key not in family.excluded and taken[place] < helper.free:
                taken[place] += 1
                chosen.append(Edge(number, place, 0))
                break
    return chosen


def best_turns(asking: list[Family], helpers: list[Veteran]) -> list[int]:
    """Whose turns are served at best, by the assignment of scipy."""
    places = [helper for helper in helpers for _place in range(helper.free)]
    worth = np.zeros((len(asking), len(places) + len(asking)), dtype=np.int64)
    for row, family in enumerate(asking):
        for column, place in enumerate(places):
            worth[row, column] = 0 if place.key in family.excluded else FAR + turn(family)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    return [turn(asking[row]) for row, column in zip(rows, columns, strict=True) if worth[row, column]]


@given(chapters())
def test_from_the_worst_beginning_the_best_turns_are_served(
    world: tuple[list[Family], list[Veteran]],
) -> None:
    asking, helpers = world
    held = exchanged(asking, roster_of(helpers), the_last_take_first(asking, helpers))

    assert [turn(asking[family]) for family, _veteran in held] == best_turns(asking, helpers)
    taken = Counter(veteran for _family, veteran in held)
    assert all(number <= helpers[veteran].free for veteran, number in taken.items())
    assert all(helpers[veteran].key not in asking[family].excluded for family, veteran in held)


@given(chapters())
def test_both_sides_of_the_book_agree_after_every_step(world: tuple[list[Family], list[Veteran]]) -> None:
    asking, helpers = world
    exchange = Exchange(asking, roster_of(helpers), the_last_take_first(asking, helpers))
    for newcomer in range(len(asking)):
        if newcomer not in exchange.veteran_of:
            exchange.bring_in(newcomer)
        held = {(family, veteran) for veteran, some in exchange.families_of.items() for family in some}
        assert held == set(exchange.veteran_of.items())


def test_the_later_turn_gives_way_at_the_end_of_a_chain() -> None:
    asking, helpers = chapter([[True, False], [True, True], [False, True]], [9, 5, 1], [1, 1])
    chosen = [Edge(1, 0, 0), Edge(2, 1, 0)]

    assert exchanged(asking, roster_of(helpers), chosen) == [(0, 0), (1, 1)]


def test_a_search_in_vain_does_not_hide_a_place_elsewhere() -> None:
    asking, helpers = chapter([[True, False], [True, False], [False, True]], [9, 9, 1], [1, 1])

    assert exchanged(asking, roster_of(helpers), [Edge(0, 0, 0)]) == [(0, 0), (2, 1)]


def test_equal_turns_do_not_push_each_other_out() -> None:
    asking, helpers = chapter([[True], [True]], [3, 3], [1])

    assert exchanged(asking, roster_of(helpers), [Edge(1, 0, 0)]) == [(1, 0)]

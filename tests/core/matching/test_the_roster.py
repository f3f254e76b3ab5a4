"""The quick way to the points and the limits gives what the slow way gives."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from tests.core.matching.invented import VERA, families, veterans

from peredacha.core.matching import Family, Veteran, refusals, score
from peredacha.core.matching.edges import best_edges
from peredacha.core.matching.planes import add, highest, points_at, positions, some_of
from peredacha.core.matching.roster import allowed, points_of, refused, roster_of


@given(families(3), veterans(5))
def test_every_point_and_every_limit_is_the_same(asking: list[Family], helpers: list[Veteran]) -> None:
    roster = roster_of(reversed(helpers))
    for family in asking:
        planes, possible = points_of(roster, family), set(positions(allowed(roster, family)))
        for place, veteran in enumerate(roster.veterans):
            fit = score(family, veteran)
            assert points_at(planes, place) == fit.points
            assert (place in possible) == fit.is_possible


@given(families(3), veterans(5))
def test_every_veteran_is_refused_once_under_the_hardest_limit(
    asking: list[Family], helpers: list[Veteran]
) -> None:
    for family in asking:
        first = Counter(found[0].limit for one in helpers if (found := refusals(family, one)))
        assert Counter(refused(roster_of(helpers), family)) == first


@given(families(3), veterans(5), st.integers(1, 4))
def test_the_best_edges_are_the_best(asking: list[Family], helpers: list[Veteran], most: int) -> None:
    roster = roster_of(helpers)
    for place, family in enumerate(asking):
        mine = best_edges(place, family, roster, most)
        fits = [fit for one in helpers if (fit := score(family, one)).is_possible]
        best = sorted((fit.points for fit in fits), reverse=True)[:most]
        assert sorted((edge.points for edge in mine), reverse=True) == best
        assert len({edge.veteran for edge in mine}) == len(mine)


def test_families_with_the_same_trouble_are_not_led_to_the_same_few() -> None:
    roster = roster_of(Veteran(key=f"v{number}", capacity=1) for number in range(100))

    lists = [best_edges(number, VERA, roster, 10) for number in range(10)]
    assert len({edge.veteran for edges in lists for edge in edges}) == 100


@given(st.lists(st.tuples(st.integers(0, 2**9 - 1), st.integers(0, 60)), max_size=8), st.integers(0, 10))
def test_planes_add_like_numbers(added: list[tuple[int, int]], wanted: int) -> None:
    planes: list[int] = []
    for mask, points in added:
        add(planes, mask, points)

    sums = [sum(points for mask, points in added if mask >> place & 1) for place in range(9)]
    assert [points_at(planes, place) for place in range(9)] == sums
    sure, tied = highest(planes, 2**9 - 1, wanted)
    chosen = [*positions(sure), *some_of(tied, wanted - sure.bit_count(), 4)]
    assert sorted((sums[place] for place in chosen), reverse=True) == sorted(sums, reverse=True)[:wanted]


def test_some_of_a_mask_go_round_from_the_start() -> None:
    assert some_of(0b10110, 2, 2) == [2, 4]
    assert some_of(0b10110, 3, 4) == [4, 1, 2]
    assert some_of(0b10110, 9, 0) == [1, 2, 4]

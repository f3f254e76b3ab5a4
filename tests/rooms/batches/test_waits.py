"""Who waits longest is packed for first: the packing is told an order without equals, near the true days."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from peredacha.rooms.batches.services.turns import falling

MOST = 180
DAYS = st.lists(st.integers(0, 900), max_size=MOST + 1).map(lambda days: sorted(days, reverse=True))
CROWDS = st.lists(st.integers(0, 900), min_size=200, max_size=260).map(
    lambda days: sorted(days, reverse=True)
)


@given(DAYS)
def test_each_waits_longer_than_the_next_one(days) -> None:
    found = falling(days, MOST)

    assert all(one > other for one, other in pairwise(found))
    assert all(0 <= one <= MOST for one in found) and len(found) == len(days)


@given(CROWDS)
def test_of_more_than_there_are_numbers_nobody_is_told_to_wait_longer_than_who_stands_before(days) -> None:
    found = falling(days, MOST)

    assert all(one >= other for one, other in pairwise(found))
    assert found[0] > found[-1] >= 0 and found[0] <= MOST


def test_days_that_are_apart_stay_as_they_are() -> None:
    assert falling([120, 60, 7], MOST) == [120, 60, 7]
    assert falling([400, 400, 30, 30], MOST) == [180, 179, 31, 30]

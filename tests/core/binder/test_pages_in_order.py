"""Vera photographs a case at a kitchen table and puts the pages in order; none is lost and none is doubled."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.binder.world import names, page, pages

from peredacha.core.binder import Page, Unbindable, in_order, joined, moved, placed, turned, without


def pages_of(ids: list[str]) -> tuple[Page, ...]:
    return tuple(page(f"{one}-1", number) for number, one in enumerate(ids, 1))


HELD = st.lists(st.sampled_from("abcdefghijkl"), unique=True, min_size=1).map(pages_of)
NUMBERS = st.integers(min_value=-3, max_value=40)


def test_a_number_typed_beside_a_page_puts_it_there() -> None:
    assert names(placed(pages("a1 b1 c1 d1"), {"d1": 2})) == "a1 d1 b1 c1"
    assert names(placed(pages("a1 b1 c1 d1"), {"a1": 3})) == "b1 c1 a1 d1"


def test_the_whole_list_may_come_back_with_one_number_changed() -> None:
    assert names(placed(pages("a1 b1 c1 d1"), {"a1": 1, "b1": 2, "c1": 3, "d1": 2})) == "a1 d1 b1 c1"


def test_odd_numbers_mean_the_first_and_the_last_place() -> None:
    assert names(placed(pages("a1 b1 c1"), {"c1": 0})) == "c1 a1 b1"
    assert names(placed(pages("a1 b1 c1"), {"a1": 99, "b1": 99})) == "c1 a1 b1"
    assert names(placed(pages("a1 b1 c1 d1 e1"), {"c1": 2, "d1": 2, "e1": 3})) == "a1 c1 d1 e1 b1"


def test_one_step_up_or_down_stops_at_the_ends() -> None:
    assert names(moved(pages("a1 b1 c1"), "b1", -1)) == "b1 a1 c1"
    assert names(moved(pages("a1 b1 c1"), "b1", 1)) == "a1 c1 b1"
    assert names(moved(pages("a1 b1 c1"), "c1", 1)) == "a1 b1 c1"


def test_a_page_is_turned_by_quarters_and_comes_round() -> None:
    held = pages("a1 b1")

    assert [one.rotation for one in turned(held, "b1")] == [0, 90]
    assert [one.rotation for one in turned(held, "b1", -90)] == [0, 270]
    for _quarter in range(4):
        held = turned(held, "a1")
    assert [one.rotation for one in held] == [0, 0]


def test_new_pages_come_behind_and_gone_ones_leave_no_gap() -> None:
    more = joined(pages("a1 b1"), (page("c1", 1), page("d1", 1)))

    assert names(more) == "a1 b1 c1 d1"
    assert names(without(more, ("b1", "c1"))) == "a1 d1"


def test_a_page_that_is_not_there_is_told_in_one_sentence() -> None:
    held = pages("a1 b1")
    for act in (
        lambda: moved(held, "igor", 1),
        lambda: turned(held, "igor"),
        lambda: placed(held, {"igor": 1}),
        lambda: without(held, ("igor",)),
    ):
        with pytest.raises(Unbindable, match="no longer in the binder"):
            act()


@given(HELD, st.data())
def test_no_order_loses_or_doubles_a_page(held: tuple[Page, ...], data: st.DataObject) -> None:
    ids = [one.id for one in held]
    typed = data.draw(st.dictionaries(st.sampled_from(ids), NUMBERS))
    one, by = data.draw(st.sampled_from(ids)), data.draw(NUMBERS)

    for after in (placed(held, typed), moved(held, one, by), turned(held, one, 90 * by)):
        assert sorted(names(after).split()) == sorted(ids)
        assert {replace(now, number=0, rotation=0) for now in after} == {
            replace(then, number=0) for then in held
        }


@given(HELD, st.data())
def test_numbers_that_are_an_order_are_obeyed_to_the_letter(
    held: tuple[Page, ...], data: st.DataObject
) -> None:
    wished = data.draw(st.permutations([one.id for one in held]))

    assert names(placed(held, {one: number for number, one in enumerate(wished, 1)})).split() == list(wished)


@given(HELD, st.data())
def test_one_number_alone_is_obeyed_and_the_others_keep_their_order(
    held: tuple[Page, ...], data: st.DataObject
) -> None:
    one, number = data.draw(st.sampled_from([one.id for one in held])), data.draw(NUMBERS)
    after = names(placed(held, {one: number})).split()

    assert after.index(one) + 1 == min(max(number, 1), len(held))
    assert [left for left in after if left != one] == [left.id for left in held if left.id != one]


@given(HELD, st.data())
def test_stored_rows_come_back_in_order_however_they_were_read(
    held: tuple[Page, ...], data: st.DataObject
) -> None:
    assert in_order(data.draw(st.permutations(held))) == held

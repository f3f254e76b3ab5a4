"""The rule: who was left alone longest comes first, serving somebody never moves them up, and nothing else counts."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.turns import KINDS, LAST, Turn, in_turn, turn_of, weight


def name(number: int) -> bytes:
    return number.to_bytes(16, "big")


TODAY = date(2026, 11, 22)
DAYS = st.dictionaries(st.sampled_from(KINDS), st.integers(0, 400))
CHAPTERS = st.lists(st.tuples(st.integers(1, 10**6), DAYS), max_size=12, unique_by=lambda one: one[0]).map(
    lambda many: [Turn(name(key), days) for key, days in many]
)
WANTED = st.none() | st.sampled_from(KINDS)


def names(turns: Sequence[Turn]) -> list[bytes]:
    return [one.key for one in turns]


@given(CHAPTERS, WANTED, st.randoms(use_true_random=False))
def test_the_order_in_which_people_are_read_changes_nothing(turns, kind, chance) -> None:
    shuffled = list(turns)
    chance.shuffle(shuffled)

    assert in_turn(shuffled, today=TODAY, kind=kind) == in_turn(turns, today=TODAY, kind=kind)


@given(CHAPTERS, WANTED, st.data())
def test_serving_somebody_never_moves_them_up(turns, kind, data) -> None:
    before = names(in_turn(turns, today=TODAY, kind=kind))
    if not before:
        return
    key = data.draw(st.sampled_from(before))
    served = next(one for one in turns if one.key == key)
    what = data.draw(st.sampled_from(sorted(served.days)))
    days = dict(served.days)
    if data.draw(st.booleans()):
        del days[what]
    else:
        days[what] = data.draw(st.integers(0, days[what]))

    after = names(
        in_turn(
            [*(one for one in turns if one.key != key), replace(served, days=days)], today=TODAY, kind=kind
        )
    )

    assert key not in after or after.index(key) >= before.index(key)


@given(CHAPTERS)
def test_who_lacks_one_thing_longest_of_all_stands_first(turns) -> None:
    first = in_turn(turns, today=TODAY)[:1]

    for one in first:
        assert max(one.days.values()) == max(max(other.days.values(), default=0) for other in turns)


def test_equals_are_drawn_by_lot_which_stays_all_day_and_changes_with_the_day() -> None:
    many = [Turn(name(number), {"letter": 30}) for number in range(40)]

    today, again = in_turn(many, today=TODAY), in_turn(many, today=TODAY)
    tomorrow = in_turn(many, today=TODAY + timedelta(days=1))

    assert today == again
    assert names(today) != names(tomorrow) and set(names(today)) == set(names(tomorrow))


def test_no_value_of_the_rule_speaks_of_fame() -> None:
    assert {one.name for one in fields(Turn)} == {"key", "days", "never"}


def test_what_is_lacked_longest_is_the_reason() -> None:
    assert Turn(name(1), {"letter": 5, "visit": 90, "contact": 90}).worst == "visit"
    assert Turn(name(1), {}).worst is None


def test_what_never_was_counts_from_the_week_in_which_the_matter_came_and_goes_first_among_equals() -> None:
    came, key = TODAY - timedelta(days=30), name(7)

    never = turn_of(key, {"parcel": None}, came=came, today=TODAY)
    once = turn_of(name(8), {"parcel": came}, came=came - timedelta(days=300), today=TODAY)

    assert never.days == once.days == {"parcel": 30} and never.never == {"parcel"} and not once.never
    assert in_turn([once, never], today=TODAY, kind="parcel") == [never, once]


def test_a_day_ahead_counts_as_today() -> None:
    ahead = turn_of(name(1), {"visit": TODAY + timedelta(days=9)}, came=TODAY, today=TODAY)

    assert ahead.days == {"visit": 0}


@given(CHAPTERS, st.sampled_from(KINDS))
def test_of_whom_nothing_is_known_stands_behind_everybody_who_lacks_something(turns, kind) -> None:
    for one in in_turn(turns, today=TODAY, kind=kind):
        assert weight(one, today=TODAY, kind=kind) < LAST

"""The rule: who was left alone longest comes first, serving somebody never moves them up, and nothing else counts."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from peredacha.rooms.turns.services import KINDS, Turn, in_turn, top

TODAY = date(2026, 11, 22)
DAYS = st.dictionaries(st.sampled_from(KINDS), st.integers(0, 400))
CHAPTERS = st.lists(st.tuples(st.integers(1, 10**6), DAYS), max_size=12, unique_by=lambda one: one[0]).map(
    lambda many: [Turn(UUID(int=key), days) for key, days in many]
)
WANTED = st.none() | st.sampled_from(KINDS)


def names(turns: Sequence[Turn]) -> list[UUID]:
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


@given(CHAPTERS, CHAPTERS, WANTED, st.integers(1, 5), st.integers(1, 4))
def test_looking_only_near_the_top_finds_the_same_as_looking_at_everybody(
    turns, more, kind, most, at_once
) -> None:
    truth = {one.key: one for one in turns}
    rough = [
        replace(one, days={what: days + n % 90 for what, days in one.days.items()}, exact=False)
        for n, one in enumerate(turns, len(more))
    ]
    looked: list[UUID] = []

    def look(batch: Sequence[Turn]) -> list[Turn]:
        looked.extend(names(batch))
        return [truth[one.key] for one in batch]

    found = top(rough, look, today=TODAY, kind=kind, most=most, at_once=at_once, opened=10_000)

    assert names(found) == names(in_turn(turns, today=TODAY, kind=kind))[:most]
    assert len(looked) == len(set(looked))


def test_equals_are_drawn_by_lot_which_stays_all_day_and_changes_with_the_day() -> None:
    many = [Turn(UUID(int=number), {"letter": 30}) for number in range(40)]

    today, again = in_turn(many, today=TODAY), in_turn(many, today=TODAY)
    tomorrow = in_turn(many, today=TODAY + timedelta(days=1))

    assert today == again
    assert names(today) != names(tomorrow) and set(names(today)) == set(names(tomorrow))


def test_no_value_of_the_rule_speaks_of_fame() -> None:
    assert {one.name for one in fields(Turn)} == {"key", "days", "never", "exact"}


def test_what_is_lacked_longest_is_the_reason() -> None:
    assert Turn(UUID(int=1), {"letter": 5, "visit": 90, "contact": 90}).worst == "visit"
    assert Turn(UUID(int=1), {}).worst is None

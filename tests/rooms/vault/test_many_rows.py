"""A list of many people is written in one step, and stands exactly as if each row had been written alone."""

from typing import Any

import pytest
from tests.rooms.matters.world import keys
from tests.rooms.people.world import Enrolled
from tests.rooms.vault.world import founder, holder, opens

from peredacha.rooms.rolls.models import RollRow
from peredacha.rooms.vault.models import Safe
from peredacha.rooms.vault.services import (
    OpenSafe,
    TooLong,
    missing_places,
    new_safe,
    read_rows,
    revoke,
    write_row,
    write_rows,
)
from peredacha.rooms.vault.services.rows import LONGEST

pytestmark = pytest.mark.django_db
PEOPLE = [{"surname": f"Смирнов-{number}", "note": "я" * (number * 40)} for number in range(30)]


def safe_of(pavel: Enrolled) -> OpenSafe:
    return new_safe(giver=keys(pavel).holder, pair=keys(pavel).pair, holders=[holder(pavel)])


def rows_of(safe: OpenSafe) -> list[RollRow]:
    return list(RollRow.objects.filter(safe=safe.id))


def told(safe: OpenSafe) -> list[Any]:
    """Everything by which two safes could be told apart, but for what is random."""
    return [
        (one.row.sequence, one.row.epoch, len(bytes(one.row.sealed)), one.content)
        for one in read_rows(rows_of(safe), safe)
    ]


def test_many_at_once_stand_as_one_by_one() -> None:
    pavel = founder()
    one_by_one, at_once = safe_of(pavel), safe_of(pavel)

    alone = [write_row(RollRow, one_by_one, person) for person in PEOPLE]
    together = write_rows(RollRow, at_once, iter(PEOPLE))

    assert told(one_by_one) == told(at_once)
    assert [content for *_place, content in told(at_once)] == PEOPLE
    assert [one.sequence for one in alone] == [one.sequence for one in together] == list(range(1, 31))
    assert [one.id for one in together] == [one.id for one in rows_of(at_once)]
    assert missing_places(rows_of(at_once)) == []


def test_the_two_ways_go_on_from_each_other() -> None:
    pavel = founder()
    mixed, one_by_one = safe_of(pavel), safe_of(pavel)
    write_row(RollRow, mixed, PEOPLE[0])
    write_rows(RollRow, mixed, PEOPLE[1:20])
    write_row(RollRow, mixed, PEOPLE[20])
    write_rows(RollRow, mixed, PEOPLE[21:])
    for person in PEOPLE:
        write_row(RollRow, one_by_one, person)

    assert told(mixed) == told(one_by_one)
    assert write_rows(RollRow, mixed, []) == []


def test_after_a_reader_left_they_are_sealed_with_the_new_key_alone() -> None:
    pavel, oleg = founder(), founder("Oleg", "volga")
    shared = new_safe(giver=keys(pavel).holder, pair=keys(pavel).pair, holders=[holder(pavel), holder(oleg)])
    before = opens(oleg, shared)
    renewed = revoke(keys=keys(pavel), opened=shared, holder=oleg.member.id)

    write_rows(RollRow, renewed, PEOPLE)

    assert {one.epoch for one in rows_of(shared)} == {renewed.epoch} != {shared.epoch}
    assert before is not None
    assert all(one.content is None for one in read_rows(rows_of(shared), before))
    assert [one.content for one in read_rows(rows_of(shared), renewed)] == PEOPLE


def test_a_row_moved_to_the_place_of_another_does_not_open() -> None:
    safe = safe_of(founder())
    first, second = write_rows(RollRow, safe, PEOPLE[:2])
    RollRow.objects.filter(id=first.id).update(sealed=second.sealed)

    assert [one.content for one in read_rows(rows_of(safe), safe)] == [None, PEOPLE[1]]


def test_one_that_is_too_long_leaves_nobody_written() -> None:
    safe = safe_of(founder())
    write_row(RollRow, safe, PEOPLE[0])

    with pytest.raises(TooLong):
        write_rows(RollRow, safe, [*PEOPLE, {"note": "x" * LONGEST}])

    assert [one.sequence for one in rows_of(safe)] == [1]


def test_a_long_list_costs_few_questions_to_the_database(django_assert_max_num_queries: Any) -> None:
    safe = safe_of(founder())

    with django_assert_max_num_queries(8):
        write_rows(RollRow, safe, PEOPLE)

    assert Safe.objects.filter(id=safe.id).exists() and len(rows_of(safe)) == len(PEOPLE)

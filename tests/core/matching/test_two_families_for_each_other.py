"""Vera and another mother fight for each other's sons."""

from dataclasses import replace
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.core.matching.invented import VERA, families

from peredacha.core.language import speak
from peredacha.core.matching import Family, cross_help
from peredacha.core.matching.crossing import paired, worth_of

AHEAD = replace(
    VERA,
    key="ahead",
    stages=frozenset({"trial"}),
    passed_stages=frozenset({"remand"}),
    facilities=frozenset({"sizo-1"}),
)


def test_each_gives_what_the_other_needs_in_words() -> None:
    (pair,) = cross_help([VERA, AHEAD])

    assert (pair.one, pair.other) == ("ahead", "vera")
    assert [speak(reason.says, "en") for reason in pair.gives] == [
        "Knows the same place.",
        "Knows the same article.",
        "Has already been through this stage.",
        "They have a common language.",
    ]
    assert [reason.row for reason in pair.gets] == ["place", "article", "language"]
    assert (pair.points, pair.weaker) == (74 + 58, 58)


def test_who_would_only_take_is_no_pair() -> None:
    knows = replace(
        AHEAD, facilities=frozenset({"ik-5"}), passed_facilities=frozenset({"sizo-1"}), articles=frozenset()
    )

    assert cross_help([VERA, knows]) == ()


def test_one_case_a_decline_or_no_common_language_is_no_pair() -> None:
    tied = frozenset({"case"})

    assert cross_help([replace(VERA, conflict_tags=tied), replace(AHEAD, conflict_tags=tied)]) == ()
    assert cross_help([replace(VERA, excluded=frozenset({"ahead"})), AHEAD]) == ()
    assert cross_help([VERA, replace(AHEAD, languages=frozenset({"tg"}))]) == ()
    assert len(cross_help([VERA, replace(AHEAD, languages=frozenset())])) == 1


def test_the_same_stage_of_another_case_elsewhere_is_no_pair() -> None:
    elsewhere = replace(
        VERA, key="elsewhere", facilities=frozenset({"sizo-2"}), articles=frozenset({"318/1"})
    )
    both = [replace(one, passed_stages=one.stages) for one in (VERA, elsewhere)]

    assert cross_help(both) == ()


def test_among_equals_those_who_wait_longest_come_first() -> None:
    asking = [replace(AHEAD, key=key, waiting_days=days) for key, days in (("a", 1), ("b", 9), ("c", 5))]

    assert [(pair.one, pair.other) for pair in cross_help(asking)] == [("b", "c")]


@given(families(6))
def test_no_two_families_would_both_rather_have_each_other(asking: list[Family]) -> None:
    by_key = {family.key: family for family in asking}
    pairs = cross_help(asking)
    got = {
        key: worth_of(by_key[pair.one], by_key[pair.other])
        for pair in pairs
        for key in (pair.one, pair.other)
    }

    assert len(got) == 2 * len(pairs)
    for one, other in combinations(asking, 2):
        could = worth_of(one, other)
        assert not could or any(could <= (got.get(key) or ()) for key in (one.key, other.key))


@given(families(6))
def test_every_point_of_a_pair_has_its_sentence(asking: list[Family]) -> None:
    by_key = {family.key: family for family in asking}

    for pair in cross_help(asking):
        assert (pair.weaker, pair.points) == (worth_of(by_key[pair.one], by_key[pair.other]) or ())[:2]


@given(families(6), st.randoms(use_true_random=False))
def test_the_order_of_the_list_never_matters(asking: list[Family], chance: Random) -> None:
    shuffled = list(asking)
    chance.shuffle(shuffled)

    assert cross_help(asking) == cross_help(shuffled)


@given(families(3))
def test_a_pair_looks_the_same_from_either_side(asking: list[Family]) -> None:
    for one, other in combinations(asking, 2):
        there, back = paired(one, other), paired(other, one)
        assert (there.gives, there.gets) == (back.gets, back.gives)
        assert worth_of(one, other) == worth_of(other, one)

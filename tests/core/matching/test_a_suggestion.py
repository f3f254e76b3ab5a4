"""Pavel asks who could stand by Vera: the best three, or what would have to be set aside, or why nobody."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.core.matching.invented import ANNA, VERA, families, veterans

from peredacha.core.language import speak
from peredacha.core.matching import Family, Limit, Suggestion, Veteran, Wish, Wished, score, suggest

WOMAN_FROM_ELSEWHERE = replace(
    VERA, wishes=(Wish(Wished.WOMAN, must=True), Wish(Wished.OTHER_TOWN, must=True))
)
STRANGE = frozenset({"tg"})


def named(key: str, **facts: object) -> Veteran:
    return replace(ANNA, key=key, **facts)  # type: ignore[arg-type]


def keys(suggestion: Suggestion) -> list[str]:
    return [fit.veteran for fit in suggestion.fits]


def relaxed(suggestion: Suggestion) -> list[str]:
    return [speak(sentence, "en").partition(". ")[0] for sentence in suggestion.relaxed]


def test_the_best_three_come_first_and_equals_by_their_key() -> None:
    helpers = [named(key) for key in "dcba"] + [named("best", kin=frozenset({"parent"}))]

    suggestion = suggest(VERA, helpers)
    assert keys(suggestion) == ["best", "a", "b"]
    assert suggestion.relaxed == suggestion.why_not == ()
    assert keys(suggest(VERA, helpers, limit=1)) == ["best"]


def test_the_last_wish_is_set_aside_first() -> None:
    near_woman = named("near-woman")
    far_man = named("far-man", town="far", gender="man")

    assert keys(suggest(WOMAN_FROM_ELSEWHERE, [near_woman, far_man])) == ["near-woman"]
    suggestion = suggest(WOMAN_FROM_ELSEWHERE, [far_man, near_woman])
    assert relaxed(suggestion) == ["Set aside: the wish for another town"]
    assert [refusal.limit for refusal in suggestion.fits[0].refusals] == [Limit.WISH]


def test_a_wish_goes_before_the_language_and_the_language_before_one_more_family() -> None:
    near_man = named("near-man", gender="man")
    far_woman = named("far-woman", town="far", languages=STRANGE)
    full = named("full", town="far", holds=3)

    def asked(*helpers: Veteran) -> tuple[list[str], list[str]]:
        suggestion = suggest(WOMAN_FROM_ELSEWHERE, helpers)
        return keys(suggestion), relaxed(suggestion)

    towns, women = "Set aside: the wish for another town", "Set aside: the wish for a woman"
    assert asked(full, far_woman, near_man) == (["near-man"], [towns, women])
    assert asked(full, far_woman) == (["far-woman"], ["Set aside: a common language"])
    assert asked(full) == (["full"], ["Set aside: the number of families"])
    both = named("both", holds=3, town="far", languages=STRANGE)
    assert asked(both)[1] == ["Set aside: a common language", "Set aside: the number of families"]


def test_one_more_family_is_not_asked_of_who_takes_nobody_and_not_twice() -> None:
    nobody = named("nobody", capacity=0, holds=0)
    twice = named("twice", holds=4)

    suggestion = suggest(VERA, [nobody, twice])
    assert suggestion.fits == ()
    assert [speak(sentence, "en") for sentence in suggestion.why_not] == ["2 helpers have no free place."]


def test_decline_conflict_never_again_and_pause_are_never_set_aside() -> None:
    helpers = [
        named("declined"),
        named("tied", conflict_tags=frozenset({"case"})),
        named("tied-and-paused", conflict_tags=frozenset({"case"}), paused=True),
        named("never", never=frozenset({"remand"})),
        named("paused", paused=True),
    ]
    family = replace(VERA, excluded=frozenset({"declined"}), conflict_tags=frozenset({"case"}))

    suggestion = suggest(family, helpers)
    assert suggestion.fits == suggestion.relaxed == ()
    assert [speak(sentence, "en") for sentence in suggestion.why_not] == [
        "1 helper was declined by the family.",
        "2 helpers are tied to the same case.",
        "1 helper never wants to meet this subject again.",
        "1 helper has paused.",
    ]


def test_without_any_helper_the_page_says_so() -> None:
    (sentence,) = suggest(VERA, []).why_not

    assert speak(sentence, "en") == "There is no helper here yet."


@given(families(2), veterans(6), st.randoms(use_true_random=False))
def test_the_order_of_the_list_never_matters(
    asking: list[Family], helpers: list[Veteran], chance: Random
) -> None:
    shuffled = list(helpers)
    chance.shuffle(shuffled)
    for family in asking:
        assert suggest(family, helpers) == suggest(family, shuffled)


@given(families(2), veterans(6))
def test_who_is_suggested_is_possible_unless_something_is_set_aside(
    asking: list[Family], helpers: list[Veteran]
) -> None:
    for family in asking:
        suggestion = suggest(family, helpers, limit=99)
        possible = {one.key for one in helpers if score(family, one).is_possible}
        if possible:
            assert set(keys(suggestion)) == possible
            assert suggestion.relaxed == ()
        else:
            broken = {refusal.limit for fit in suggestion.fits for refusal in fit.refusals}
            assert broken <= {Limit.LANGUAGE, Limit.WISH, Limit.CAPACITY}
            assert bool(suggestion.fits) == bool(suggestion.relaxed) != bool(suggestion.why_not)

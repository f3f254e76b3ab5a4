"""Limits forbid, points add up, the unknown shuts nobody out, and every answer is a sentence."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from tests.core.matching.invented import ANNA, VERA, families, veterans

from peredacha.core.language import speak
from peredacha.core.matching import (
    CROSS_POINTS,
    POINTS,
    Family,
    Limit,
    Veteran,
    Wish,
    Wished,
    refusals,
    score,
)

ROOT = Path(__file__).parents[3]


def test_anna_was_there_and_the_page_says_how() -> None:
    fit = score(VERA, ANNA)

    assert [(reason.row, reason.points, speak(reason.says, "en")) for reason in fit.reasons] == [
        ("place", 30, "Somebody close was in the same place: the husband or wife."),
        ("article", 24, "Somebody close was charged under the same article: the husband or wife."),
        ("stage", 16, "Has been through the same stage."),
        ("part", 6, "Even the part of the article is the same."),
        ("region", 5, "Knows the courts and offices of the same region."),
        ("language", 4, "They have a common language."),
        ("space", 4, "Takes 2 more families."),
        ("rested", 2, "Was last asked 15 days ago."),
    ]
    assert fit.points == 91
    assert fit.is_possible
    assert fit.asks == ()


def test_the_shared_keys_stand_beside_the_sentence_so_that_a_page_can_name_them() -> None:
    shared = {reason.row: reason.shared for reason in score(VERA, ANNA).reasons}

    assert shared["place"] == ("sizo-1",)
    assert shared["article"] == ("228.1",)
    assert shared["part"] == ("228.1/3",)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"was_inside": True}, "Knows the same place from inside."),
        ({"was_inside": None, "kin": frozenset({"self"})}, "Knows the same place from inside."),
        ({"kin": frozenset({"parent"})}, "Somebody close was in the same place: a child."),
        ({"kin": frozenset({"parent", "spouse"})}, "Knows the same place."),
    ],
)
def test_who_was_there_is_said_only_as_far_as_it_was_told(change: dict[str, object], sentence: str) -> None:
    fit = score(VERA, replace(ANNA, **change))  # type: ignore[arg-type]

    assert speak(fit.reasons[0].says, "en") == sentence


def test_the_same_article_counts_more_than_its_part_and_more_than_its_kind() -> None:
    other_part = replace(ANNA, articles=frozenset({"228.1/4"}))
    other_article = replace(ANNA, articles=frozenset({"228/2"}))

    rows = [{reason.row for reason in score(VERA, one).reasons} for one in (ANNA, other_part, other_article)]
    assert [{"article", "part", "group"} & row for row in rows] == [
        {"article", "part"},
        {"article"},
        {"group"},
    ]
    assert POINTS["article"] > POINTS["group"] > POINTS["part"]


@pytest.mark.parametrize(
    ("family", "veteran", "limit", "sentence"),
    [
        ({"excluded": {"anna"}}, {}, Limit.EXCLUDED, "The family has declined this helper."),
        (
            {"conflict_tags": {"x"}},
            {"conflict_tags": {"x", "y"}},
            Limit.CONFLICT,
            "Both are tied to the same case",
        ),
        ({"topics": {"torture"}}, {"never": {"torture"}}, Limit.NEVER, "never wants to meet again"),
        ({}, {"never": {"228.1"}}, Limit.NEVER, "never wants to meet again"),
        ({}, {"never": {"sizo-1"}}, Limit.NEVER, "never wants to meet again"),
        ({}, {"paused": True}, Limit.PAUSED, "This helper has paused."),
        ({"languages": {"tg"}}, {}, Limit.LANGUAGE, "They have no common language."),
        ({"wishes": (Wish(Wished.MAN, must=True),)}, {}, Limit.WISH, "The family needs a man."),
        ({"wishes": (Wish(Wished.OTHER_TOWN, must=True),)}, {}, Limit.WISH, "somebody from another town."),
        ({"wishes": (Wish(Wished.WAS_INSIDE, must=True),)}, {}, Limit.WISH, "somebody who was inside."),
        ({}, {"holds": 3}, Limit.CAPACITY, "This helper has no free place."),
        ({}, {"capacity": 0, "holds": 0}, Limit.CAPACITY, "This helper has no free place."),
    ],
)
def test_each_limit_forbids_with_a_sentence(
    family: dict[str, object], veteran: dict[str, object], limit: Limit, sentence: str
) -> None:
    asking, helper = replace(VERA, **frozen(family)), replace(ANNA, **frozen(veteran))  # type: ignore[arg-type]

    found = refusals(asking, helper)
    assert [refusal.limit for refusal in found] == [limit]
    assert sentence in speak(found[0].says, "en")
    assert not score(asking, helper).is_possible


def frozen(facts: dict[str, object]) -> dict[str, object]:
    return {name: frozenset(fact) if isinstance(fact, set) else fact for name, fact in facts.items()}


def test_a_wish_that_is_no_must_shuts_nobody_out() -> None:
    wishing = replace(VERA, wishes=(Wish(Wished.WOMAN), Wish(Wished.WAS_INSIDE), Wish(Wished.WAITED_OUTSIDE)))

    fit = score(wishing, ANNA)
    assert fit.is_possible
    assert [reason.shared for reason in fit.reasons if reason.row == "wish"] == [
        ("woman",),
        ("waited_outside",),
    ]


def test_what_is_not_told_shuts_nobody_out_and_is_asked() -> None:
    musts = tuple(Wish(what, must=True) for what in (Wished.WOMAN, Wished.OTHER_TOWN, Wished.WAS_INSIDE))
    silent = Veteran(key="silent")

    fit = score(replace(VERA, wishes=musts), silent)
    assert fit.is_possible
    assert [reason.row for reason in fit.reasons] == ["rested"]
    assert len(fit.asks) == len(musts) + 2
    assert score(Family(key="silent"), silent).is_possible


@given(families(2), veterans(3))
def test_to_tell_less_never_adds_points(asking: list[Family], helpers: list[Veteran]) -> None:
    for family in asking:
        for veteran in helpers:
            for name in (
                "facilities",
                "articles",
                "groups",
                "stages",
                "topics",
                "regimes",
                "languages",
                "region",
            ):
                silent = replace(veteran, **{name: type(getattr(veteran, name))()})
                assert score(family, silent).points <= score(family, veteran).points


@given(families(2), veterans(2))
def test_what_both_share_counts_the_same_from_either_side(
    asking: list[Family], helpers: list[Veteran]
) -> None:
    sides = ("languages", "stages", "articles", "groups", "facilities", "regimes", "topics", "kin", "region")
    for family in asking:
        for veteran in helpers:
            family_as = {name: getattr(veteran, name) for name in sides}
            veteran_as = {name: getattr(family, name) for name in sides}
            plain, silent = replace(family, wishes=()), replace(veteran, was_inside=False)
            turned = score(replace(plain, **family_as), replace(silent, **veteran_as))
            assert turned.points == score(plain, silent).points


@given(families(2), veterans(3))
def test_every_row_of_the_table_is_met_at_most_once_except_wishes(
    asking: list[Family], helpers: list[Veteran]
) -> None:
    for family in asking:
        for veteran in helpers:
            rows = [reason.row for reason in score(family, veteran).reasons if reason.row != "wish"]
            assert len(rows) == len(set(rows))
            assert set(rows) <= set(POINTS)


def test_the_page_of_the_method_has_the_same_points() -> None:
    page = (ROOT / "docs/methods/matching.md").read_text("utf-8")
    fit, _heading, cross = page.partition("## Two families for each other")

    row = re.compile(r"^\| `(\w+)` \| (\d+)", re.MULTILINE)
    assert {name: int(points) for name, points in row.findall(fit)} == POINTS
    assert {name: int(points) for name, points in row.findall(cross)} == CROSS_POINTS


def test_no_person_stands_in_the_repr() -> None:
    assert "sizo" not in repr(VERA) + repr(ANNA)
    assert "vera" not in repr(VERA)


def test_the_package_does_not_load_the_solver() -> None:
    code = "import sys, peredacha.core.matching; print([name for name in ('ortools', 'numpy') if name in sys.modules])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

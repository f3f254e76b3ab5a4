"""Two names side by side, judged before the program was asked: the table pairs.csv may be read without programming."""

import csv
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some
from tests.house.tree import ROOT

from peredacha.core.language import speak
from peredacha.core.linkage import Kind, Likeness, Named, compare, read_name

ROWS = list(
    csv.DictReader((Path(__file__).parent / "pairs.csv").read_text("utf-8").splitlines(), delimiter=";")
)
TEXTS = sorted({row[side] for row in ROWS for side in ("one", "other")})
KINDS: tuple[Kind, ...] = ("same", "likely", "namesake", "different")
names = some.sampled_from(TEXTS).map(read_name)


def of(one: str, other: str) -> Likeness:
    return compare(read_name(one), read_name(other))


def told(likeness: Likeness) -> list[str]:
    return [speak(reason, "en") for reason in likeness.reasons]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['one']} / {row['other']}")
def test_a_pair_is_told_as_it_was_judged_or_stands_among_the_known_errors(row: dict[str, str]) -> None:
    assert row["kind"] in KINDS
    assert of(row["one"], row["other"]).kind == (row["told wrongly as"] or row["kind"])


def test_the_page_on_the_method_tells_the_share_that_is_right() -> None:
    right = sum(not row["told wrongly as"] for row in ROWS)
    page = (ROOT / "docs/methods/linkage.md").read_text("utf-8")

    assert len(ROWS) >= 120
    assert right / len(ROWS) > 0.9
    assert re.search(rf"\b{right} of {len(ROWS)}\b", page), f"write “{right} of {len(ROWS)}” into the page"


def test_no_two_people_of_the_table_are_told_as_the_same() -> None:
    apart = [row for row in ROWS if row["kind"] in ("namesake", "different")]

    assert len(apart) > 40
    assert not [row for row in apart if row["told wrongly as"] in ("same", "likely")]


@settings(max_examples=400, deadline=None)
@given(names, names)
def test_it_does_not_matter_who_is_named_first(one: Named, other: Named) -> None:
    assert compare(one, other) == compare(other, one)


@settings(max_examples=300, deadline=None)
@given(names, names)
def test_nobody_is_more_like_a_name_than_the_name_itself(one: Named, other: Named) -> None:
    itself = compare(one, one)
    assume(one.raw != other.raw)

    assert itself.kind in ("same", "likely")
    assert compare(one, other).odds <= itself.odds


@settings(max_examples=300, deadline=None)
@given(some.sampled_from(TEXTS), some.sampled_from(TEXTS))
def test_capitals_and_yo_never_change_the_answer(one: str, other: str) -> None:
    plain = of(one, other)

    assert of(one.upper(), other) == plain
    assert of(one.lower(), other) == plain
    assert of(one.replace("ё", "е").replace("Ё", "Е"), other) == plain


def test_the_odds_keep_the_order_of_the_kinds() -> None:
    odds: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for row in ROWS:
        found = of(row["one"], row["other"])
        odds[found.kind].append(found.odds)

    assert all(0 <= one <= 1 for kind in KINDS for one in odds[kind])
    for higher, lower in pairwise(KINDS):
        assert min(odds[higher]) > max(odds[lower])


def test_more_that_agrees_makes_it_likelier() -> None:
    card = "Иванов Пётр Сергеевич 1987"
    mentions = ("Иванов", "Иванов П.", "Иванов П.С.", "Иванов П.С. 1987", "Иванов Пётр Сергеевич 1987")

    odds = [of(mention, card).odds for mention in mentions]
    assert odds == sorted(set(odds))


def test_the_reasons_are_told_in_sentences_that_name_nobody() -> None:
    found = of("Саша Петрова 1990", "Петрова Александра Игоревна 1962")

    assert told(found) == [
        "The surname is the same.",
        "Two forms of one given name.",
        "The years of birth differ.",
    ]
    assert not any(reason.values for reason in found.reasons)


def test_nothing_to_compare_is_no_likeness() -> None:
    assert of("", "").kind == of("???", "Иванов Пётр").kind == "different"

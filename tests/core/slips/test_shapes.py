"""Vera stands at three windows, and each wants another list: what people told becomes the shape that is printed."""

from dataclasses import dataclass
from datetime import date

import pytest

from peredacha.core.slips import MOST_COPIES, PARTS, ListForm, form_of, lines_of, wants_among, with_lines

MARCH, MAY, JULY = date(2026, 3, 2), date(2026, 5, 12), date(2026, 7, 1)


@dataclass
class Seen:
    thing: str
    on: date
    verdict: str = "wanted"
    count: int = 1


def test_what_nobody_told_stays_as_lists_usually_are() -> None:
    assert form_of(wants_among([])) == ListForm()
    assert form_of(wants_among([Seen("colour-red", MAY)])) == ListForm()


def test_copies_heading_and_lines_follow_what_people_met() -> None:
    met = [
        Seen("copies-3", MAY),
        Seen("heading-request", MAY),
        Seen("line-passport", MARCH),
        Seen("line-weights", MAY, "unwanted"),
        Seen("line-prisoner", MAY, "unwanted"),
    ]

    form = form_of(wants_among(met))

    assert (form.copies, form.heading, form.passport) == (3, "request", True)
    assert form.columns == ("number", "name", "pieces") and form.signatures == ("sender", "officer")


def test_the_newest_number_of_copies_counts_and_the_old_one_is_told_no_more() -> None:
    (want,) = wants_among([Seen("copies-3", MAY, count=9), Seen("copies-2", JULY), Seen("copies-2", MARCH)])

    assert (want.key, want.day, want.people) == ("copies-2", JULY, 2)
    assert form_of([want]).copies == 2


@pytest.mark.parametrize(("people", "wanted"), [(1, False), (2, True), (3, True)])
def test_on_one_day_those_who_are_more_are_believed(people: int, wanted: bool) -> None:
    met = [Seen("line-passport", MAY, count=people), Seen("line-passport", MAY, "unwanted", 2)]

    (want,) = wants_among(met)

    assert want.wanted is wanted and form_of([want]).passport is wanted


def test_what_is_no_longer_wanted_goes_and_comes_back() -> None:
    gone = [Seen("copies-3", MARCH), Seen("copies-3", MAY, "unwanted")]

    assert form_of(wants_among(gone)).copies == ListForm().copies
    assert form_of(wants_among([*gone, Seen("copies-3", JULY)])).copies == 3


def test_every_number_of_copies_and_every_line_has_a_name() -> None:
    assert [key for key in PARTS if key.startswith("copies-")] == [
        f"copies-{n + 1}" for n in range(MOST_COPIES)
    ]
    for key in ("weights", "sender", "officer", "prisoner", "passport"):
        assert lines_of(with_lines(ListForm(), (key,))) == (key,)

"""Counts outlive what was counted; small ones are not told in public."""

from datetime import date

import pytest
from tests.rooms.journal.world import ANNA, CHAPTER, TODAY, a_day

from peredacha.rooms.journal.models import Act, Counter
from peredacha.rooms.journal.selectors import counters_for
from peredacha.rooms.journal.services import bump, month_report, record

pytestmark = pytest.mark.django_db


def test_a_counter_belongs_to_one_chapter_and_one_month() -> None:
    bump(chapter=CHAPTER, name="plans", today=date(2026, 10, 31))
    bump(chapter=CHAPTER, name="plans", today=date(2026, 11, 1))
    bump(chapter=CHAPTER, name="plans", today=date(2026, 11, 30), by=6)
    bump(chapter="other", name="plans", today=TODAY)

    assert counters_for(CHAPTER, TODAY) == {"plans": 7}
    assert counters_for(CHAPTER, date(2026, 10, 1)) == {"plans": 1}
    assert counters_for(CHAPTER, date(2026, 12, 1)) == {}
    assert str(Counter.objects.get(chapter="other")) == "other 2026-11 plans: 1"


@pytest.mark.parametrize(("value", "public"), [(0, 0), (1, None), (4, None), (5, 5), (500, 500)])
def test_a_small_number_is_not_told_in_public(value: int, public: int | None) -> None:
    bump(chapter=CHAPTER, name="families", today=TODAY, by=value)

    assert counters_for(CHAPTER, TODAY, public=True) == {"families": public}
    assert counters_for(CHAPTER, TODAY) == {"families": value}


def test_the_report_of_a_month_counts_acts_and_counters() -> None:
    a_day()
    record(act=Act.SIGNED_IN, chapter=CHAPTER, actor=ANNA, today=date(2026, 12, 1))
    record(act=Act.SIGNED_IN, chapter="other", actor=ANNA, today=TODAY)
    bump(chapter=CHAPTER, name="plans", today=TODAY, by=40)

    report = month_report(CHAPTER, date(2026, 11, 30))

    assert report.month == date(2026, 11, 1)
    assert report.acts["signed_in"] == report.acts["granted"] == 1
    assert sum(n or 0 for n in report.acts.values()) == 7
    assert report.counters == {"plans": 40}
    assert set(month_report(CHAPTER, TODAY, public=True).acts.values()) == {None}


def test_the_last_day_of_a_month_is_in_and_the_first_of_the_next_is_out() -> None:
    for day in (date(2027, 1, 31), date(2027, 2, 1), date(2027, 2, 28), date(2027, 3, 1)):
        record(act=Act.JOINED, chapter=CHAPTER, today=day)

    assert month_report(CHAPTER, date(2027, 2, 10)).acts == {"joined": 2}
    assert month_report(CHAPTER, date(2027, 1, 10)).acts == {"joined": 1}

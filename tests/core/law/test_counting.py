"""Promises that every deadline keeps, whatever the day: of every rule of the land of Russia."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peredacha.core.law import CourtCalendar, Deadline, Start, count_deadline, told_deadline
from peredacha.core.law.answering import due_from
from peredacha.core.law.counting import Counter
from peredacha.core.law.deadlines import DeadlineRule, Edition, Limit
from peredacha.core.law.span import Span
from peredacha.jurisdictions.load import pack

RU = pack("ru")
DAYS = st.dates(date(2010, 1, 1), date(2035, 12, 31))
MOMENTS = st.times().map(lambda at: at.replace(second=0, microsecond=0))
CLOCKS = st.none() | MOMENTS
ZONES = st.sampled_from([None, *{region.zone for region in RU.regions.values()}])
EVER_OFF = CourtCalendar(
    frozenset(date(2009, 1, 1) + timedelta(days=n) for n in range(20_000)), frozenset(), {}
)
MONTH_ENDS = [
    date(year, month, 1) - timedelta(days=1)
    for year in (2023, 2024, 2025, 2027, 2028)
    for month in range(1, 13)
]
RULES_WITH_VARIANTS = [
    (rule, variant) for rule in RU.deadlines for variant in (None, "otherwise", *rule.variants)
]


def editions() -> Iterator[tuple[DeadlineRule, Edition]]:
    return ((rule, edition) for rule in RU.deadlines for edition in rule.editions)


def limits(count: str) -> list[Limit]:
    found = {
        limit
        for _, edition in editions()
        for limit in (edition.limit, *(one.limit for one in (*edition.variants, *edition.extensions)))
        if limit.count == count
    }
    assert found, f"no rule of the land is counted as `{count}`: then this test looks at nothing"
    return sorted(found, key=lambda one: (one.unit, one.length))


def moment(day: date) -> datetime:
    """A day or a moment as a point of real time, so that two zones and a changed clock compare."""
    if not isinstance(day, datetime):
        return datetime.combine(day, time(0), UTC)
    return day.astimezone(UTC) if day.tzinfo else day.replace(tzinfo=UTC)


def ends(answer: Deadline) -> tuple[datetime, datetime]:
    assert answer.due is not None
    return moment(answer.due.earliest), moment(answer.due.latest)


def within_one_edition(rule: DeadlineRule, answer: Deadline) -> bool:
    assert answer.edition is not None
    follower = rule.edition_after(answer.edition)
    return follower is None or ends(answer)[1].date() < (follower.basis.from_ or date.max)


@settings(max_examples=60, deadline=None)
@given(first=DAYS, later=st.integers(0, 800), at=CLOCKS, zone=ZONES)
def test_a_later_start_never_means_an_earlier_deadline(
    first: date, later: int, at: time | None, zone: ZoneInfo | None
) -> None:
    compared = 0
    for rule, variant in RULES_WITH_VARIANTS:
        early = due_from(rule, RU.counter, Start(first, at, zone), variant)
        late = due_from(rule, RU.counter, Start(first + timedelta(days=later), at, zone), variant)
        if early.edition is not late.edition or not within_one_edition(rule, late):
            continue
        compared += 1
        assert ends(early) <= ends(late) and ends(early)[1] <= ends(late)[1], (
            f"{rule.id} from {first}, {variant}"
        )
    assert later > 400 or compared > 40, "hardly any rule was compared: look at the dates of this test"


@settings(max_examples=60, deadline=None)
@given(day=DAYS, early=MOMENTS, late=MOMENTS, zone=ZONES)
def test_of_two_moments_of_one_day_the_later_one_never_ends_first(
    day: date, early: time, late: time, zone: ZoneInfo | None
) -> None:
    for limit in limits("moment"):
        first, second = (
            RU.counter.count(limit, Start(day, at, zone)).due.latest for at in sorted((early, late))
        )
        assert moment(first) <= moment(second)


@pytest.mark.parametrize("day", MONTH_ENDS, ids=str)
def test_a_month_end_never_crashes_and_is_never_skipped_silently(day: date) -> None:
    for rule, variant in RULES_WITH_VARIANTS:
        answer = due_from(rule, RU.counter, Start(day, time(23, 59), ZoneInfo("Europe/Moscow")), variant)
        assert answer.due is not None and answer.steps, rule.id
        assert told_deadline(answer, RU.acts, "ru")["due"], rule.id


@pytest.mark.parametrize("leap_day", [date(2024, 2, 29), date(2028, 2, 29), date(2000, 2, 29)], ids=str)
def test_a_leap_day_never_crashes(leap_day: date) -> None:
    for rule in RU.deadlines:
        assert due_from(rule, RU.counter, Start(leap_day)).due is not None, rule.id


@settings(max_examples=15, deadline=None)
@given(day=DAYS, at=CLOCKS)
def test_every_answer_cites_a_norm_and_tells_it_in_both_languages(day: date, at: time | None) -> None:
    assert len(RU.deadlines) > 40
    for rule in RU.deadlines:
        answer = due_from(rule, RU.counter, Start(day, at))
        assert answer.bases and all(basis.norms for basis in answer.bases), rule.id
        for language in ("ru", "en"):
            told = told_deadline(answer, RU.acts, language)
            assert told["norms"] and told["steps"] and told["rows"], rule.id


def test_forty_eight_hours_end_on_the_same_local_clock_in_every_zone() -> None:
    starts = Start(date(2025, 12, 30), time(14, 30))
    zones = {region.zone for region in RU.regions.values()}
    assert len({datetime(2025, 12, 30, tzinfo=zone).utcoffset() for zone in zones}) == 11

    for zone in zones:
        due = RU.counter.count(Limit(48, "hours", "moment"), Start(starts.day, starts.at, zone)).due
        assert due.is_settled
        assert due.latest.isoformat().startswith("2026-01-01T14:30")
        assert moment(due.latest) - datetime.combine(starts.day, time(14, 30), zone) == timedelta(hours=48)


def test_the_same_clock_comes_ten_hours_earlier_in_kamchatka_than_in_kaliningrad() -> None:
    due = [
        count_deadline(RU, "PRE-5", Start(date(2025, 3, 1), time(14, 30), ZoneInfo(zone))).due
        for zone in ("Asia/Kamchatka", "Europe/Kaliningrad")
    ]

    east, west = (moment(one.latest) for one in due if one)
    assert west - east == timedelta(hours=10)


def test_hours_are_real_hours_on_the_night_when_the_clock_was_changed() -> None:
    moscow = ZoneInfo("Europe/Moscow")
    start = Start(date(2014, 10, 25), time(12, 0), moscow)

    due = RU.counter.count(Limit(24, "hours", "moment"), start).due.latest

    assert due.isoformat() == "2014-10-26T11:00:00+03:00"


def test_an_unknown_hour_gives_the_whole_day_as_a_range() -> None:
    due = RU.counter.count(Limit(48, "hours", "moment"), Start(date(2025, 3, 1))).due

    assert (due.earliest.isoformat(), due.latest.isoformat()) == (
        "2025-03-03T00:00:00",
        "2025-03-03T23:59:00",
    )


@settings(max_examples=200, deadline=None)
@given(day=DAYS)
def test_a_filing_always_lands_on_a_working_day_and_never_before_its_end(day: date) -> None:
    for limit in limits("filing"):
        due = RU.counter.count(limit, Start(day)).due
        still = RU.counter.count(Limit(limit.length, limit.unit, "fixed"), Start(day)).due
        assert due.is_settled and not RU.calendar.is_off(due.latest)
        assert due.latest >= still.latest or limit.unit == "working_days"


@settings(max_examples=100, deadline=None)
@given(day=DAYS)
def test_custody_never_moves_even_if_every_day_were_a_holiday(day: date) -> None:
    for limit in limits("custody"):
        assert due_of(RU.counter, limit, day) == due_of(Counter(EVER_OFF, RU.conventions), limit, day)


@pytest.mark.parametrize("count", ["fixed", "before"])
@settings(max_examples=50, deadline=None)
@given(day=DAYS)
def test_what_is_fixed_or_counted_back_does_not_move_either(count: str, day: date) -> None:
    limit = Limit(10, "days", count)  # type: ignore[arg-type]

    assert due_of(RU.counter, limit, day) == due_of(Counter(EVER_OFF, RU.conventions), limit, day)


def due_of(counter: Counter, limit: Limit, day: date) -> Span[date]:
    return counter.count(limit, Start(day, time(12, 0))).due


def test_an_edition_that_changes_while_the_term_runs_widens_the_answer_and_says_so() -> None:
    crossed = 0
    for rule, edition in editions():
        if edition.basis.to is None or rule.edition_after(edition) is None:
            continue
        answer = due_from(rule, RU.counter, Start(edition.basis.to))
        assert len(answer.steps) > 1 and answer.edition is edition, rule.id
        crossed += not within_one_edition(rule, answer)
    assert crossed, "no rule of the land has an old edition: then this test looks at nothing"


def test_a_day_before_every_known_edition_is_answered_with_a_warning() -> None:
    warned = [
        rule.id
        for rule in RU.deadlines
        if rule.edition_on(date(1990, 1, 1)) is None
        and count_deadline(RU, rule.id, Start(date(1990, 1, 1))).warnings
    ]

    assert len(warned) > 20

"""Promises that every answer about time served keeps, whatever the case."""

import json
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from peredacha.core.law.calendar import DAY
from peredacha.core.law.served import Case, Period, Sentence, TimeServed, time_served, told_time_served
from peredacha.core.law.served.case import CATEGORIES, FLAGS, PERIOD_KINDS, PUNISHMENTS, REGIMES
from peredacha.jurisdictions.load import pack

DAYS = st.dates(date(2012, 1, 1), date(2030, 12, 31))
ARTICLES = st.lists(
    st.sampled_from(["228.1 ч. 4", "206", "210", "132 ч. 4", "159 ч. 4", "277"]), max_size=2, unique=True
)
PERIODS = st.lists(
    st.builds(
        lambda kind, first, length, execution: Period(kind, first, first + length * DAY, execution),
        st.sampled_from(PERIOD_KINDS),
        st.dates(date(2016, 1, 1), date(2026, 12, 31)),
        st.integers(0, 400),
        st.booleans(),
    ),
    max_size=4,
)
SENTENCES = st.builds(
    Sentence,
    years=st.integers(0, 20),
    months=st.integers(0, 30),
    days=st.integers(1, 40),
    regime=st.none() | st.sampled_from(REGIMES),
    kind=st.none() | st.sampled_from([one for one in PUNISHMENTS if one != "compulsory_works"]),
    counted_from=st.none() | DAYS,
    in_force_on=DAYS,
    life=st.sampled_from([False] * 9 + [True]),
    suspended=st.booleans(),
    probation_months=st.integers(0, 60),
)
CASES = st.builds(
    Case,
    sentences=st.lists(SENTENCES, min_size=1, max_size=3).map(tuple),
    periods=PERIODS.map(tuple),
    articles=ARTICLES.map(tuple),
    category=st.none() | st.sampled_from(CATEGORIES),
    crime_on=st.none() | st.dates(date(2012, 1, 1), date(2025, 1, 1)),
    flags=st.dictionaries(st.sampled_from(FLAGS), st.booleans(), max_size=3),
    on=st.none() | DAYS,
    released_on=st.none() | DAYS,
)
PLAIN = st.builds(
    Sentence,
    years=st.integers(0, 10),
    months=st.integers(1, 11),
    days=st.integers(0, 31),
    regime=st.none() | st.sampled_from(REGIMES),
    in_force_on=DAYS,
)


def answer(case: Case) -> TimeServed:
    land = pack("ru")
    return time_served(land.served, land.calendar, land.conventions, case)


@given(CASES)
@settings(max_examples=200, deadline=None)
def test_every_case_is_answered_cites_a_norm_and_can_be_told_in_both_languages(case: Case) -> None:
    found = answer(case)

    for language in ("ru", "en"):
        told = told_time_served(found, pack("ru").acts, language)
        assert told["norms"] and told["steps"]
        assert json.loads(json.dumps(told)) == told
    if found.last_day and found.release_day and found.start:
        assert found.release_day.latest <= found.last_day.latest
        assert found.last_day.earliest >= found.start
    if found.parole_on and found.last_day:
        assert found.parole_on.latest <= found.last_day.latest


@given(CASES, st.dates(date(2016, 1, 1), date(2026, 12, 31)), st.integers(0, 300))
@settings(max_examples=200, deadline=None)
def test_more_custody_never_means_later_release(case: Case, first: date, length: int) -> None:
    kept = tuple(one for one in case.periods if one.kind in ("custody", "house_arrest", "leave_ban"))
    lawful = replace(case, periods=tuple(replace(one, execution=False) for one in kept))
    more = replace(lawful, periods=(*lawful.periods, Period("custody", first, first + length * DAY)))
    less_served, more_served = answer(known(lawful)), answer(known(more))

    if less_served.last_day and more_served.last_day:
        assert more_served.last_day.latest <= less_served.last_day.latest
    if less_served.release_day and more_served.release_day:
        assert more_served.release_day.latest <= less_served.release_day.latest


def known(case: Case) -> Case:
    """The case with a known day of the crime: an earlier custody says nothing new about it."""
    return replace(case, crime_on=case.crime_on or date(2015, 1, 1))


@given(PLAIN, st.integers(1, 800))
@settings(max_examples=200, deadline=None)
def test_a_later_start_never_means_an_earlier_last_day(sentence: Sentence, later: int) -> None:
    assert sentence.in_force_on
    custody = Period("custody", date(2011, 1, 1), date(2011, 4, 10))
    case = Case(sentences=(sentence,), periods=(custody,), category="grave")
    moved = replace(sentence, in_force_on=sentence.in_force_on + later * DAY)

    first, second = answer(case), answer(replace(case, sentences=(moved,)))

    assert first.last_day and second.last_day and first.release_day and second.release_day
    assert first.last_day.earliest <= second.last_day.earliest
    assert first.last_day.latest <= second.last_day.latest
    assert first.release_day.latest <= second.release_day.latest


@given(PLAIN, st.integers(1, 400), st.integers(0, 399), st.sampled_from(PERIOD_KINDS))
@settings(max_examples=100, deadline=None)
def test_a_period_cut_in_two_is_worth_the_same(sentence: Sentence, length: int, cut: int, kind: str) -> None:
    first, last = date(2010, 3, 1), date(2010, 3, 1) + length * DAY
    middle = min(first + cut * DAY, last - DAY)
    whole = Case(sentences=(sentence,), periods=(Period(kind, first, last),), category="grave")  # type: ignore[arg-type]
    halves = (Period(kind, first, middle), Period(kind, middle + DAY, last))  # type: ignore[arg-type]

    assert answer(whole).credit_days == answer(replace(whole, periods=halves)).credit_days


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(1, 400))
@settings(max_examples=200, deadline=None)
def test_a_term_never_crashes_at_a_month_end_and_is_in_doubt_by_one_day_at_most(
    start: date, months: int
) -> None:
    sentence = Sentence(months=months, regime="strict", in_force_on=start)

    found = answer(Case(sentences=(sentence,), category="grave"))

    assert found.last_day
    assert (found.last_day.latest - found.last_day.earliest).days in (0, 1)

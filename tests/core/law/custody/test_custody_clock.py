"""The custody clock: what the order says goes before the law, what is not known stays a range, the rest is exact."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peredacha.core.language import speak
from peredacha.core.law import CustodyCase, CustodyClock, custody_clock, told_custody
from peredacha.core.law.custody import CustodyLaw, CustodyLimit, FileRead
from peredacha.core.law.custody.wording import crimes_said
from peredacha.core.law.served.case import CATEGORIES
from peredacha.jurisdictions.load import pack

DAY = timedelta(days=1)
DETAINED = date(2025, 1, 10)
days = st.dates(date(2015, 1, 1), date(2035, 12, 31))
categories = st.sampled_from([None, *CATEGORIES])


def clock_of(case: CustodyCase, code: str = "ru") -> CustodyClock:
    land = pack(code)
    return custody_clock(land.custody, land.rules, land.counter, land.statements, case)


def said(clock: CustodyClock) -> str:
    return " ".join(speak(one, "en") for one in clock.warnings)


def test_what_the_case_leaves_open_is_said_before_the_doubts_of_the_rules() -> None:
    clock = clock_of(CustodyCase(DETAINED, date(2025, 8, 1)))

    assert clock.warnings[: len(clock.doubts)] == clock.doubts
    assert "The court must have extended custody already" in said(clock)
    assert "only for graver crimes" in said(clock)
    assert "Nobody said how grave the crime is" in said(clock)


def test_a_known_order_and_gravity_leave_only_the_wording_of_the_order_open() -> None:
    clock = clock_of(CustodyCase(DETAINED, date(2025, 6, 1), date(2025, 7, 10), "grave"))

    assert [speak(one, "en") for one in clock.doubts] == [
        "Orders often say “until” the day after the last one: reckon with the earlier day."
    ]


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        (CustodyCase(DETAINED, date(2025, 8, 1), None, "minor"), "finishes reading the case file"),
        (CustodyCase(DETAINED, date(2026, 8, 1), None, "minor", date(2025, 5, 1)), "In court, custody for"),
        (CustodyCase(DETAINED, date(2025, 3, 1), date(2025, 2, 10), "grave"), "This day has passed."),
    ],
)
def test_when_the_time_is_over_the_first_sentence_sends_to_the_lawyer(
    case: CustodyCase, sentence: str
) -> None:
    first = speak(clock_of(case).warnings[0], "en")

    assert sentence in first and "all the lawyer today" in first


def test_a_derivation_in_court_shows_every_limit_that_led_to_the_running_one() -> None:
    clock = clock_of(CustodyCase(DETAINED, date(2026, 11, 22), None, "grave", date(2025, 9, 1)))

    starts = [step for step in clock.steps if "the clock starts on" in speak(step.said, "en")]
    assert len(starts) == 4  # six months to 28 Feb, then to 31 May, 31 Aug and 30 Nov
    assert clock.decides_by and clock.decides_by.latest == date(2026, 11, 30)


def test_the_quoted_rules_follow_the_gravity() -> None:
    def rows(category: str | None) -> list[str]:
        told = told_custody(
            clock_of(CustodyCase(DETAINED, DETAINED, category=category)), pack("ru").acts, "en"
        )  # type: ignore[arg-type]
        return [quote["row"] for quote in told["quotes"]]  # type: ignore[attr-defined]

    assert rows("grave") == ["PRE-21"]
    assert rows("minor") == rows(None) == ["PRE-21", "PRE-26"]


def test_a_land_without_terms_of_custody_says_so_and_keeps_to_the_order() -> None:
    clock = clock_of(CustodyCase(DETAINED, date(2025, 2, 1), date(2025, 3, 10)), "example")

    assert "not loaded" in said(clock)
    assert not clock.over and clock.longest is None and clock.running is None
    assert clock.decides_by and clock.decides_by.earliest == date(2025, 3, 9)
    assert clock_of(CustodyCase(DETAINED, DETAINED), "example").decides_by is None


def test_the_told_clock_has_every_promised_key_in_both_languages() -> None:
    clock = clock_of(CustodyCase(DETAINED, date(2025, 2, 1)))

    for language in ("ru", "en"):
        told = told_custody(clock, pack("ru").acts, language)
        assert told["norms"] and told["steps"] and told["warnings"] and told["confirmed"] is None
        assert told["decides_by"] == {"earliest": "2025-03-09", "latest": "2025-03-09"}
        assert told["longest"] == {"earliest": "2025-07-09", "latest": "2026-07-09"}


def test_crimes_are_named_in_one_sentence() -> None:
    assert speak(crimes_said(CATEGORIES), "en") == "any crime for which custody is allowed"
    assert speak(crimes_said(["especially_grave"]), "en") == "only especially grave crimes"
    assert (
        speak(crimes_said(["especially_grave", "grave"]), "en")
        == "only grave crimes and especially grave crimes"
    )


@settings(max_examples=60, deadline=None)
@given(days, categories, st.integers(0, 400), st.booleans())
def test_every_clock_cites_a_norm_and_covers_the_day_unless_it_is_over(
    detained: date, category: str | None, later: int, in_court: bool
) -> None:
    day = detained + later * DAY
    clock = clock_of(CustodyCase(detained, day, None, category, detained if in_court else None))  # type: ignore[arg-type]

    assert all(basis.norms for basis in clock.bases) and clock.bases
    assert clock.decides_by and (clock.over or clock.decides_by.latest >= day)
    assert clock.held.total_days == later + 1


@settings(max_examples=60, deadline=None)
@given(days, st.integers(0, 40), categories)
def test_a_later_detention_never_ends_earlier(detained: date, later: int, category: str | None) -> None:
    early, late = (
        clock_of(CustodyCase(day, day, None, category)).longest  # type: ignore[arg-type]
        for day in (detained, detained + later * DAY)
    )

    assert early and late
    assert early.earliest <= late.earliest and early.latest <= late.latest


@given(days)
@settings(max_examples=40, deadline=None)
def test_a_graver_crime_is_never_held_shorter_and_the_unknown_one_covers_all(detained: date) -> None:
    ends = [clock_of(CustodyCase(detained, detained, None, one)).longest for one in CATEGORIES]
    unknown = clock_of(CustodyCase(detained, detained)).longest

    latest = [end.latest for end in ends if end]
    assert latest == sorted(latest) and len(latest) == 4
    assert unknown and (unknown.earliest, unknown.latest) == (ends[0].earliest, latest[-1])  # type: ignore[union-attr]


def test_twenty_years_in_court_are_still_counted() -> None:
    case = CustodyCase(date(2005, 1, 10), date(2025, 1, 9), None, "grave", date(2005, 1, 11))

    assert clock_of(case).running is not None


LONG, ENDLESS = "custody_at_trial", "custody_at_trial_extended"


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        ([CustodyLimit(ENDLESS, "court", ("grave",), repeats=True)], "the first limit"),
        (
            [
                CustodyLimit(LONG, "court", CATEGORIES),
                CustodyLimit(ENDLESS, "court", ("grave",), repeats=True),
                CustodyLimit(LONG, "court", ("grave",)),
            ],
            "can never come",
        ),
        (
            [CustodyLimit(LONG, "court", ("grave",)), CustodyLimit(LONG, "court", CATEGORIES)],
            "from the shortest",
        ),
    ],
)
def test_a_chain_that_cannot_be_walked_is_refused(limits: list[CustodyLimit], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        CustodyLaw(tuple(limits), FileRead("file_presented_before_limit"))


def test_a_limit_for_no_crime_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one category"):
        CustodyLimit(LONG, "court", ())

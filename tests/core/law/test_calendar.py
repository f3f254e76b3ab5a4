"""The court calendar against the decrees, written here once more from their own words."""

from datetime import date, timedelta

import pytest

from peredacha.core.law import CourtCalendar, Start, count_deadline
from peredacha.core.law.basis import Basis
from peredacha.jurisdictions.load import pack

CALENDAR = pack("ru").calendar
HOLIDAYS = [(1, day) for day in range(1, 9)] + [(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)]
DAYS_OFF = {  # given by the yearly decree, or by Labour Code 112(2) where a holiday falls on a weekend
    2023: ["02-24", "05-08", "11-06"],
    2024: ["05-10", "12-31", "04-29", "04-30", "12-30"],
    2025: ["05-02", "12-31", "05-08", "06-13", "11-03"],
    2026: ["01-09", "12-31", "03-09", "05-11"],
    2027: ["02-22", "11-05", "12-31", "05-03", "05-10", "06-14"],
}
WORKING_SATURDAYS = {2023: [], 2024: ["04-27", "11-02", "12-28"], 2025: ["11-01"], 2026: [], 2027: ["02-20"]}
WORKING_DAYS = {2023: 247, 2024: 248, 2025: 247, 2026: 247, 2027: 247}


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


def is_off_by_decree(day: date) -> bool:
    written = day.strftime("%m-%d")
    if written in WORKING_SATURDAYS[day.year]:
        return False
    return day.weekday() >= 5 or (day.month, day.day) in HOLIDAYS or written in DAYS_OFF[day.year]


@pytest.mark.parametrize("year", WORKING_DAYS)
def test_every_day_of_the_year_is_what_the_decree_says(year: int) -> None:
    wrong = [str(day) for day in days_of(year) if CALENDAR.is_off(day) != is_off_by_decree(day)]

    assert not wrong, f"compare these days with the decree of {year}: {wrong}"


@pytest.mark.parametrize(("year", "count"), WORKING_DAYS.items())
def test_the_year_has_as_many_working_days_as_the_official_calendar(year: int, count: int) -> None:
    assert sum(not CALENDAR.is_off(day) for day in days_of(year)) == count


@pytest.mark.parametrize(
    ("day", "forward", "back"),
    [
        ("2024-12-29", "2025-01-09", "2024-12-28"),
        ("2025-01-04", "2025-01-09", "2024-12-28"),
        ("2025-11-01", "2025-11-01", "2025-11-01"),
        ("2025-11-02", "2025-11-05", "2025-11-01"),
        ("2025-06-12", "2025-06-16", "2025-06-11"),
        ("2026-01-01", "2026-01-12", "2025-12-30"),
    ],
)
def test_filings_move_forward_and_release_moves_back(day: str, forward: str, back: str) -> None:
    asked = date.fromisoformat(day)

    assert str(CALENDAR.moved(asked, 1)) == forward
    assert str(CALENDAR.moved(asked, -1)) == back


def test_working_days_leave_out_the_new_year_and_count_a_working_saturday() -> None:
    assert str(CALENDAR.after_working_days(date(2024, 12, 27), 1)) == "2024-12-28"
    assert str(CALENDAR.after_working_days(date(2024, 12, 28), 1)) == "2025-01-09"
    assert str(CALENDAR.after_working_days(date(2025, 10, 31), 2)) == "2025-11-05"
    assert str(CALENDAR.after_working_days(date(2025, 11, 2), 0)) == "2025-11-05"


@pytest.mark.parametrize("year", [2022, 2028, 2030])
def test_a_year_without_a_decree_warns_and_never_guesses_silently(year: int) -> None:
    answer = count_deadline(pack("ru"), "CRT-12", Start(date(year, 3, 1)))

    said = [warning for warning in answer.warnings if warning.values.get("year") == year]
    assert len(said) == 1 and "No decree" in said[0].message


def test_a_term_that_runs_into_a_year_without_a_decree_warns_too() -> None:
    assert CALENDAR.doubts(date(2027, 12, 25), date(2028, 1, 10))[-1].values["year"] == 2028


def test_a_year_whose_decree_was_not_read_says_so_and_a_read_one_is_silent() -> None:
    assert ["not checked" in one.message for one in CALENDAR.doubts(date(2027, 5, 1))] == [True]
    assert CALENDAR.doubts(*(date(year, 5, 1) for year in (2023, 2024, 2025, 2026))) == ()


def test_each_year_names_the_decree_it_stands_on() -> None:
    assert {year: basis.row for year, basis in CALENDAR.years.items()} == {
        year: f"CAL-{year}" for year in WORKING_DAYS
    }


def test_a_land_without_transfers_rests_on_weekends_and_holidays_alone() -> None:
    ground = Basis(row="X-1", norms=("Закон 1",), standing="unverified")
    calendar = CourtCalendar(frozenset({date(2025, 7, 7)}), frozenset({date(2025, 7, 12)}), {2025: ground})

    assert [calendar.is_off(date(2025, 7, day)) for day in (6, 7, 8, 12, 13)] == [
        True,
        True,
        False,
        False,
        True,
    ]

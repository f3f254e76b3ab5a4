"""One counter for the family and the movement: what stands in it, and for how long."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.law.quotas import QuotaCase, Slot, counted, none_left
from peredacha.core.law.quotas.ledger import stretches_of
from peredacha.jurisdictions.load import pack

LAW = pack("ru").quotas
TODAY = date(2026, 11, 23)
COLONY = QuotaCase(on=TODAY, regime="general", conditions="ordinary", sex="man", year_from=date(2025, 3, 10))
REMAND = QuotaCase(on=TODAY, place="remand", sex="man")


def parcel(key: str, on: date, **more: object) -> Slot:
    """One parcel of the family's."""
    return Slot(key, "parcels", on, **more)  # type: ignore[arg-type]


def test_the_family_and_the_movement_use_up_the_same_six_parcels() -> None:
    slots = [parcel(str(n), date(2026, 4, 1 + n), source="family" if n % 2 else "movement") for n in range(5)]

    assert counted(LAW, COLONY, slots, today=TODAY).parcels.left == 1
    assert counted(LAW, COLONY, [*slots, parcel("6", TODAY)], today=TODAY).parcels.left == 0


def test_what_came_before_the_anniversary_of_admission_belongs_to_the_year_before() -> None:
    day_before, day_of = date(2026, 3, 9), date(2026, 3, 10)

    assert counted(LAW, COLONY, [parcel("a", day_before)], today=TODAY).parcels.used == 0
    assert counted(LAW, COLONY, [parcel("a", day_of)], today=TODAY).parcels.used == 1


def test_who_came_on_new_year_s_day_has_years_of_the_calendar() -> None:
    case = QuotaCase(on=TODAY, regime="general", conditions="ordinary", year_from=date(2024, 1, 1))
    year = dict(stretches_of(LAW, case))["parcels"]

    assert (year.first, year.last) == (date(2026, 1, 1), date(2026, 12, 31))


def test_without_the_day_of_admission_twelve_months_to_both_sides_count() -> None:
    unknown = QuotaCase(on=TODAY, regime="general", conditions="ordinary")
    slots = [parcel("a", TODAY - timedelta(days=364)), parcel("b", TODAY - timedelta(days=366))]

    assert counted(LAW, unknown, slots, today=TODAY).parcels.used == 1


def test_a_plan_takes_its_place_until_its_last_day_and_then_falls_away() -> None:
    plan = parcel("a", TODAY + timedelta(days=5), state="reserved", until=TODAY + timedelta(days=7))

    assert counted(LAW, COLONY, [plan], today=TODAY + timedelta(days=7)).parcels.used == 1
    assert counted(LAW, COLONY, [plan], today=TODAY + timedelta(days=8)).parcels.used == 0


def test_what_was_given_back_does_not_count() -> None:
    assert counted(LAW, COLONY, [parcel("a", TODAY, state="released")], today=TODAY).parcels.used == 0


def test_a_plan_without_an_end_is_refused() -> None:
    with pytest.raises(ValueError, match="until when"):
        Slot("a", "parcels", TODAY, state="reserved")


def test_in_remand_the_weight_of_the_month_decides_and_not_the_number() -> None:
    answer = counted(LAW, REMAND, [parcel("a", date(2026, 11, 2), grams=24_000)], today=TODAY)

    assert none_left(answer, "parcels", grams=6_000) is None
    reason = none_left(answer, "parcels", grams=6_001)
    assert reason is not None and reason.by_weight and reason.allowance.left == 6_000


def test_the_weight_of_the_month_before_is_forgotten() -> None:
    answer = counted(LAW, REMAND, [parcel("a", date(2026, 10, 31), grams=29_000)], today=TODAY)

    assert answer.weight_month is not None and answer.weight_month.left == 30_000


def test_where_the_law_sets_no_limit_there_is_always_a_place() -> None:
    woman = QuotaCase(on=TODAY, regime="general", conditions="strict", sex="woman")
    slots = [parcel(str(n), TODAY) for n in range(50)]

    assert none_left(counted(LAW, woman, slots, today=TODAY), "parcels", grams=20_000) is None


@given(
    days=st.lists(st.integers(0, 900), max_size=30),
    on=st.integers(0, 900),
    begun=st.integers(-700, 0),
)
def test_whatever_was_sent_each_slot_counts_in_exactly_one_year(days: list[int], on: int, begun: int) -> None:
    first = date(2024, 1, 1)
    case = QuotaCase(
        on=first + timedelta(days=on),
        regime="strict",
        conditions="ordinary",
        year_from=first + timedelta(days=begun),
    )
    year = dict(stretches_of(LAW, case))["parcels"]

    assert year.first <= case.on <= year.last
    assert 364 <= (year.last - year.first).days <= 365
    slots = [parcel(str(n), first + timedelta(days=day)) for n, day in enumerate(days)]
    used = counted(LAW, case, slots, today=case.on).parcels.used
    assert used == sum(year.first <= one.on <= year.last for one in slots)

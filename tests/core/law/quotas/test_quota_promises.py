"""Promises that every answer about parcels and visits keeps, and what a case file must say."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peredacha.core.language import speak
from peredacha.core.law.quotas import QuotaCase, quota_left, read_quota_case, told_quota
from peredacha.core.law.quotas.case import CELLS, CONDITIONS, COUNTED, HEALTH, PLACES, REGIMES, SEXES
from peredacha.jurisdictions.load import pack

CASES = st.builds(
    QuotaCase,
    on=st.dates(date(2016, 1, 1), date(2030, 12, 31)),
    place=st.sampled_from(PLACES),
    regime=st.none() | st.sampled_from(REGIMES),
    conditions=st.none() | st.sampled_from(CONDITIONS),
    cell=st.none() | st.sampled_from(CELLS),
    sex=st.none() | st.sampled_from(SEXES),
    juvenile=st.booleans(),
    pregnant=st.booleans(),
    small_child=st.booleans(),
    health=st.frozensets(st.sampled_from(HEALTH)),
    year_from=st.none() | st.dates(date(2010, 1, 1), date(2030, 12, 31)),
    used=st.dictionaries(st.sampled_from(COUNTED), st.integers(0, 20)),
    used_weight_g=st.integers(0, 60000),
)


@given(CASES)
@settings(max_examples=200, deadline=None)
def test_every_case_is_answered_cites_a_norm_and_never_leaves_less_than_nothing(case: QuotaCase) -> None:
    land = pack("ru")

    found = quota_left(land.quotas, case)

    told = told_quota(found, land.acts, "ru")
    assert told["norms"] and told["steps"]
    assert json.loads(json.dumps(told)) == told
    for one in (found.parcels, found.packets, found.short_visits, found.long_visits):
        assert one.left is None or 0 <= one.left <= (one.allowed or 0)
        assert one.until is None or one.until >= case.on


@given(CASES)
@settings(max_examples=100, deadline=None)
def test_more_used_never_leaves_more(case: QuotaCase) -> None:
    law = pack("ru").quotas
    fresh = QuotaCase(**{**vars(case), "used": {}})

    used_up, full = quota_left(law, case), quota_left(law, fresh)

    assert (used_up.parcels.left or 0) <= (full.parcels.left or 0)
    assert used_up.parcels.allowed == full.parcels.allowed


def faults(values: object) -> dict[str, str]:
    found = read_quota_case(values)
    assert isinstance(found, list), "the case was read without a fault"
    return {error.field: speak(error.said, "en") for error in found}


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({}, {"on"}),
        ("colony", {"", "on"}),
        ({"on": "soon"}, {"on"}),
        ({"on": "2025-01-01", "year_from": "2025-02-01"}, {"on"}),
        ({"on": "2025-01-01", "used": {"parcel": 2}}, {"used.parcel"}),
        ({"on": "2025-01-01", "used": {"parcels": -2}}, {"used.parcels"}),
        ({"on": "2025-01-01", "health": ["flu"]}, {"health"}),
        ({"on": "2025-01-01", "place": "moon", "regime": "soft", "sex": "m"}, {"place", "regime", "sex"}),
    ],
)
def test_every_fault_of_a_quota_case_is_found_in_one_run(values: object, fields: set[str]) -> None:
    assert set(faults(values)) == fields


def test_what_is_not_known_is_said() -> None:
    land = pack("ru")
    case = read_quota_case({"on": "2021-01-17", "regime": "general", "used": {"parcels": 99}})
    assert isinstance(case, QuotaCase)

    told: dict[str, Any] = told_quota(quota_left(land.quotas, case), land.acts, "en")

    said = " ".join(told["warnings"])
    for words in ("Not everything that decides", "day of admission", "more is used", "not known exactly"):
        assert words in said

"""A custody case is read whole: every fault of every field in one run, a sentence each."""

from datetime import date
from typing import Any

import pytest
import yaml

from peredacha.core.language import speak
from peredacha.core.law import CustodyCase, read_custody_case

RIGHT: dict[str, Any] = {
    "jurisdiction": "ru",
    "detained_on": "2025-01-10",
    "category": "grave",
    "on": "2025-06-01",
}


def faults(values: object) -> dict[str, str]:
    found = read_custody_case(values)
    assert isinstance(found, list), "the case was read without a fault"
    return {error.field: speak(error.said, "en") for error in found}


def test_a_case_is_read_although_yaml_reads_the_bare_key_on_as_true() -> None:
    case = read_custody_case(
        yaml.safe_load("detained_on: 2025-01-10\nordered_until: 2025-07-10\non: 2025-06-01\n")
    )

    assert case == CustodyCase(date(2025, 1, 10), date(2025, 6, 1), date(2025, 7, 10))
    assert case.stage == "investigation" and case.reaching == date(2025, 7, 9)


def test_every_fault_is_found_in_one_run() -> None:
    found = faults({"detaind_on": 1, "category": "huge", "ordered_until": "soon", "in_court_since": 5})

    assert set(found) == {"detaind_on", "detained_on", "category", "ordered_until", "in_court_since", "on"}
    assert "Did you mean “detained_on”?" in found["detaind_on"]


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"on": "2025-01-09"}, "on", "not after the detention"),
        ({"ordered_until": "2025-01-10"}, "ordered_until", "not after the detention"),
        ({"in_court_since": "2024-12-31"}, "in_court_since", "not after the detention"),
        ({"in_court_since": "2025-06-02"}, "in_court_since", "after the day asked for"),
        ({"ordered_until": "2045-01-11"}, "ordered_until", "More than 20 years"),
        ({"on": "2099-01-01"}, "on", "More than 20 years"),
    ],
)
def test_days_that_cannot_follow_one_another_are_told(
    wrong: dict[str, str], field: str, sentence: str
) -> None:
    assert sentence in faults({**RIGHT, **wrong})[field]


@pytest.mark.parametrize("values", [None, [], "custody", {}])
def test_what_is_no_case_asks_for_the_days(values: object) -> None:
    assert {"detained_on", "on"} <= set(faults(values))


def test_no_case_can_be_made_with_days_that_run_backwards() -> None:
    with pytest.raises(ValueError, match="on"):
        CustodyCase(date(2025, 1, 10), date(2025, 1, 9))

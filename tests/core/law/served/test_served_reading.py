"""A case file is read whole: every fault of every field in one run, a sentence each."""

from datetime import date
from typing import Any

import pytest
import yaml

from peredacha.core.language import speak
from peredacha.core.law.served import Case, read_case

RIGHT: dict[str, Any] = {
    "jurisdiction": "ru",
    "articles": ["290 ч. 6"],
    "category": "especially_grave",
    "crime_on": date(2016, 6, 1),
    "sentences": [
        {"years": 8, "months": 0, "days": 0, "regime": "strict", "counted_from": date(2016, 6, 24)}
    ],
    "periods": [{"kind": "custody", "from": "2018-10-10", "to": date(2019, 5, 7)}],
    "on": date(2016, 12, 1),
}


def faults(values: object) -> dict[str, str]:
    found = read_case(values)
    assert isinstance(found, list), "the case was read without a fault"
    return {error.field: speak(error.said, "en") for error in found}


def test_the_case_of_the_documents_is_read() -> None:
    case = read_case(RIGHT)

    assert isinstance(case, Case)
    assert case.periods[0].from_ == date(2018, 10, 10)
    assert case.sentences[0].regime == "strict"


def test_the_bare_key_on_is_understood_although_yaml_reads_it_as_true() -> None:
    values = yaml.safe_load("sentences: [{years: 3, in_force_on: 2024-10-01}]\non: 2025-01-01\n")

    case = read_case(values)

    assert isinstance(case, Case)
    assert case.on == date(2025, 1, 1)


def test_an_attempt_is_read_as_both_of_its_articles() -> None:
    case = read_case({**RIGHT, "articles": ["ч. 3 ст. 30 – ч. 4 ст. 228.1", "222, ч. 1"]})

    assert isinstance(case, Case)
    assert case.articles == ("ч. 3 ст. 30", "ч. 4 ст. 228.1", "222 ч. 1")


def test_every_fault_is_found_in_one_run() -> None:
    found = faults(
        {
            "categry": "grave",
            "articles": ["кража"],
            "category": "heavy",
            "crime_on": "yesterday",
            "sentences": [{"years": -1, "regime": "hard", "in_force_on": date(2024, 1, 1)}],
            "periods": [
                {"kind": "custody", "from": date(2024, 5, 2), "to": date(2024, 5, 1)},
                {"kind": "custody"},
            ],
            "juvenile": "yes",
        }
    )

    assert set(found) == {
        "categry",
        "articles[0]",
        "category",
        "crime_on",
        "sentences[0].years",
        "sentences[0].regime",
        "periods[0].to",
        "periods[1]",
        "juvenile",
    }
    assert "Did you mean “category”?" in found["categry"]
    assert "strict" in found["sentences[0].regime"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        (None, ""),
        ([], ""),
        ({}, "sentences"),
        ({"sentences": "three years"}, "sentences"),
        ({"sentences": []}, "sentences"),
        ({"sentences": ["three years"]}, "sentences[0]"),
        ({"sentences": [{"regime": "strict", "in_force_on": "2024-01-01"}]}, "sentences[0].years"),
        ({"sentences": [{"years": 3, "regime": "strict"}]}, "sentences[0].in_force_on"),
        ({"sentences": [{"years": 3, "suspended": True}, {"regime": "general"}]}, "sentences[1].in_force_on"),
        ({"sentences": [{"years": 3, "in_force_on": "2024-02-30"}]}, "sentences[0].in_force_on"),
        ({"sentences": [{"years": 3, "in_force_on": "9999-01-01"}]}, "sentences[0].in_force_on"),
        ({"sentences": [{"years": True, "in_force_on": "2024-01-01"}]}, "sentences[0].years"),
        ({**RIGHT, "periods": [{}] * 1000}, "periods"),
        ({**RIGHT, "articles": [{"a": 1}]}, "articles"),
    ],
)
def test_a_case_that_cannot_be_counted_says_which_field_to_mend(values: object, field: str) -> None:
    assert field in faults(values)


def test_no_case_can_be_made_without_a_sentence_or_with_a_period_that_runs_backwards() -> None:
    from_, to = date(2024, 5, 2), date(2024, 5, 1)

    with pytest.raises(ValueError, match="at least one sentence"):
        Case(sentences=())
    with pytest.raises(ValueError, match="before"):
        type(_case().periods[0])("custody", from_, to)


def _case() -> Case:
    case = read_case(RIGHT)
    assert isinstance(case, Case)
    return case

"""What an answer must say aloud: ranges with their reasons, and what is missing."""

from typing import Any

import pytest

from peredacha.core.law.served import Case, convert, read_case, time_served, told_time_served
from peredacha.core.law.served.convert import UnknownConversionError
from peredacha.jurisdictions.load import pack

CUSTODY = {"kind": "custody", "from": "2024-03-15", "to": "2024-09-30"}


def told(**values: Any) -> dict[str, Any]:
    land = pack("ru")
    case = read_case(
        {"sentences": [{"years": 3, "regime": "general", "in_force_on": "2024-10-01"}], **values}
    )
    assert isinstance(case, Case), case
    return told_time_served(time_served(land.served, land.calendar, land.conventions, case), land.acts, "en")


def said(answer: dict[str, Any]) -> str:
    return " ".join([*answer["steps"], *answer["warnings"]])


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "own count may differ by up to 2 days"),
        ({"periods": [CUSTODY]}, "No article is given"),
        ({"periods": [CUSTODY]}, "Give the category of the crime"),
        ({"periods": [CUSTODY], "articles": ["228.1 ч. 4"]}, "If the crime was committed before 14"),
        ({"periods": [CUSTODY], "articles": ["210"]}, "It is not settled whether the exception"),
        ({"periods": [{**CUSTODY, "kind": "house_arrest"}]}, "The day of the crime is not known"),
        ({"periods": [{**CUSTODY, "kind": "leave_ban"}]}, "It is not settled whether these days also take"),
        ({"periods": [{**CUSTODY, "kind": "leave_ban"}]}, "not checked against the text of the law: CR-15"),
        ({"periods": [{**CUSTODY, "to": "2024-09-29"}]}, "no published rule for half days"),
        ({"periods": [{**CUSTODY, "to": "2024-10-01"}]}, "Some rulings credit it as well"),
        ({"periods": [CUSTODY, {**CUSTODY, "kind": "house_arrest"}]}, "Some days are named twice"),
        (
            {"periods": [{"kind": "leave_ban", "from": "2018-01-01", "to": "2018-01-10"}]},
            "There was no such restraint before 29",
        ),
        (
            {
                "sentences": [{"years": 3, "regime": "general", "counted_from": "2024-03-15"}],
                "periods": [CUSTODY],
            },
            "give the day on which the sentence entered into force",
        ),
        (
            {
                "sentences": [
                    {"years": 3, "regime": "general", "in_force_on": "2023-10-01"},
                    {"years": 2, "in_force_on": "2024-10-01"},
                ]
            },
            "not every day from 1",
        ),
        (
            {"sentences": [{"years": 3, "in_force_on": "2024-10-01"}], "periods": [CUSTODY]},
            "The regime is not known",
        ),
        (
            {"sentences": [{"years": 9, "regime": "general", "in_force_on": "2024-10-01"}]},
            "No decree on days off",
        ),
        ({"category": "grave"}, "If the crime was committed before 3"),
        ({"category": "grave", "articles": ["159 ч. 4", "210"]}, "Several articles"),
    ],
)
def test_what_is_not_settled_or_not_known_is_said(values: dict[str, Any], words: str) -> None:
    assert words in said(told(**values)).replace("\u00a0", " ")


def test_a_settled_case_says_only_what_stands_under_every_answer() -> None:
    answer = told(
        periods=[CUSTODY], articles=["159 ч. 4"], category="grave", crime_on="2023-05-01", on="2025-01-01"
    )

    assert [words for words in answer["warnings"] if "own count" not in words and "UDO-12" not in words] == []
    assert answer["confirmed"] is None
    assert answer["remaining"] == {"on": "2025-01-01", "years": 1, "months": 11, "days": 3}
    assert answer["served"]["days"] == {"least": 393, "most": 393}


def test_custody_up_to_the_real_sentence_is_the_execution_stage_and_leaves_no_doubt() -> None:
    answer = told(
        articles=["159 ч. 4"],
        crime_on="2022-01-01",
        sentences=[
            {"years": 3, "suspended": True, "in_force_on": "2023-05-10"},
            {"regime": "general", "in_force_on": "2024-10-01"},
        ],
        periods=[{**CUSTODY, "to": "2024-10-01"}],
    )

    assert answer["credit_days"] == {"least": 200, "most": 200}
    assert "CR-14" in answer["rows"]


def test_punishments_are_converted_forward_backward_and_through_a_third() -> None:
    law = pack("ru").served

    assert convert(law, 10, "imprisonment_days", "compulsory_works_hours").amount == 80
    assert convert(law, 240, "compulsory_works_hours", "imprisonment_months").amount == 1
    assert convert(law, 6, "corrective_works_days", "restriction_days").amount == 4
    assert convert(law, 5, "restriction_days", "imprisonment_days").amount * 2 == 5
    assert [basis.row for basis in convert(law, 6, "corrective_works_days", "restriction_days").bases] == [
        "CV-3",
        "CV-6",
        "CV-2",
    ]
    assert convert(law, 5, "restriction_days", "restriction_days").amount == 5
    with pytest.raises(UnknownConversionError, match="imprisonment_days"):
        convert(law, 1, "imprisonment_days", "fine_roubles")


def test_a_smaller_land_is_answered_by_the_same_engine() -> None:
    land = pack("example")
    case = read_case({"sentences": [{"years": 1, "in_force_on": "2025-06-01"}], "periods": [CUSTODY]})
    assert isinstance(case, Case)

    answer = time_served(land.served, land.calendar, land.conventions, case)

    assert answer.bases and answer.credit_days and answer.credit_days.most == 200

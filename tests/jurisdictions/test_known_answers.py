"""What lawyers wrote down by hand, and what the engine answers, are the same."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from peredacha.config.command import run
from peredacha.jurisdictions.known_answers import verdicts
from peredacha.jurisdictions.letters import letter_law
from peredacha.jurisdictions.load import FOLDER, lands, pack
from peredacha.jurisdictions.parcels import parcel_law
from peredacha.jurisdictions.visits import visit_law

FILES = sorted(FOLDER.glob("*/cases/*.yaml"))


def cases(code: str) -> list[dict[str, Any]]:
    return [
        case for path in FILES if path.parts[-3] == code for case in yaml.safe_load(path.read_text("utf-8"))
    ]


def rows(code: str) -> set[str]:
    """The rows of every rule of the land, of parcels, visits and letters too."""
    parcels, letters = parcel_law(code).stated, letter_law(code)
    notes = (*parcels.bans, *parcels.notes, *visit_law(code).stated.notes)
    return {*pack(code).grounds, *(one.basis.row for one in notes), *(one.row for one in letters.grounds)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join((path.parts[-3], path.stem)))
def test_every_case_of_every_land_has_its_known_answer(path: Path) -> None:
    found = list(verdicts(path, pack(path.parts[-3])))

    assert found, f"{path.name} holds no case: write one or delete it"
    assert not [str(one) for one in found if not one.passed]


def test_every_land_has_cases_and_russia_has_at_least_seventy() -> None:
    assert {path.parts[-3] for path in FILES} == set(lands()), "a land is shipped without known answers"
    assert len(cases("ru")) >= 70
    kinds = {"deadline", "served", "quota", "parcel", "visit", "letter"}
    assert kinds == {kind for case in cases("ru") for kind in kinds if kind in case}


@pytest.mark.parametrize("code", lands())
def test_every_case_names_rules_that_exist_and_says_where_it_comes_from(code: str) -> None:
    for case in cases(code):
        assert case["rules"] and set(case["rules"]) <= rows(code), case["case"]
        assert case["origin"] in ("constructed", "published"), case["case"]
        assert case["origin"] == "constructed" or case["source"], f"name the source of {case['case']}"


def test_no_case_is_told_twice() -> None:
    for code in lands():
        names = [case["case"]["ru"] for case in cases(code)]
        assert len(names) == len(set(names)), sorted(name for name in names if names.count(name) > 1)


def shifted(expected: Any) -> Any:
    """The same expectation, wrong by a little in its first place."""
    if isinstance(expected, dict):
        key = next(iter(expected))
        return {**expected, key: shifted(expected[key])}
    if isinstance(expected, bool) or expected is None:
        return "wrong"
    if isinstance(expected, date):
        return expected + timedelta(days=100)
    if isinstance(expected, int):
        return expected + 7
    return str(expected).replace("T", "T9", 1) + "!"


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join((path.parts[-3], path.stem)))
def test_no_case_passes_with_a_wrong_expectation(path: Path, tmp_path: Path) -> None:
    wrong = [{**case, "expect": shifted(case["expect"])} for case in yaml.safe_load(path.read_text("utf-8"))]
    copy = tmp_path / path.name
    copy.write_text(yaml.safe_dump(wrong, allow_unicode=True), "utf-8")

    found = list(verdicts(copy, pack(path.parts[-3])))

    assert len(found) == len(wrong)
    assert [one.name for one in found if one.passed] == []


RIGHT = "- case: {ru: Жалоба, en: Appeal}\n  rules: [CRT-12]\n  origin: constructed\n"
ASKED = "  deadline: {rule: CRT-12, from: 2024-12-20}\n"
PARCEL = "  parcel: {place: remand, of: grain, on: 2026-11-23}\n"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (RIGHT + ASKED + "  expect: {due: 2025-01-10}\n", "due is 2025-01-09, expected 2025-01-10"),
        (RIGHT + ASKED + "  expect: {deu: 2025-01-09}\n", "deu is None"),
        (RIGHT + ASKED + "  expect: {}\n", "expect"),
        (RIGHT + ASKED, "a case needs `case` and `expect`"),
        (RIGHT + "  expect: {due: 2025-01-09}\n", "add one"),
        (
            RIGHT + ASKED.replace("CRT-12", "CRT-999") + "  expect: {due: 2025-01-09}\n",
            "there is no deadline `CRT-999`",
        ),
        (
            RIGHT + ASKED.replace("2024-12-20", "soon") + "  expect: {due: 2025-01-09}\n",
            "`from` must be a date",
        ),
        (RIGHT + PARCEL + "  expect: {taken: true}\n", "taken is False, expected True"),
        (RIGHT + PARCEL.replace("remand", "cellar") + "  expect: {taken: false}\n", "`place: cellar` is not"),
        (RIGHT + PARCEL.replace("grain", "gold") + "  expect: {taken: false}\n", "`of: gold` is not known"),
        (RIGHT + PARCEL.replace("2026-11-23", "soon") + "  expect: {taken: false}\n", "`on` must be a date"),
        (RIGHT + "  letter: {text: ''}\n  expect: {goes: true}\n", "`text` is empty"),
        ("case: one\n", "write a list of cases"),
        ("- [", "this is not YAML"),
        ("", "empty"),
    ],
)
def test_a_case_that_is_wrong_fails_and_says_why(body: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(body, "utf-8")

    (verdict,) = verdicts(path, pack("ru"))

    assert not verdict.passed and says in verdict.says


def test_the_command_counts_what_passed_and_leaves_with_1_when_one_failed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right, wrong = tmp_path / "right.yaml", tmp_path / "wrong.yaml"
    right.write_text(RIGHT + ASKED + "  expect: {due: 2025-01-09}\n", "utf-8")
    wrong.write_text(RIGHT + ASKED + "  expect: {due: 2025-01-10}\n", "utf-8")

    assert run(["law", "test", str(right)]) == 0
    assert run(["law", "test", str(right), str(wrong)]) == 1
    assert run(["law", "test", str(tmp_path / "nowhere.yaml")]) == 2
    assert re.findall(r"\d+ passed, \d+ failed", capsys.readouterr().out) == [
        "1 passed, 0 failed",
        "1 passed, 1 failed",
    ]

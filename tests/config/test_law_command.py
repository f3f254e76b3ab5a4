"""The public command: the law engine without a server; wrong words get one sentence each and exit code 2."""

import json

import pytest
import yaml

from peredacha.config.command import run

CASE = {
    "jurisdiction": "ru",
    "category": "grave",
    "crime_on": "2023-05-01",
    "sentences": [{"years": 3, "regime": "general", "in_force_on": "2025-02-03"}],
    "periods": [{"kind": "custody", "from": "2024-03-04", "to": "2025-02-02"}],
    "on": "2025-06-01",
}


def answer(capsys, *words: str) -> dict:
    """What the command prints as JSON."""
    assert run(["law", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(yaml.safe_dump(CASE), "utf-8")
    return str(path)


def test_a_deadline_carries_its_norms_and_its_derivation(capsys):
    told = answer(capsys, "deadline", "CRT-12", "--from", "2024-12-20", "--lang", "ru")

    assert told["due"] == {"earliest": "2025-01-09", "latest": "2025-01-09"}
    assert any("389.4" in norm and "608-ФЗ" in norm for norm in told["norms"])
    assert any("нерабочий день" in step for step in told["steps"])
    assert told["confirmed"] is None


def test_the_row_of_an_old_edition_names_the_rule_and_the_day_decides(capsys):
    told = answer(capsys, "deadline", "CRT-13", "--from", "2022-12-20")

    assert told["due"] == {"earliest": "2022-12-30", "latest": "2022-12-30"}
    assert any("2022" in warning for warning in told["warnings"])  # no decree of that year is loaded


@pytest.mark.parametrize(
    ("region", "due"),
    [
        ("RU-MOW", "2025-03-03T14:30+03:00"),
        ("RU-KAM", "2025-03-03T14:30+12:00"),
        ("RU-KGD", "2025-03-03T14:30+02:00"),
    ],
)
def test_hours_are_told_on_the_clock_of_the_region(capsys, region, due):
    told = answer(capsys, "deadline", "PRE-5", "--from", "2025-03-01", "--at", "14:30", "--region", region)

    assert told["due"] == {"earliest": due, "latest": due}


def test_hours_without_a_clock_time_are_a_range(capsys):
    told = answer(capsys, "deadline", "PRE-5", "--from", "2025-03-01")

    assert told["due"] == {"earliest": "2025-03-03T00:00", "latest": "2025-03-03T23:59"}


def test_time_served_answers_with_every_promised_key(capsys, case):
    told = answer(capsys, "served", case)

    assert told["last_day"] == {"earliest": "2026-09-16", "latest": "2026-09-16"}
    assert told["release_day"] == {"earliest": "2026-09-16", "latest": "2026-09-16"}
    assert told["parole_on"] == {"earliest": "2025-03-16", "latest": "2025-03-16"}
    assert told["credit_days"] == {"least": 504, "most": 504}
    assert {"on", "years", "months", "days"} <= set(told["remaining"])
    assert told["norms"] and told["steps"]


def test_every_wrong_word_is_told_at_once(capsys):
    code = run(["law", "deadline", "CRT-99", "--from", "2024-13-20", "--at", "25", "--region", "XX"])

    lines = capsys.readouterr().err.splitlines()
    assert code == 2
    assert [line.split(":")[0] for line in lines] == ["rule", "--from", "--at", "--region"]


def test_every_wrong_field_of_a_case_is_told_at_once(capsys, tmp_path):
    path = tmp_path / "case.yaml"
    wrong = {
        **CASE,
        "category": "huge",
        "sentences": [{"years": -1, "regime": "soft"}],
        "periods": [{"kind": "tea"}],
    }
    path.write_text(yaml.safe_dump(wrong), "utf-8")

    code = run(["law", "served", str(path)])

    fields = {line.split(":")[0] for line in capsys.readouterr().err.splitlines()}
    assert code == 2
    assert {"category", "sentences[0].years", "sentences[0].regime", "periods[0].kind"} <= fields


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["tea"],
        ["deadline"],
        ["served", "no-such-file.yaml"],
        ["show", "NO-1"],
        ["deadline", "CRT-12", "--from"],
    ],
)
def test_wrong_words_never_end_in_a_traceback(capsys, words):
    assert run(["law", *words]) == 2
    assert capsys.readouterr().err.strip()


def test_a_file_that_is_not_yaml_is_named_with_its_line(capsys, tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text("sentences: [\n  - {", "utf-8")

    assert run(["law", "served", str(path)]) == 2
    assert "is not YAML" in capsys.readouterr().err


def test_a_rule_is_shown_with_its_editions(capsys):
    told = answer(capsys, "show", "CRT-12")

    assert [edition["row"] for edition in told["editions"]] == ["CRT-13", "CRT-12"]
    assert all(edition["norms"] for edition in told["editions"])


def test_known_answers_are_counted_and_a_wrong_one_fails(capsys, tmp_path):
    path = tmp_path / "answers.yaml"
    path.write_text(
        """
- case: {ru: верно, en: right}
  rules: [CRT-12]
  deadline: {rule: CRT-12, from: 2024-12-20}
  expect: {due: 2025-01-09}
- case: {ru: неверно, en: wrong}
  rules: [CRT-12]
  deadline: {rule: CRT-12, from: 2024-12-20}
  expect: {due: 2025-01-08}
""",
        "utf-8",
    )

    assert run(["law", "test", str(path)]) == 1
    said = capsys.readouterr()
    assert said.out.strip() == "1 passed, 1 failed"
    assert "неверно" in said.err


def test_the_files_of_every_land_are_right(capsys):
    assert run(["law", "check"]) == 0
    assert "no error" in capsys.readouterr().out


def test_the_custody_clock_answers_with_every_promised_key(capsys, tmp_path):
    path = tmp_path / "custody.yaml"
    path.write_text("detained_on: 2025-01-10\ncategory: grave\non: 2025-06-01\n", "utf-8")

    told = answer(capsys, "custody", str(path))

    assert told["decides_by"] == {"earliest": "2025-07-09", "latest": "2025-07-09"}
    assert told["longest"] == {"earliest": "2026-01-09", "latest": "2026-01-09"}
    assert told["running"]["row"] == "PRE-17" and told["next_extension"]["row"] == "PRE-18"
    assert told["norms"] and told["steps"] and told["warnings"] and told["confirmed"] is None


def test_every_wrong_field_of_a_custody_case_is_told_at_once(capsys, tmp_path):
    path = tmp_path / "custody.yaml"
    path.write_text("detained_on: soon\ncategory: huge\n", "utf-8")

    assert run(["law", "custody", str(path)]) == 2
    fields = [line.split(":")[0] for line in capsys.readouterr().err.splitlines()]
    assert sorted(fields) == ["category", "detained_on", "on"]


def test_an_attempt_is_counted_by_the_article_that_was_attempted(capsys, tmp_path):
    path = tmp_path / "case.yaml"
    attempt = {**CASE, "articles": ["ч. 3 ст. 30 – ч. 4 ст. 228.1"]}
    path.write_text(yaml.safe_dump(attempt, allow_unicode=True), "utf-8")

    told = answer(capsys, "served", str(path))

    assert told["credit_days"] == {"least": 336, "most": 336}  # day for day; without the article 504

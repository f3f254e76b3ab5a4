"""The loader finds every error of every file in one run, says where it stands and what to do."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from peredacha.config.command import run
from peredacha.jurisdictions import load
from peredacha.jurisdictions.load import FOLDER, lands, pack, read_land
from peredacha.jurisdictions.reading import PackError, PackErrors


@dataclass(frozen=True)
class Mistake:
    """A slip of the pen in one file: what stood there, what was typed, and what must be said about it.

    ``at`` is the text on whose line the error is told, where that is not the slip itself.
    """

    file: str
    stood: str
    typed: str
    says: str
    at: str = ""

    def make(self, land: Path) -> int:
        """Type it; gives the line on which the error should be told."""
        path = land / self.file
        text = path.read_text("utf-8")
        found = re.search(self.stood, text)
        assert found, f"{self.file} no longer holds {self.stood!r}: choose another place for this mistake"
        path.write_text(text[: found.start()] + found.expand(self.typed) + text[found.end() :], "utf-8")
        place = text.index(self.at) if self.at else found.start()
        return text.count("\n", 0, place) + 1


MISTAKES = [
    Mistake(
        "land.yaml",
        "short_month: CNT-9",
        "short_month: CNT-999",
        "there is no rule `CNT-999`: correct its id",
    ),
    Mistake(
        "calendar.yaml", "2024-05-10", "2024-05-17", "2024-05-17 is a day off by the decree", at="  2024:"
    ),
    Mistake("regions.yaml", "Europe/Moscow", "Europe/Mosscow", "there is no time zone `Europe/Mosscow`: use"),
    Mistake(
        "deadlines/court.yaml",
        "unit: days",
        "unit: fortnights",
        "`unit: fortnights` is not known: use one of",
    ),
    Mistake(
        "deadlines/review.yaml", r'norms: \["УПК ', 'norms: ["УПКК ', "`УПКК` is not in acts.yaml: add it"
    ),
    Mistake(
        "deadlines/remedies.yaml",
        r"from: (\d{4})-\d\d-\d\d",
        r"from: \1-31-01",
        "cannot be read: a date is written",
    ),
    Mistake(
        "deadlines/transfer.yaml", r"limit: \{length: \d+", "limit: {length: 0", "`length` must be 1 or more"
    ),
    Mistake("statements/money.yaml", "\n- id: ", "\n\t- id: ", "this is not YAML", at="- id: "),
    Mistake(
        "statements/fees.yaml",
        r"standing: \w+",
        "standing: sure",
        "`standing: sure` is not known: use one of",
    ),
    Mistake(
        "served/grounds.yaml", "basis:", "bassis:", "there is no key `bassis` here: correct its spelling"
    ),
    Mistake("questions.yaml", "kind: choice", "kind: chioce", "`kind: chioce` is not known: use one of"),
    Mistake(
        "plan/police.yaml",
        r"stages: \[police",
        "stages: [policee",
        "there is no stage `policee`: see stages.yaml",
    ),
    Mistake(
        "plan/detention.yaml", r"by: \{rule: ", r"\g<0>X", "there is no deadline `XPRE-4`: correct its id"
    ),
    Mistake("plan/search.yaml", r"order: \d+", "order: 100", "`order` must be a number from 1", at="- id"),
    Mistake("pages/help.yaml", "\ntitle:", "\ntitel:", "there is no key `titel` here: correct", at="title:"),
    Mistake("courts.csv", r"\n01RS0001,", "\n,", "a court needs a code, a name and a region", at="01RS0001,"),
]


@pytest.fixture
def land(tmp_path: Path) -> Path:
    """Russia once more, in a folder where everything may be broken."""
    return Path(shutil.copytree(FOLDER / "ru", tmp_path / "ru"))


def errors_of(land: Path) -> list[PackError]:
    try:
        read_land(land)
    except PackErrors as found:
        return found.errors
    return []


def test_the_lands_that_are_shipped_hold_no_error() -> None:
    assert set(lands()) >= {"example", "ru"}, "the invented land for tests and docs is missing"
    for code in lands():
        assert not errors_of(FOLDER / code), f"run `peredacha law check` and mend the files of {code}"


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: one.file)
def test_each_mistake_is_told_with_its_file_its_line_and_what_to_do(land: Path, mistake: Mistake) -> None:
    line = mistake.make(land)

    told = [str(error) for error in errors_of(land)]

    assert any(one.startswith(f"ru/{mistake.file}:{line}: ") and mistake.says in one for one in told), told[
        :5
    ]


def test_all_mistakes_of_all_files_are_told_in_one_run(land: Path) -> None:
    for mistake in MISTAKES:
        mistake.make(land)

    told = {(error.file, error.says) for error in errors_of(land)}

    missing = [
        one.file for one in MISTAKES if not any(f == f"ru/{one.file}" and one.says in s for f, s in told)
    ]
    assert not missing


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: one.file)
def test_one_mistake_is_not_told_as_many(land: Path, mistake: Mistake) -> None:
    mistake.make(land)

    told = errors_of(land)

    strangers = sorted({error.file for error in told} - {f"ru/{mistake.file}"})
    assert not strangers, f"{mistake.file} is wrong, and these files are accused: {strangers}, {told[:3]}"


def test_two_mistakes_in_one_file_are_both_told(land: Path) -> None:
    text = (land / "deadlines/court.yaml").read_text("utf-8")
    (land / "deadlines/court.yaml").write_text(
        text.replace("unit: days", "unit: fortnights").replace("standing: verified", "standing: sure"),
        "utf-8",
    )

    told = [error.says for error in errors_of(land) if error.file.endswith("court.yaml")]

    assert sum("fortnights" in says for says in told) == len(re.findall("unit: days", text)) > 1
    assert sum("standing: sure" in says for says in told) == len(re.findall("standing: verified", text)) > 1


@pytest.mark.parametrize(
    ("file", "body", "says"),
    [
        ("land.yaml", None, "this file is missing: create it"),
        ("stages.yaml", b"", "this file is empty"),
        ("questions.yaml", "- id: вопрос".encode("cp1251"), "this file is not UTF-8: save it as UTF-8"),
        ("regions.yaml", b"- [1, 2", "this is not YAML"),
        ("calendar.yaml", b"just a word", "has the wrong form"),
        ("courts.csv", b"a,b\n1,2\n", "the columns must be court_code,name"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error_and_never_a_crash(
    land: Path, file: str, body: bytes | None, says: str
) -> None:
    (land / file).unlink() if body is None else (land / file).write_bytes(body)

    told = [error for error in errors_of(land) if error.file == f"ru/{file}"]

    assert told and says in told[0].says


def test_a_key_that_stands_twice_is_told_on_its_second_line(land: Path) -> None:
    path = land / "stages.yaml"
    text = path.read_text("utf-8")
    path.write_text(text + "  id: again\n", "utf-8")

    told = [error for error in errors_of(land) if "stands twice" in error.says]

    assert [(error.file, error.line) for error in told] == [("ru/stages.yaml", text.count("\n") + 1)]


def test_a_rule_whose_id_or_row_stands_twice_in_the_land_is_told(land: Path) -> None:
    first, second = (land / "deadlines" / name for name in ("court.yaml", "review.yaml"))
    id_, row = (re.search(rf"{key}: (\S+)", first.read_text("utf-8")) for key in ("- id", "row"))
    assert id_ and row
    text = re.sub(r"- id: \S+", f"- id: {id_[1]}", second.read_text("utf-8"), count=1)
    second.write_text(re.sub(r"row: \S+", f"row: {row[1]}", text, count=1), "utf-8")

    told = " ".join(error.says for error in errors_of(land) if "twice" in error.says)

    assert id_[1] in told and row[1] in told


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_text_that_is_missing_in_one_language_is_told(land: Path, language: str) -> None:
    path = land / "stages.yaml"
    text = path.read_text("utf-8")
    found = re.search(rf'{language}: "?[^",}}\n]+"?', text)
    assert found
    path.write_text(text.replace(found[0], f'{language}: ""', 1), "utf-8")

    told = [error for error in errors_of(land) if error.file == "ru/stages.yaml"]

    assert any(language in error.says for error in told)


@pytest.fixture
def shipped(land: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The broken copy stands where the lands are shipped."""
    monkeypatch.setattr(load, "FOLDER", land.parent)
    pack.cache_clear()
    yield land
    pack.cache_clear()


def test_the_command_prints_every_error_and_leaves_with_1(
    shipped: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["law", "check"]) == 0
    pack.cache_clear()
    for mistake in MISTAKES:
        mistake.make(shipped)

    assert run(["law", "check"]) == 1
    printed = capsys.readouterr().out
    assert all(mistake.says in printed for mistake in MISTAKES)

"""``custody.yaml`` is checked like every file of a land: each mistake with its line and what to do."""

import re
import shutil
from pathlib import Path

import pytest

from peredacha.jurisdictions.load import FOLDER, read_land
from peredacha.jurisdictions.reading import PackError, PackErrors


@pytest.fixture
def land(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER / "ru", tmp_path / "ru"))


def errors_of(land: Path) -> list[PackError]:
    with pytest.raises(PackErrors) as refused:
        read_land(land)
    return refused.value.errors


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("rule: PRE-16", "rule: PRE-99", "there is no deadline `PRE-99`"),
        ("rule: PRE-16", "rule: CRT-12", "`CRT-12` is not a term of custody"),
        ("stage: investigation", "stage: police", "`stage: police` is not known"),
        ("crimes: [especially_grave]", "crimes: [huge]", "is not known"),
        ("crimes: [especially_grave]", "crimes: []", "name at least one category"),
        ("statement: PRE-26", "statement: PRE-98", "there is no statement `PRE-98`"),
        ("file_read: {rule: PRE-20}", "file_read: {rule: PRE-97}", "there is no deadline `PRE-97`"),
        ("repeats: true", "repeat: true", "there is no key `repeat`"),
    ],
)
def test_a_mistake_is_told_with_its_line(land: Path, right: str, wrong: str, says: str) -> None:
    path = land / "custody.yaml"
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")

    found = [error for error in errors_of(land) if says in error.says]

    assert [error.file for error in found] == ["ru/custody.yaml"]
    line = path.read_text("utf-8").splitlines()[found[0].line - 1]
    assert wrong.partition(":")[0] in line or re.search(r"rule|limits", line)


def test_the_file_may_be_missing(land: Path) -> None:
    (land / "custody.yaml").unlink()

    assert read_land(land).custody.limits == ()

"""Pavel at a terminal."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from tests.rooms.imports.world import CARDS, DEMO, FACTS

from peredacha.rooms.facilities.models import Chapter, DutyLine, Facility, Fact

pytestmark = pytest.mark.django_db


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    (tmp_path / "facilities.csv").write_text(CARDS, encoding="utf-8-sig")
    (tmp_path / "facts.csv").write_text(FACTS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def chapter(tables: Path) -> Path:
    (tables / "chapter.yaml").write_text(
        (DEMO / "chapter.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    return tables


def test_pavel_imports_and_takes_it_back(tables: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("import_facilities", str(tables / "facilities.csv"), facts=tables / "facts.csv")
    assert Facility.objects.count() == 3
    assert Fact.objects.count() == 2

    call_command("undo_import")

    assert not Facility.objects.exists()
    assert "3" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("undo_import")


def test_a_wrong_row_ends_with_code_two_and_its_place(
    tables: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tables / "facilities.csv").write_text(CARDS.replace("remand", "remnd"), encoding="utf-8")

    with pytest.raises(SystemExit) as end:
        call_command("import_facilities", str(tables / "facilities.csv"))

    assert end.value.code == 2
    assert "remnd" in capsys.readouterr().err
    assert not Facility.objects.exists()


def test_a_file_that_is_not_there_gets_a_sentence(tables: Path) -> None:
    with pytest.raises(CommandError, match=r"missing\.csv") as error:
        call_command("import_facilities", str(tables / "missing.csv"))

    assert error.value.returncode == 2


def test_a_file_in_another_encoding_gets_a_sentence(tables: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tables / "old.csv").write_bytes(CARDS.encode("cp1251", errors="replace"))

    with pytest.raises(SystemExit) as end:
        call_command("import_facilities", str(tables / "old.csv"))

    assert end.value.code == 2
    assert "CSV UTF-8" in capsys.readouterr().err


def test_a_chapter_loads_twice_and_is_the_same(chapter: Path) -> None:
    call_command("load_chapter", str(chapter))
    call_command("load_chapter", str(chapter))

    assert Chapter.objects.get().region == "RU-ZRC"
    assert DutyLine.objects.count() == 3
    assert Facility.objects.filter(fictional=True).count() == 3


def test_a_chapter_with_a_wrong_row_leaves_nothing_behind(chapter: Path) -> None:
    (chapter / "facts.csv").write_text(FACTS.replace("SIZ-3", "закон"), encoding="utf-8")

    with pytest.raises(SystemExit) as end:
        call_command("load_chapter", str(chapter))

    assert end.value.code == 2
    assert not Chapter.objects.exists()
    assert not Facility.objects.exists()


def test_every_wrong_key_of_a_chapter_is_told_at_once(
    chapter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = (chapter / "chapter.yaml").read_text(encoding="utf-8")
    wrong = written.replace("zone: Europe/Moscow", "zone: Europe/Sosnov").replace("key: demo", "kee: demo")
    (chapter / "chapter.yaml").write_text(wrong, encoding="utf-8")

    with pytest.raises(SystemExit):
        call_command("load_chapter", str(chapter))

    told = capsys.readouterr().err
    assert [word for word in ("`zone`", "`kee`", "`key`") if word not in told] == []
    assert not Chapter.objects.exists()


@pytest.mark.parametrize("text", [None, ": :\n- ["])
def test_a_folder_without_a_readable_chapter_says_so(tmp_path: Path, text: str | None) -> None:
    if text:
        (tmp_path / "chapter.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(SystemExit) as end:
        call_command("load_chapter", str(tmp_path))

    assert end.value.code == 2

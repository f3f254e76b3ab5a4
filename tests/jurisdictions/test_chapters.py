"""A chapter's file: read in one place, every error with its line."""

import re
import shutil
from pathlib import Path

import pytest

from peredacha.jurisdictions.chapters import read_chapter, with_chapter
from peredacha.jurisdictions.load import pack
from peredacha.jurisdictions.reading import PackErrors

DEMO = Path(__file__).parents[2] / "chapters" / "demo"
MISTAKES = [
    ("key: demo", "kee: demo", "there is no key `kee` here: correct its spelling"),
    ("key: demo", "key: Demo Chapter", "`key`: `Demo Chapter` has the wrong form: write it like `ourtown`"),
    ("fictional: true", "fictional: maybe", "`fictional: 'maybe'` has the wrong form"),
    ("code: RU-ZRC", "code: Zarechye", "`Zarechye` has the wrong form: write it like `RU-MOW`"),
    (
        "zone: Europe/Moscow",
        "zone: Europe/Sosnov",
        "there is no time zone `Europe/Sosnov`: use a name such as",
    ),
    ('courts: "00"', "courts: 0", "`courts: 0` has the wrong form"),
    (
        'number: "+7 000 000-00-90"',
        'number: "call us"',
        "`call us` has the wrong form: write it like `+7 000",
    ),
    ('    en: "Zarechye Region"', '    de: "Saretschje"', "the text has no `en`: add it in every language"),
    ('en: "Demo chapter"', f'en: "{"long " * 30}"', "at most 120 characters"),
    ('en: "day and night"', 'en: ""', "`en` is empty: write it"),
]


@pytest.fixture
def chapter(tmp_path: Path) -> Path:
    """The demo chapter once more, in a folder where everything may be broken."""
    return Path(shutil.copytree(DEMO, tmp_path / "demo"))


def errors_of(chapter: Path) -> list[str]:
    with pytest.raises(PackErrors) as found:
        read_chapter(chapter)
    return [str(error) for error in found.value.errors]


def test_the_demo_chapter_says_who_it_is_and_whom_to_call() -> None:
    chapter = read_chapter(DEMO)

    assert (chapter.key, chapter.fictional, chapter.region.code) == ("demo", True, "RU-ZRC")
    assert chapter.name["ru"] == "Демонстрационное отделение"
    assert chapter.contacts[0].number == "+7 000 000-00-90"
    assert chapter.contacts[0].purpose["en"].startswith("chapter duty line")


def test_the_land_gets_the_chapters_region_first_and_its_courts() -> None:
    land = with_chapter(pack("ru"), DEMO)

    assert next(iter(land.regions)) == "RU-ZRC"
    assert str(land.regions["RU-ZRC"].zone) == "Europe/Moscow"
    assert len(land.courts_of("RU-ZRC")) == 13


@pytest.mark.parametrize(("stood", "typed", "says"), MISTAKES, ids=lambda text: text[:30])
def test_each_mistake_is_told_with_its_line(chapter: Path, stood: str, typed: str, says: str) -> None:
    path = chapter / "chapter.yaml"
    text = path.read_text("utf-8")
    assert stood in text
    path.write_text(text.replace(stood, typed, 1), "utf-8")
    line = text.count("\n", 0, text.index(stood)) + 1

    told = [error for error in errors_of(chapter) if says in error]

    assert told
    assert all(abs(int(re.findall(r"yaml:(\d+):", error)[0]) - line) <= 2 for error in told)


def test_all_mistakes_of_both_files_are_told_in_one_run(chapter: Path) -> None:
    path, courts = chapter / "chapter.yaml", chapter / "courts.csv"
    path.write_text(path.read_text("utf-8").replace("key: demo", "kee: demo"), "utf-8")
    courts.write_text(courts.read_text("utf-8").replace("00OS0000,", ","), "utf-8")

    told = " ".join(errors_of(chapter))

    assert all(word in told for word in ("`kee`", "`key` is missing", "a court needs a code"))


@pytest.mark.parametrize(
    ("file", "body", "says"),
    [
        ("chapter.yaml", None, "this file is missing: create it"),
        ("chapter.yaml", b": :\n- [", "this is not YAML"),
        ("chapter.yaml", "key: ключ".encode("cp1251"), "this file is not UTF-8"),
        ("chapter.yaml", b"- a\n- b\n", "has the wrong form"),
        ("courts.csv", "Заречный суд".encode("cp1251"), "this file is not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error_and_never_a_crash(
    chapter: Path, file: str, body: bytes | None, says: str
) -> None:
    (chapter / file).unlink() if body is None else (chapter / file).write_bytes(body)

    assert any(error.startswith(f"demo/{file}:") and says in error for error in errors_of(chapter))

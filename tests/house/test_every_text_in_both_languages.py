"""Every text of the law and of the pages stands in Russian and in English, each in its own letters."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import polib
import pytest
import yaml
from tests.house.tree import ROOT, SRC, files, shown

LANGUAGES = {"ru", "en"}
CYRILLIC, LATIN = re.compile(r"[А-Яа-яЁё]+"), re.compile(r"[A-Za-z]{4,}")
NOT_WORDS = re.compile(
    r"https?://\S+|\S+@\S+|PEREDACHA_\w+|\{\w*\}|%\(\w+\)[sd]|<[^>]*>|`[^`]*`|\w+[._-][\w.-]*[a-z\d]|--\w+"
)
RUSSIAN_IN_ENGLISH = {  # short names of laws and bodies, as they stand on every Russian paper; letters themselves
    *("ё", "е"),
    *(
        "ФЗ",
        "МВД",
        "ВС",
        "КС",
        "РФ",
        "Пленум",
        "ФСИН",
        "СИЗО",
        "ИВС",
        "ШИЗО",
        "ПКТ",
        "ЕПКТ",
        "ИК",
        "СК",
        "ФСБ",
    ),
    *("П", "ч", "п", "ст"),
}
LATIN_IN_RUSSIAN = {  # names as everybody writes them, and words of a case file
    *("cookie", "JavaScript", "Escape", "Ctrl", "Telegram", "WhatsApp", "YAML", "JSON", "HTML"),
    *("holidays", "Europe", "Moscow", "true", "false", "from", "kind", "Enter"),
    *("JPEG", "Android", "iPhone", "Thunderbird", "ICSx", "Google"),
}


def texts(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping from languages to words."""
    if isinstance(value, dict):
        if value and set(value) <= LANGUAGES:
            yield value
        else:
            for one in value.values():
                yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)


def law_files() -> list[Path]:
    return [*files("*.yaml", SRC / "jurisdictions"), *files("*.yaml", ROOT / "chapters")]


def texts_of(path: Path) -> list[dict[str, Any]]:
    return list(texts(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)))


@cache
def acts() -> set[str]:
    """The short names of laws, as each land writes them."""
    lands = files("land.yaml", SRC / "jurisdictions")
    return {act for path in lands for act in yaml.safe_load(path.read_text("utf-8"))["acts"]}


def foreign(text: str, language: str) -> list[str]:
    """Words in the letters of another language that are no accepted name."""
    letters, accepted = (
        (CYRILLIC, RUSSIAN_IN_ENGLISH | acts()) if language == "en" else (LATIN, LATIN_IN_RUSSIAN)
    )
    return [word for word in letters.findall(NOT_WORDS.sub(" ", text)) if word not in accepted]


def test_every_text_of_every_file_has_words_in_every_language() -> None:
    found = [(path, text) for path in law_files() for text in texts_of(path)]

    assert len(found) > 1000
    wrong = [
        (shown(path), text)
        for path, text in found
        if not all(str(text.get(one) or "").strip() for one in LANGUAGES)
    ]
    assert not wrong, f"write it in the other language too: {wrong[:5]}"


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_text_of_the_law_is_written_in_the_other_letters(language: str) -> None:
    found = [
        (path, word)
        for path in law_files()
        for text in texts_of(path)
        for word in foreign(str(text[language]), language)
    ]

    assert not found, (
        f"translate, or accept the name in this test: {[(shown(path), word) for path, word in found[:20]]}"
    )


def catalogue(language: str) -> list[str]:
    entries = polib.pofile(str(SRC / "locale" / language / "LC_MESSAGES" / "django.po"))
    return [text for entry in entries for text in (entry.msgstr, *entry.msgstr_plural.values()) if text]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_text_of_the_pages_is_written_in_the_other_letters(language: str) -> None:
    said = catalogue(language)

    assert len(said) > 300
    found = [(word, text[:60]) for text in said for word in foreign(text, language)]
    assert not found, f"translate, or accept the name in this test: {found[:20]}"


@pytest.mark.parametrize(
    ("slip", "rule"), [('"', "«ёлочки»"), (" - ", "an en dash with spaces"), ("—", "an en dash")]
)
def test_russian_is_set_as_in_a_book(slip: str, rule: str) -> None:
    law = [str(text["ru"]) for path in law_files() for text in texts_of(path)]

    assert len(law) > 1000
    found = [text[:80] for text in (*law, *catalogue("ru")) if slip in NOT_WORDS.sub("·", text)]
    assert not found, f"Russian takes {rule}: {found[:10]}"


def test_foreign_letters_are_really_found() -> None:
    assert foreign("the суд decides under УПК", "en") == ["суд"]
    assert foreign("суд решает online, см. https://example.org/page", "ru") == ["online"]

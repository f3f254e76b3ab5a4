"""Pavel types what he hears on the telephone; the name is taken apart, whatever the order and the letters."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from peredacha.core.linkage import Named, fold, read_name

TABLE = Path(__file__).parent / "names.csv"
ROWS = list(csv.DictReader(TABLE.read_text("utf-8").splitlines(), delimiter=";"))
LETTERS = some.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz'-. ", max_size=30)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_a_name_is_taken_apart_as_the_table_says(row: dict[str, str]) -> None:
    named = read_name(row["text"])

    assert (named.surname, named.given, named.patronymic) == (row["surname"], row["given"], row["patronymic"])
    assert named.birth_year == (int(row["born"]) if row["born"] else None)
    assert named.raw == row["text"]


@pytest.mark.parametrize("text", ["", "   ", "???", "12", "31.12.1999", ".,;:", "((("])
def test_a_text_without_a_name_gives_an_empty_name(text: str) -> None:
    named = read_name(text)

    assert (named.surname, named.given, named.patronymic) == ("", "", "")


@settings(max_examples=300, deadline=None)
@given(some.text(max_size=60))
def test_no_text_stops_the_reading(text: str) -> None:
    assert read_name(text).raw == text


@settings(max_examples=300, deadline=None)
@given(LETTERS)
def test_a_folded_text_folds_to_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(max_examples=200, deadline=None)
@given(LETTERS)
def test_capitals_and_yo_do_not_count(text: str) -> None:
    assert fold(text.upper()) == fold(text) == fold(text.replace("ё", "е"))


@pytest.mark.parametrize(
    ("spellings", "key"),
    [
        (("Щукина", "Shchukina", "Schukina"), "шукина"),
        (("Яковлев", "Yakovlev", "Iakovlev", "Jakovlev"), "иаковлев"),
        (("Хасан", "Khasan", "Hasan", "Xasan", "Ҳасан"), "хасан"),
        (("Соловьёв", "Solovyov", "Solovyev", "Solovev", "Soloviev"), "соловев"),
        (("Юрий", "Yury", "Yuri", "Iurii", "Jurij"), "иури"),
        (("Сергей", "Cepгeй", "Sеrgei"), "сергеи"),
        (("Салтыков-Щедрин", "салтыков щедрин"), "салтиковшедрин"),
        (("Ива́нов", "Ivanoff", "IVANOV"), "иванов"),
    ],
)
def test_spellings_of_one_name_fold_together(spellings: tuple[str, ...], key: str) -> None:
    assert {fold(spelling) for spelling in spellings} == {key}


def test_a_log_or_an_error_page_shows_nobody() -> None:
    assert "Иванов" not in repr(Named("Иванов", "Пётр", raw="Иванов Пётр"))
    assert "Иванов" not in str(read_name("Иванов Пётр"))

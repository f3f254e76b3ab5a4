"""Names in Latin letters: exact there, guesses back."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.language.russian import passport_latin, russian_candidates

LIST = Path(__file__).parent / "names.csv"


@pytest.mark.parametrize(
    ("russian", "latin"),
    [
        ("Ксения", "Kseniia"),
        ("Юлия", "Iuliia"),
        ("Щукин", "Shchukin"),
        ("ЖУКОВ", "ZHUKOV"),
        ("Хрущёв", "Khrushchev"),
        ("Цой", "Tsoi"),
        ("Игорь", "Igor"),
        ("Подъячев", "Podieiachev"),
        ("Эдуард", "Eduard"),
        ("Быковский", "Bykovskii"),
        ("Яна-Мария", "Iana-Mariia"),
        ("О'Нил 2", "O'Nil 2"),
        ("Я", "Ia"),
    ],
)
def test_a_name_as_the_passport_has_it(russian: str, latin: str) -> None:
    assert passport_latin(russian) == latin


@pytest.mark.parametrize(
    ("latin", "russian"),
    [
        ("Kseniia", "Ксения"),
        ("KSENIIA", "Ксения"),
        ("Iuliia", "Юлия"),
        ("Dmitrii", "Дмитрий"),
        ("Shchukin", "Щукин"),
        ("Zhukovskii", "Жуковский"),
        ("Sergei", "Сергей"),
        ("Chernykh", "Черных"),
        ("Vyacheslav", "Вячеслав"),
        ("Alexey", "Алексей"),
        ("Anna-Mariia", "Анна-Мария"),
    ],
)
def test_the_likeliest_reading_comes_first(latin: str, russian: str) -> None:
    assert russian_candidates(latin)[0] == russian


@pytest.mark.parametrize(
    ("latin", "russian"),
    [
        ("Olga", "Ольга"),
        ("Igor", "Игорь"),
        ("Semenov", "Семёнов"),
        ("Natalia", "Наталья"),
        ("Eduard", "Эдуард"),
        ("Dmitry", "Дмитрий"),
        ("Khrushchev", "Хрущёв"),
    ],
)
def test_lost_letters_are_among_the_guesses(latin: str, russian: str) -> None:
    assert russian in russian_candidates(latin)


def test_known_names_of_that_spelling_come_before_all_guesses() -> None:
    known = ["Семен", "Семён", "Ольга", "Гоголь"]

    assert russian_candidates("Semen", known)[:2] == ("Семен", "Семён")
    assert russian_candidates("GOGOL", known)[0] == "Гоголь"


def test_nearly_every_name_of_the_list_comes_back() -> None:
    with LIST.open(encoding="utf-8") as lines:
        names = {name for row in csv.DictReader(lines) for name in row["nominative"].split(" | ")}
    names = {name for name in names if " " not in name}

    back = [name for name in names if name in russian_candidates(passport_latin(name), limit=5)]
    assert len(names) > 1500
    assert len(back) / len(names) > 0.92


@given(st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", max_size=12))
def test_forward_gives_latin_letters_only(name: str) -> None:
    latin = passport_latin(name)

    assert latin.isascii()
    assert passport_latin(name.upper()).lower() == latin


@given(st.text(max_size=60), st.integers(1, 6))
def test_no_text_makes_the_way_back_fail(latin: str, limit: int) -> None:
    assert len(russian_candidates(latin, limit=limit)) <= limit


def test_what_is_too_long_or_empty_gives_nothing() -> None:
    assert russian_candidates("a" * 41) == russian_candidates("  ") == ()

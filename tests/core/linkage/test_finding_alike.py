"""Vera calls; Pavel types her son's name, and the cards of the chapter that may be him stand beside it."""

import csv
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as some

from peredacha.core.linkage import Named, NameIndex, compare, find_alike, read_name

PAIRS = csv.DictReader((Path(__file__).parent / "pairs.csv").read_text("utf-8").splitlines(), delimiter=";")
TEXTS = sorted({row[side] for row in PAIRS for side in ("one", "other")})
NAMED = {text: read_name(text) for text in TEXTS}


def cards(*texts: str) -> dict[str, Named]:
    return {text: read_name(text) for text in texts}


def found(text: str, many: dict[str, Named], limit: int = 5) -> list[str]:
    return [one.key for one in find_alike(read_name(text), many, limit=limit)]


def test_the_likeliest_card_stands_first_and_a_namesake_after_it() -> None:
    many = cards("Иванов Пётр Андреевич", "Петров Пётр", "Иванов П.С.", "Иванов Пётр Сергеевич 1987")

    assert found("Пётр Сергеевич Иванов 1987", many) == [
        "Иванов Пётр Сергеевич 1987",
        "Иванов П.С.",
        "Иванов Пётр Андреевич",
    ]


def test_cards_that_are_as_likely_stand_in_the_order_of_the_chapter() -> None:
    many = {number: read_name("Магомедов Магомед") for number in range(30)}

    assert [one.key for one in find_alike(read_name("Магомед Магомедов"), many)] == [0, 1, 2, 3, 4]
    assert len(find_alike(read_name("Магомед Магомедов"), many, limit=50)) == 30


def test_a_slip_a_former_surname_and_a_changed_order_are_found() -> None:
    many = cards("Кузнецова (Белова) Мария Олеговна", "Рахим Бахром", "Сидоров-Орлов Иван")

    assert found("Кузнецова Мария Олеговна", many) == ["Кузнецова (Белова) Мария Олеговна"]
    assert found("Кузнцова Мария", many) == ["Кузнецова (Белова) Мария Олеговна"]
    assert found("Белова Маша", many) == ["Кузнецова (Белова) Мария Олеговна"]
    assert found("Бахром Рахим", many) == ["Рахим Бахром"]
    assert found("Орлов Ваня", many) == ["Сидоров-Орлов Иван"]


def test_a_name_without_surname_finds_its_card_and_a_card_without_surname_is_found() -> None:
    many = cards("Сергей Абрамович", "Саша", "Иванов Александр Петрович")

    assert found("Александр Петрович", many) == ["Иванов Александр Петрович", "Саша"]
    assert found("Роман Абрамович", cards("Абрамович Роман Аркадьевич")) == ["Абрамович Роман Аркадьевич"]


def test_an_empty_chapter_and_an_empty_name_find_nobody() -> None:
    assert found("Иванов Пётр", {}) == []
    assert found("", cards("Иванов Пётр", "Саша")) == []


@settings(max_examples=200, deadline=None)
@given(some.sampled_from(TEXTS), some.lists(some.sampled_from(TEXTS), unique=True, max_size=60))
def test_the_index_misses_nobody_whom_a_comparison_with_each_would_find(one: str, many: list[str]) -> None:
    index = NameIndex({text: NAMED[text] for text in many})

    by_index = {alike.key: alike.likeness for alike in index.find_alike(NAMED[one], limit=100)}
    by_each = {text: compare(NAMED[one], NAMED[text]) for text in many}
    assert by_index == {text: likeness for text, likeness in by_each.items() if likeness.kind != "different"}

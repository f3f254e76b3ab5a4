"""A letter from inside: where its reader should stop; and how little it takes to say too much."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.letters import Pointer, hints_in, pieces
from peredacha.jurisdictions.hints import letter_hints

RUSSIA = letter_hints("ru")


def pointer(*words: str) -> Pointer:
    """A list with these words."""
    return Pointer("list", "danger", {"ru": "Смотрите.", "en": "Look."}, words)


def found(text: str, *lists: Pointer) -> list[tuple[str, str]]:
    """Which list found which words."""
    return [(one.pointer.id, text[one.start : one.end]) for one in hints_in(text, lists or RUSSIA)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Меня здесь избивают каждый день.", [("violence", "избивают")]),
        ("Вчера нас избили током", [("violence", "избили")]),
        ("Больше не могу, простите.", [("farewell", "Больше не могу")]),
        ("Сосед вскрылся ночью", [("farewell", "вскрылся")]),
        ("С понедельника объявил голодовку", [("hunger", "голодовку")]),
        ("Сижу в ШИЗО третью неделю", [("cell", "ШИЗО")]),
        ("Нам не дают здесь никаких лекарств", [("illness", "не дают здесь никаких лекарств")]),
        ("Заставляют подписать контракт", [("front", "контракт")]),
        ("Бумагу вручили в среду, 12 числа.", [("handed", "вручили в среду, 12 числа")]),
        ("Сказали: 10 суток на всё", [("term", "10 суток")]),
        ("Нужна кассация", [("complaint", "кассация")]),
    ],
)
def test_the_words_of_the_land_are_found(text: str, told: list[tuple[str, str]]) -> None:
    assert found(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Здравствуй, мама! У меня всё хорошо, читаю книги, погода тёплая, билет в театр пропал.",
        "Пытался выучить английский. Побоялся спросить, но сосед объяснил. Венок сплели на праздник.",
        "Пришлите, пожалуйста, чай, сахар, носки 43 размера и конверты. Прочитал 120 страниц за 3 вечера.",
    ],
)
def test_an_ordinary_letter_points_at_nothing(text: str) -> None:
    assert found(text) == []


def test_a_word_that_is_parted_at_the_end_of_a_line_is_one_word() -> None:
    assert found("нас изби-\n вают", pointer("избива*")) == [("list", "изби-\n вают")]


def test_a_gap_stands_for_four_words_and_no_more() -> None:
    handed = pointer("вручили … числа")

    assert found("вручили числа", handed) and found("вручили мне это в среду числа", handed)
    assert not found("вручили мне это в ту среду числа", handed)


def test_a_star_stands_for_an_ending_only_at_the_end_and_a_number_for_any_number() -> None:
    assert found("карцере", pointer("карцер*")) and not found("карцере", pointer("карцер"))
    assert found("до 7 числа", pointer("до № числа")) and not found(
        "до седьмого числа", pointer("до № числа")
    )
    assert found("ЁЛКА", pointer("елка"))


def test_of_two_that_overlap_the_longer_is_told_once_and_not_more_than_five() -> None:
    both = pointer("вручил*", "вручил* … числа")

    assert found("вручили 12 числа", both) == [("list", "вручили 12 числа")]
    assert len(found("шизо " * 20, pointer("шизо"))) == 5


@given(st.text(alphabet="абвгд№…*- \n0159избвручилсл", max_size=200))
def test_any_text_comes_out_whole_with_every_mark_inside(text: str) -> None:
    hints = hints_in(text, RUSSIA)
    cut = pieces(text, hints)

    assert "".join(piece for piece, _marked in cut) == text
    assert all(0 <= one.start < one.end <= len(text) for one in hints)
    assert any(marked for _piece, marked in cut) == bool(hints)

"""Vera hands in a list at the window: in its shape, in as many copies as it wants, and nothing runs off the paper."""

import re
from dataclasses import replace

import pytest
from tests.core.slips.world import (
    AT_HOME,
    CONTENTS,
    LONG_NAME,
    NO_SPACES,
    ROWS,
    has_square,
    pictures,
    printed,
    sizes,
    words_of,
)

from peredacha.core.slips import ListForm, Person, Row

A4 = (210, 297)
MANY = ROWS * 20
"""A hundred lines: three pages."""


def test_two_copies_stand_on_one_page_with_lines_to_sign_on() -> None:
    body = printed(CONTENTS)
    [page] = words_of(body)

    assert sizes(body) == [A4]
    for words in (
        "Опись передачи", "Экземпляр 1 из 2", "Экземпляр 2 из 2", "Лебедев Пётр Ильич, 1990 г. р.", "СИЗО-1",
        "Лебедева Вера Сергеевна, мать", "Носки шерстяные мужские, размер 43", "0,615", "Вес с упаковкой: 3,255 кг",
        "Отправитель", "Принявший сотрудник", "Получатель", "21.12.2026",
    ):  # fmt: skip
        assert words.replace(" ", "") in page
    assert page.count("Всего23") == 2 and page.count("2,855") == 2


def test_three_copies_of_a_request_take_two_pages_and_ask() -> None:
    body = printed(replace(CONTENTS, form=ListForm("request", copies=3)))
    first, second = words_of(body)

    assert first.count("Заявление") == 2 and second.count("Заявление") == 1
    assert "Прошупринятьпередачупоэтомусписку." in second and "Экземпляр3из3" in second


def test_the_columns_are_those_of_the_window() -> None:
    form = ListForm(columns=("name", "weight"), copies=1, signatures=("officer",))
    [page] = words_of(printed(replace(CONTENTS, form=form)))

    assert "Кол-во" not in page and "№" not in page and "Вес,кг" in page
    assert "Принявшийсотрудник" in page and "Отправитель" not in page and "Экземпляр" not in page


def test_four_copies_with_an_empty_line_for_the_passport_and_a_day_beside_each_name() -> None:
    form = ListForm(copies=4, passport=True)
    body = printed(replace(CONTENTS, form=form))
    first, second = words_of(body)

    assert sizes(body) == [A4, A4]
    assert "Экземпляр4из4" in second and first.count("Паспорт") == second.count("Паспорт") == 2
    assert first.count("подпись,фамилиядата") == 6, "three to sign on each of two copies"


def test_what_the_family_does_not_tell_is_a_line_to_write_on() -> None:
    quiet = replace(CONTENTS, sender=(), day=None, grams=0, to=Person("Лебедев", "Пётр"))
    [page] = words_of(printed(quiet))

    assert "Лебедева" not in page and "Откого" in page and "Дата«»20г." in page and "упаковкой" not in page
    assert "ЛебедевПётр" in page and "г.р." not in page


def test_a_thing_without_a_weight_leaves_no_false_sum() -> None:
    [page] = words_of(printed(replace(CONTENTS, rows=(*ROWS, Row("Книга", 1)))))

    assert "Всего24" in page and "2,855" not in page


def test_a_hundred_lines_are_whole_in_each_copy_and_each_page_says_which_it_is() -> None:
    body = printed(replace(CONTENTS, rows=MANY, code=None))
    pages = words_of(body)

    assert sizes(body) == [A4] * 6
    assert [re.search(r"лист(\d)из(\d)·экземпляр(\d)", page).groups() for page in pages] == [  # type: ignore[union-attr]
        (leaf, "3", copy) for copy in "12" for leaf in "123"
    ]
    assert all("Наименование" in page for page in pages), "the head of the table stands on each page"
    for copy in (pages[:3], pages[3:]):
        assert sum(page.count("Мылохозяйственное") for page in copy) == 20
        assert "Получатель" in copy[-1]


def test_the_longest_names_wrap_and_nothing_is_lost() -> None:
    body = printed(replace(CONTENTS, rows=(Row(LONG_NAME, 1, 100), Row(NO_SPACES, 2, 200))))
    pages = "".join(words_of(body))

    assert pages.count(LONG_NAME.replace(" ", "")) == 2 and pages.count(NO_SPACES) == 2
    for picture in pictures(replace(CONTENTS, rows=(Row(LONG_NAME, 1), Row(NO_SPACES, 2)))):
        edge = round(10 / 25.4 * 150)
        assert picture[:, -edge:].min() == 255 and picture[:, :edge].min() == 255, "the margins stay white"


def test_the_way_back_is_on_a_strip_to_keep_and_not_on_what_the_window_gets() -> None:
    several = replace(CONTENTS, form=ListForm(copies=3))
    first, second = words_of(printed(several))
    top, last = pictures(several)

    assert AT_HOME.short not in first and AT_HOME.short in second and "Отрежьтеиоставьтесебе" in second
    assert has_square(last, AT_HOME.url, 22) and not has_square(top, AT_HOME.url, 22)
    assert has_square(last[-round(45 / 25.4 * 150) :], AT_HOME.url, 22), "below the line to cut along"
    assert not has_square(last, AT_HOME.url + "0", 22)


def test_a_form_that_nobody_could_print_is_told() -> None:
    for wrong in ({"copies": 5}, {"copies": 0}, {"columns": ("weight",)}, {"columns": ("name", "name")}):
        with pytest.raises(ValueError, match="a list"):
            ListForm(**wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="at least one piece"):
        Row("Чай", 0)

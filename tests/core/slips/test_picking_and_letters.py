"""Petya walks along the shelves once; a letter goes out with its number and comes back with it."""

import re
from dataclasses import replace

import pytest
from tests.core.slips.world import (
    ADDRESS,
    AT_HOME,
    BATCH,
    DAY,
    EVERYTHING,
    LETTER,
    OUTSIDE,
    PICKS,
    REPLY,
    ROWS,
    TAKES,
    has_square,
    pictures,
    printed,
    sizes,
    words_of,
)

from peredacha.core.slips import BatchSheet, Box, LetterText, PickSheet, Question, Sheet, Take, TooLong
from peredacha.core.slips.picking import by_shelf

A4 = (210, 297)


def test_the_shelves_come_in_their_order_and_what_lies_together_is_taken_once() -> None:
    first, second, third, last = by_shelf((*TAKES, Take("", "Открытка", 1, 1)))

    assert (first.shelf, second.shelf, third.shelf, last.shelf) == ("А-1", "Б-2", "Б-10", "")
    assert third.pieces == 6 and third.boxes == ((1, 4), (2, 2))


def test_what_goes_off_first_stands_first_and_apart() -> None:
    late, soon = (Take("А-1", "Сыр", 1, 1, DAY.replace(year=year)) for year in (2028, 2027))

    assert [one.best_before for one in by_shelf((late, soon, Take("А-1", "Сыр", 1, 1)))] == [
        soon.best_before, late.best_before, None,
    ]  # fmt: skip


def test_a_pick_list_tells_shelf_thing_pieces_last_day_and_boxes_and_no_person() -> None:
    [page] = words_of(printed(PICKS))

    for words in (
        "А-1",
        "Б-2",
        "Б-10",
        "Чай листовой чёрный, 100 г",
        "6",
        "01.05.2027",
        "№1:4,№2:2",
        AT_HOME.short,
    ):
        assert words.replace(" ", "") in page
    assert page.index("А-1") < page.index("Б-2") < page.index("Б-10") and "Лебедев" not in page
    assert has_square(pictures(PICKS)[0], AT_HOME.url, 24)


def test_a_long_pick_list_numbers_its_pages_and_repeats_its_head() -> None:
    takes = tuple(Take(f"А-{n}", f"Вещь номер {n}", 1, 1) for n in range(90))
    pages = words_of(printed(PickSheet(takes, language="en"), PICKS))

    assert len(pages) == 4 and all("Intoboxes" in page for page in pages[:3])
    assert ["1/3" in pages[0], "2/3" in pages[1], "3/3" in pages[2], "/" in pages[3]] == [
        True,
        True,
        True,
        False,
    ]
    assert all(f"Вещьномер{n}" in "".join(pages) for n in range(90))


def test_the_batch_says_what_each_box_gets_and_weighs() -> None:
    [page] = words_of(printed(replace(BATCH, language="en")))

    for words in (
        "Box 1",
        "Box 2",
        "Box 3",
        "Мыло хозяйственное",
        "With the box (0.4 kg): 2.4 kg",
        "On the scales",
    ):
        assert words.replace(" ", "") in page
    assert BATCH.boxes[0].grams == 2400


def test_a_batch_before_the_holiday_runs_over_pages_and_loses_no_box() -> None:
    pages = words_of(
        printed(BatchSheet(tuple(Box(n, ROWS * 3, 400, AT_HOME) for n in range(1, 21)), language="en"))
    )

    assert {int(n) for page in pages for n in re.findall(r"Box(\d+)", page)} >= set(range(1, 21))
    assert sum(page.count("Мылохозяйственное") for page in pages) == 60 and f"1/{len(pages)}" in pages[0]


def test_the_address_can_be_seen_through_a_window_and_the_number_is_large() -> None:
    body = printed(ADDRESS)
    [page], [picture] = words_of(body), pictures(ADDRESS)

    assert sizes(body) == [A4]
    for words in (
        "Письмо № 214",
        "Листов внутри: 3",
        "Лебедеву Петру Ильичу",
        "Лебедева Вера",
        OUTSIDE.short,
    ):
        assert words.replace(" ", "") in page
    assert has_square(picture, OUTSIDE.short, 30)
    dot = 150 / 25.4
    window = picture[int(42 * dot) : int(95 * dot), int(108 * dot) : int(196 * dot)]
    beside = picture[int(42 * dot) : int(95 * dot), int(25 * dot) : int(105 * dot)]
    assert window.min() < 50 and beside.min() == 255
    with pytest.raises(TooLong):
        replace(ADDRESS, place="а" * 181)


def test_a_letter_carries_its_number_and_code_on_each_page() -> None:
    pages = words_of(printed(LetterText(215, LETTER.paragraphs * 9, OUTSIDE)))

    assert len(pages) > 1
    for leaf, page in enumerate(pages, 1):
        assert "Письмо№215" in page and OUTSIDE.short in page and f"{leaf}из{len(pages)}" in page
    assert "1из1" not in words_of(printed(LETTER))[0]


def test_the_reply_form_fits_one_page_for_a_tired_hand_and_knows_its_letter() -> None:
    body = printed(REPLY)
    [page], [picture] = words_of(body), pictures(REPLY)

    assert sizes(body) == [A4]
    for words in (
        "Ответ на письмо № 214",
        "Письма доходят?",
        "лекарства",
        "Что нужно?",
        "Писать ещё?",
        "а/я 15",
    ):
        assert words.replace(" ", "") in page
    assert OUTSIDE.short in page and has_square(picture, OUTSIDE.short, 30)
    asked = replace(REPLY, questions=(Question("Дошли ли очки?", ("да", "нет")),), back_to=())
    [other] = words_of(printed(asked))
    assert "Дошлилиочки?" in other and "лекарства" not in other and "послатьсюда" not in other


@pytest.mark.parametrize("sheet", EVERYTHING.values(), ids=EVERYTHING)
def test_every_slip_is_black_and_white_and_the_same_each_time(sheet: Sheet) -> None:
    [picture] = pictures(sheet)

    assert picture.min() < 50 and (picture.max(axis=2) == picture.min(axis=2)).all()
    assert printed(sheet) == printed(sheet)


def test_no_slip_shows_its_words_by_itself() -> None:
    assert all("Лебедев" not in repr(sheet) and "Чай" not in repr(sheet) for sheet in EVERYTHING.values())


def test_words_are_never_read_as_markup() -> None:
    hostile = '#panic("Вера") *x* $y$ @z <w> \\ `v` #image("a.png")'
    [page] = words_of(printed(LetterText(1, (hostile,))))

    assert hostile.replace(" ", "") in page

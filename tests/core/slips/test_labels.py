"""Labels on every paper: whole, readable, black, and leading no stranger to the movement."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest
from tests.core.slips.world import AT_HOME, LABEL, OUTSIDE, has_square, pictures, printed, sizes, words_of

from peredacha.core.slips import LINE, NAME, SENDER, Label, Labels, Size, TooLong

ONE = {Size.A4: (210, 297), Size.PRINTER: (102, 152), Size.ROLL: (62, 0)}
SHEETS = {Size.SHEET_8: 8, Size.SHEET_12: 12, Size.SHEET_24: 24}
SQUARES = {
    Size.A4: 50,
    Size.PRINTER: 30,
    Size.ROLL: 18,
    Size.SHEET_8: 24,
    Size.SHEET_12: 19,
    Size.SHEET_24: 13,
}
"""Sides of the squares [mm]."""
FULL = Label(
    "packet", ("Константинопольский-Преображенский Александр " * 9)[:NAME],
    ("ФКУ ИК-18 УФСИН России по Ямало-Ненецкому автономному округу, посёлок Харп, " * 9)[:LINE], "629420",
    (("Ямало-Ненецкий автономный округ, общая касса " * 9)[:SENDER],), 20_000, 12, 12, AT_HOME,
)  # fmt: skip


@pytest.mark.parametrize("size", Size)
def test_each_label_says_everything_on_every_paper(size: Size) -> None:
    [page] = words_of(printed(Labels((LABEL,), size)))

    for words in (
        "ПОСЫЛКА", "Место 1 из 2", "3,255 кг", "От кого", "Лебедева Вера Сергеевна", "до востребования", "Кому",
        "Лебедев Пётр Ильич, 1990 г. р.", "Куда", "Вагжанова, д. 141", "170100", OUTSIDE.short,
    ):  # fmt: skip
        assert words.replace(" ", "") in page


@pytest.mark.parametrize("size", ONE)
def test_a_printer_of_labels_gets_one_page_for_each(size: Size) -> None:
    found = sizes(printed(Labels((LABEL, LABEL, LABEL), size)))

    width, height = ONE[size]
    assert len(found) == 3 and {one for one, _high in found} == {width}
    assert (
        {high for _wide, high in found} == {height} if height else all(30 < high < 100 for _w, high in found)
    )


@pytest.mark.parametrize(("size", "many"), SHEETS.items())
def test_a_sheet_of_labels_is_filled_before_the_next_and_used_places_stay_empty(
    size: Size, many: int
) -> None:
    whole, begun = (printed(Labels((LABEL,) * many, size, used)) for used in (0, 3))

    assert sizes(whole) == [(210, 297)] and sizes(begun) == [(210, 297)] * 2
    first, second = words_of(begun)
    assert (first.count("ПОСЫЛКА"), second.count("ПОСЫЛКА")) == (many - 3, 3)
    [picture] = pictures(Labels((LABEL,), size, used=1))
    columns = 3 if size is Size.SHEET_24 else 2
    assert picture[: round(30 / 25.4 * 150), : picture.shape[1] // columns].min() == 255, (
        "the used place is empty"
    )


@pytest.mark.parametrize("size", Size)
def test_the_longest_words_are_still_whole_and_no_page_more(size: Size) -> None:
    whole = printed(Labels((FULL,), size))
    [page] = words_of(whole)

    assert FULL.to.replace(" ", "") in page and FULL.place.replace(" ", "") in page and "629420" in page
    assert FULL.sender[0].replace(" ", "") in page


@pytest.mark.parametrize("size", Size)
def test_a_camera_reads_the_square(size: Size) -> None:
    home, outside = (
        pictures(Labels((replace(LABEL, code=code),), size), dots=300)[0] for code in (AT_HOME, OUTSIDE)
    )

    assert has_square(home, AT_HOME.url, SQUARES[size], 300)
    assert has_square(outside, OUTSIDE.short, SQUARES[size], 300)
    assert not has_square(outside, AT_HOME.url, SQUARES[size], 300), (
        "a label outside leads nobody to the movement"
    )


def test_a_label_without_sender_weight_index_and_code_has_no_empty_words() -> None:
    bare = Label("window", "Лебедев Пётр Ильич", "СИЗО-1")
    [page] = words_of(printed(Labels((bare,))))

    assert page == "ПЕРЕДАЧАКомуЛебедевПётрИльичКудаСИЗО-1"


def test_words_that_nobody_could_read_are_told_before_anything_is_printed() -> None:
    for wrong in ({"to": "а" * (NAME + 1)}, {"place": "а" * (LINE + 1)}, {"sender": ("а" * (SENDER + 1),)},
                  {"sender": ("а",) * 5}):  # fmt: skip
        with pytest.raises(TooLong) as no:
            replace(LABEL, **wrong)
        assert "ааа" not in str(no.value)
    with pytest.raises(ValueError, match="one of the parts"):
        replace(LABEL, part=3)


def test_nothing_is_coloured_and_the_file_tells_no_day_and_no_person() -> None:
    [picture] = pictures(Labels((LABEL,)))
    with pikepdf.open(io.BytesIO(printed(Labels((LABEL,))))) as document:
        about = repr({key: str(value) for key, value in document.docinfo.items()})

    assert picture.min() < 50 and (picture.max(axis=2) == picture.min(axis=2)).all()
    assert "Лебедев" not in about and not re.search(r"D:\d", about)

"""Whatever is pasted gives an answer, soon, and says nothing of anybody where it fails."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from tests.core.courtcards.cards import NAMES, card, pasted, refused, source

from peredacha.core.courtcards import CourtCard, difference, read_card, read_card_file

PIECES = [
    *(
        "ДЕЛО № 1-45/2026",
        "Судья",
        "УИД",
        "77RS0001-01-2026-000123-45",
        "12.03.2026",
        "10:00",
        "31.02.2026",
        "Дата",
    ),
    *(
        "Время",
        "Зал",
        "Результат",
        "Наименование события",
        "Судебное заседание",
        "Отложено",
        "ЛИЦА",
        "ЖАЛОБА № 1",
    ),
    *(
        "Вид жалобы",
        "Подсудимый",
        "Лотохин С. (ст. 228 ч. 2 УК РФ",
        "ФИО",
        "Перечень статей",
        ":",
        "\t",
        "\n",
        " | ",
    ),
    *(
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</tr>",
        "</table>",
        "<div class='block-mobile'>",
        "</div>",
        "<!--",
        "-->",
    ),
    *(
        "<script>",
        "</script>",
        "<![CDATA[",
        "<?xml",
        "&#9999999999999;",
        "&nbsp;",
        "<a b='",
        "\x00",
        "İ",
        "<title>",
    ),
]
CALM = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
JUNK = {
    "letters": "а" * 1_000_000,
    "lines": "Судья\n" * 160_000,
    "tabs": "Дата\tВремя\t" * 80_000,
    "opened": "<td>" * 250_000,
    "unclosed": "<a " * 330_000,
    "quotes": "<td a=\"'" * 120_000,
    "comments": "<!--" * 250_000,
    "scripts": "<script " * 120_000,
    "declared": "<![foo" * 160_000,
    "entities": "<p>" + "&#x41" * 200_000,
    "one number": "<p>&#" + "9" * 900_000 + ";",
    "dashes": "-=" * 500_000 + "x",
    "days": "Судья: " + "12.03.2026 " * 90_000,
    "articles": "Подсудимый: А (" + "ст. 228 ч. 2 п. а, " * 50_000 + ")",
    "brackets": "Подсудимый: " + "(" * 900_000,
    "rows": "Дата\tСобытие\tРезультат\n" + "12.03.2026\tСудебное заседание\tснят снят снят\n" * 5_900,
    "too many rows": "Дата\tСобытие\tРезультат\n" + "12.03.2026\tЗаседание\tснят\n" * 40_000,
    "long cells": "Подсудимый\t" + "(а" * 1900 + "\n" + ("Подсудимый\t" + "(а" * 1900 + "\n") * 250,
}


@given(some.text())
@CALM
def test_any_text_gives_an_answer(text: str) -> None:
    read = read_card(text)

    assert isinstance(read, CourtCard) or refused(read)


@given(some.lists(some.sampled_from(PIECES) | some.text(max_size=5), max_size=60))
@CALM
def test_any_mixture_of_the_words_of_a_card_gives_an_answer(pieces: list[str]) -> None:
    for text in ("".join(pieces), " ".join(pieces), "\n".join(pieces)):
        read = read_card(text)
        assert isinstance(read, CourtCard) or refused(read)
        if isinstance(read, CourtCard):
            assert difference(read, pasted(text)) == ()


@given(some.binary())
@CALM
def test_any_bytes_give_an_answer(data: bytes) -> None:
    read = read_card_file(data)

    assert isinstance(read, CourtCard) or refused(read)


@given(
    some.sampled_from([name for name in NAMES if name.endswith("html")]),
    some.integers(0, 2000),
    some.integers(0, 400),
)
@CALM
def test_a_page_with_a_hole_gives_an_answer(name: str, begins: int, length: int) -> None:
    page = source(name)
    torn = page[:begins] + page[begins + length :]
    read = read_card(torn)

    assert isinstance(read, CourtCard) or refused(read)


def tables_of(name: str) -> list[list[str]]:
    """The lines of a sample, lines with as many cells as the one above together."""
    blocks: list[list[str]] = []
    for line in source(name).splitlines():
        if not blocks or line.startswith("Дата\t") or line.count("\t") != blocks[-1][-1].count("\t"):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


@given(
    some.sampled_from([name for name in NAMES if name.endswith("txt")]), some.randoms(use_true_random=False)
)
@CALM
def test_the_order_of_rows_does_not_matter(name: str, chance: Random) -> None:
    """Rows under the heading of their table change places, and so do pairs of a label and a value."""
    shuffled: list[str] = []
    for block in tables_of(name):
        tabs = block[0].count("\t")
        head = block[: 1 if tabs > 1 or block[0].startswith("Фамилия") else 0] if tabs else block
        rows = block[len(head) :]
        chance.shuffle(rows)
        shuffled += [*head, *rows]

    assert difference(card(name), pasted("\n".join(shuffled))) == ()


@pytest.mark.parametrize("name", NAMES)
def test_reading_twice_gives_no_difference(name: str) -> None:
    assert difference(card(name), card(name)) == ()
    assert card(name) == card(name)


@pytest.mark.parametrize("kind", JUNK)
def test_a_megabyte_of_junk_is_answered(kind: str) -> None:
    read = read_card(JUNK[kind])

    assert isinstance(read, CourtCard) or refused(read)


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_copied_card_is_somewhere_in_what_was_read(name: str) -> None:
    """A line added to a card comes back from it, wherever it stands."""
    if name.endswith("html"):
        return
    lines = source(name).splitlines()
    for place in range(0, len(lines) + 1, 5):
        one = pasted("\n".join([*lines[:place], "Никому не известная строка", *lines[place:]]))
        assert "Никому не известная строка" in repr(
            [vars(one), *map(vars, (*one.persons, *one.hearings, one.below))]
        )

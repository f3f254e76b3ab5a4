"""What is no card of one case is refused with one sentence that says what to bring instead."""

import pytest
from tests.core.courtcards.cards import card, refused, source

from peredacha.core.courtcards import read_card, read_card_file


@pytest.mark.parametrize("nothing", ["", "  \n\t ", "\ufeff\u200b", "\u00a0"])
def test_nothing_is_told_as_nothing(nothing: str) -> None:
    assert refused(read_card(nothing)).startswith("There is nothing here.")


def test_a_letter_is_no_card() -> None:
    said = refused(read_card("Здравствуйте! Лотохин Савва просит передать чай."))

    assert said.startswith("This is not the card of a case") and "Лотохин" not in said


def test_the_list_that_a_search_found_is_no_card() -> None:
    found = (
        "№ дела\tДата поступления\tСтороны\tСудья\n1-45/2026\t17.11.2025\tЛотохин\tБрусникина\n"
        "1-46/2026\t18.11.2025\tВьюгин\tБрусникина\n"
    )

    assert refused(read_card(found)).startswith("This is not the card of a case")


def test_two_cards_at_once_are_refused() -> None:
    both = source("district.txt") + source("custody.txt")

    assert refused(read_card(both)).startswith("There are several cases here.")


def test_a_court_act_below_the_card_that_names_another_case_does_not_stop_it() -> None:
    with_act = source("district.txt") + "\nСУДЕБНЫЕ АКТЫ\nДело № 1-7/2024\nИменем Российской Федерации\n"

    assert read_card(with_act) != ()
    assert refused(read_card("ДЕЛО № 1-1/2026\nДЕЛО № 1-2/2026")).startswith("There are several cases here.")


@pytest.mark.parametrize("begins", [b"%PDF-1.7 ...", b"PK\x03\x04...", b"\xff\xd8\xff\xe0..."])
def test_a_picture_or_a_pdf_is_no_page(begins: bytes) -> None:
    assert refused(read_card_file(begins)).startswith("This file is not a page of a site.")


def test_a_page_packed_by_the_browser_is_told_to_be_copied() -> None:
    assert refused(read_card_file(b"From: <Saved by Blink>\nSubject: x")).startswith(
        "The browser packed this page"
    )


def test_a_card_prints_nobody() -> None:
    one = card("district.html")

    assert "Лотохин" not in f"{one!r} {one.persons!r} {one.hearings!r} {one.appeals!r} {one.below!r}"

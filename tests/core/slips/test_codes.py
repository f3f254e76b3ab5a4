"""A code is copied by a tired hand and typed on either keyboard; a slip of the pen is seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.slips import read_code, short_code
from peredacha.core.slips.codes import BITS, LETTERS

NUMBERS = st.integers(0, (1 << BITS) - 1)


@given(NUMBERS)
def test_what_is_printed_is_read_again_in_every_way_of_typing(number: int) -> None:
    code = short_code(number)
    russian = code.translate(str.maketrans("BKMHPCTX", "ВКМНРСТХ"))

    for typed in (code, code.lower(), russian, russian.lower(), code.replace("-", ""), f" {code} "):
        assert read_code(typed) == code
    assert read_code(russian.replace("0", "О").replace("3", "З").replace("4", "Ч").replace("6", "б")) == code
    assert not set(code) & set("AEIOUYАЕИОУЫЭЮЯ")


@given(NUMBERS, st.integers(0, 7), st.sampled_from(LETTERS))
def test_one_wrong_sign_is_seen(number: int, place: int, wrong: str) -> None:
    signs = list(short_code(number).replace("-", ""))
    was, signs[place] = signs[place], wrong

    assert (read_code("".join(signs)) is None) == (was != wrong)


@given(NUMBERS, st.integers(0, 7), st.integers(0, 7))
def test_two_signs_that_changed_places_are_seen(number: int, one: int, other: int) -> None:
    signs = list(short_code(number).replace("-", ""))
    differ = signs[one] != signs[other]
    signs[one], signs[other] = signs[other], signs[one]

    assert (read_code("".join(signs)) is None) == differ


@pytest.mark.parametrize("typed", ["", "KM27", "KM27-XP4", "KM27-XP4CC", "Вера", "ЖЖЖЖ-ЖЖЖЖ"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


def test_a_number_that_is_too_large_is_told() -> None:
    with pytest.raises(ValueError, match="28 bits"):
        short_code(1 << BITS)

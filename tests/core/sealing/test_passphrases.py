"""A passphrase gives its keys to the one who types it, at a price for the one who guesses."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.sealing import FAMILY_COST, HELPER_COST, Cost, fresh_salt, is_weak, stretch

CHEAP = Cost(8, 1)
SALT = bytes(range(16))
PASSPHRASE = "Мама мыла раму"


@pytest.mark.parametrize(
    ("cost", "verifier", "key"),
    [
        (
            CHEAP,
            "d3f23b790e71fae49aea0c2aa5ca453451d2f681f330c494bf3bdb9783c67e4c",
            "eb84a238c383a469914ff0b36c2d3f12e80c7bcc58d29e2762c4cbd6b8670e82",
        ),
        (
            FAMILY_COST,
            "2196fe66af44e68c1f18564a6f4321cd61389087bebd3cb2338b6fc256b992b1",
            "b880f1e38a86f667d2b7736854821b617d43732a2ca4cfbeef4dd350c08bbd56",
        ),
        (
            HELPER_COST,
            "14eb0f2049143adaf7468a44bf1667d4962c75ec9333fc8f22d97c489bb7aabc",
            "84b623246ef3f22496951afefd3f38e8fa0c87add4920e53cec2a329bc653ef3",
        ),
    ],
    ids=["cheap", "family", "helper"],
)
def test_the_first_version_stays_what_it_was(cost: Cost, verifier: str, key: str) -> None:
    stretched = stretch(PASSPHRASE, SALT, cost)

    assert stretched.verifier.hex() == verifier
    assert stretched.key.hex() == key


def test_the_costs_are_those_of_the_key_design() -> None:
    assert (HELPER_COST.memory_kib, HELPER_COST.passes) == (128 * 1024, 3)
    assert (FAMILY_COST.memory_kib, FAMILY_COST.passes) == (46 * 1024, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "  Мама  мыла\tраму\n",
        "Мама\u00a0мыла\u00a0раму",
        unicodedata.normalize("NFD", PASSPHRASE),
    ],
)
def test_another_keyboard_gives_the_same_keys(typed: str) -> None:
    assert typed != PASSPHRASE or unicodedata.normalize("NFD", PASSPHRASE) == PASSPHRASE
    assert stretch(typed, SALT, CHEAP) == stretch(PASSPHRASE, SALT, CHEAP)


@given(other=st.text(max_size=30))
def test_another_passphrase_gives_other_keys(other: str) -> None:
    stretched, expected = stretch(other, SALT, CHEAP), stretch(PASSPHRASE, SALT, CHEAP)

    assert (stretched.key == expected.key) is (stretched.verifier == expected.verifier) is False


@pytest.mark.parametrize("typed", ["мама мыла раму", "Мама мылараму", "Мама мыла раму."])
def test_case_words_and_stops_do_matter(typed: str) -> None:
    assert stretch(typed, SALT, CHEAP) != stretch(PASSPHRASE, SALT, CHEAP)


def test_another_salt_or_another_cost_gives_other_keys() -> None:
    keys = {stretch(PASSPHRASE, salt, cost).key for salt in (SALT, bytes(16)) for cost in (CHEAP, Cost(8, 2))}

    assert len(keys) == 4


def test_the_verifier_does_not_show_the_key() -> None:
    stretched = stretch(PASSPHRASE, SALT, CHEAP)

    assert stretched.verifier != stretched.key
    assert stretched.key.hex() not in repr(stretched)
    assert repr(stretched.key)[2:-1] not in repr(stretched)


def test_salts_are_fresh() -> None:
    salts = {fresh_salt() for _ in range(50)}

    assert len(salts) == 50
    assert {len(salt) for salt in salts} == {16}


@pytest.mark.parametrize("length", [0, 8, 15, 17])
def test_a_salt_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        stretch(PASSPHRASE, bytes(length), CHEAP)


@pytest.mark.parametrize("cost", [HELPER_COST, FAMILY_COST, CHEAP])
def test_a_cost_comes_back_from_its_packed_form(cost: Cost) -> None:
    assert Cost.parsed(cost.packed()) == cost


def test_a_cost_is_packed_as_text() -> None:
    assert HELPER_COST.packed() == "argon2id:131072:3"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "argon2id",
        "argon2id:8",
        "argon2id:8:1:1",
        "argon2i:8:1",
        "argon2id:x:1",
        "argon2id:7:1",
        "argon2id:8:0",
        "argon2id:8:-1",
        "argon2id:99999999:1",
        "argon2id:8:4294967295",
    ],
)
def test_a_cost_that_nobody_should_pay_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Cost.parsed(text)


@pytest.mark.parametrize("typed", ["", "короткая", "тринадцать ба", "              а              "])
def test_a_short_passphrase_is_weak(typed: str) -> None:
    said = is_weak(typed)

    assert said is not None
    assert "at least" in said.message


@pytest.mark.parametrize(
    "typed", ["аааааааааааааааа", "абабабабабабабаб", "12345678901234567", "+7 916 123-45-67"]
)
def test_a_passphrase_of_few_characters_or_of_digits_is_weak(typed: str) -> None:
    said = is_weak(typed)

    assert said is not None
    assert "guessed" in said.message


@pytest.mark.parametrize("typed", [PASSPHRASE, "correct horse battery staple", "солнце чайник 3 улитки"])
def test_a_few_words_are_good_enough(typed: str) -> None:
    assert is_weak(typed) is None

"""The two lists stay as they are: a code printed today has to be readable in ten years."""

import hashlib
import re

import pytest

from peredacha.core.sealing.wordlists import number_of, spelled, words_of

DIGESTS = {
    "ru": "2439333f64847a2c60c7d0cdcdcad20ca3cb546ac108f0fe8b0b8bcaa0947443",
    "en": "187db04a869dd9bc7be80d21a86497d692c0db6abd3aa8cb6be5d618ff757fae",
}
"""SHA-256 of the words, one a line, without a last line end."""

LETTERS = {"ru": "[а-я]{4,8}", "en": "[a-z]{3,8}"}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_lists_stay_what_they_were(language: str) -> None:
    assert hashlib.sha256("\n".join(words_of(language)).encode()).hexdigest() == DIGESTS[language]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_word_can_be_typed_and_differs_in_its_first_four_letters(language: str) -> None:
    words = words_of(language)

    assert len({word[:4] for word in words}) == len(words) == 2048
    assert [word for word in words if not re.fullmatch(LETTERS[language], word)] == []


def test_the_damaged_word_is_mended() -> None:
    assert words_of("ru")[1570:1575] == ("снизу", "сниться", "снова", "снять", "собака")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_numbers_come_back_from_their_words(language: str) -> None:
    for number in range(2048):
        words = spelled(number << 11 | 7, 2, language)
        assert number_of(words, language) == number << 11 | 7
        assert words[0] == words_of(language)[number]

"""Vera comes back with eight words, however she types them; Anna gets her keys back with twelve."""

import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.language import speak
from peredacha.core.sealing import RecoveryCode, ReturnCode, UnreadableCode, read_code, read_recovery
from peredacha.core.sealing.wordlists import HURTFUL, words_of

SEED = bytes(range(32))
VERA = ReturnCode.from_seed(SEED, "ru")
WORDS = "мораль поезд абсурд сентябрь молекула каникулы лига текст"
ENGLISH = "impact october able ripple identify exact tattoo goat"
JOINTS = [" ", "  ", "-", ", ", "\n", " — ", ". ", "\u00a0", "\u00ad \u200b"]

codes = st.builds(ReturnCode.from_seed, st.binary(min_size=16, max_size=32), st.sampled_from(["ru", "en"]))


def refusal(typed: str) -> str:
    """What is said, in English, of a code that cannot be read."""
    with pytest.raises(UnreadableCode) as refused:
        read_code(typed)
    assert str(refused.value) == ""
    return speak(refused.value.said, "en")


def test_the_first_version_stays_what_it_was() -> None:
    assert VERA.text == WORDS
    assert ReturnCode.from_seed(SEED, "en").text == ENGLISH


def test_two_words_find_the_family_and_six_open_its_keys() -> None:
    assert VERA.locator == "мораль поезд".encode()
    assert VERA.secret == "абсурд сентябрь молекула каникулы лига текст"


@given(code=codes, joint=st.sampled_from(JOINTS), shout=st.booleans(), numbered=st.booleans())
def test_case_spaces_hyphens_and_numbers_do_not_matter(
    code: ReturnCode, joint: str, shout: bool, numbered: bool
) -> None:
    words = [f"{place}. {word}" if numbered else word for place, word in enumerate(code.words, 1)]
    typed = joint.join(words)

    assert read_code(typed.upper() if shout else typed.title()) == code
    assert read_code(unicodedata.normalize("NFD", f"«{typed}»")) == code


@given(code=codes)
def test_e_and_yo_are_one_letter_and_four_letters_are_enough(code: ReturnCode) -> None:
    assert read_code(code.text.replace("е", "ё")) == code
    assert read_code(" ".join(word[:4] for word in code.words)) == code


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_word_of_a_list_comes_back(language: str) -> None:
    words = words_of(language)
    for start in range(0, len(words), 8):
        part = words[start : start + 8]
        assert read_code(" ".join(part).upper()) == ReturnCode(part, language)
        assert read_code(" ".join(word[:4] for word in part)) == ReturnCode(part, language)


def test_a_telephone_that_drops_the_spaces_does_not_lock_vera_out() -> None:
    assert read_code(WORDS.replace(" ", "")) == VERA
    assert read_code(WORDS.replace("молекула", "моле-\nкула")) == VERA
    assert read_code(ENGLISH.replace(" ", "").upper()).text == ENGLISH


def test_letters_that_can_be_cut_in_two_ways_are_not_guessed() -> None:
    assert "8 words" in refusal("canalarm" * 4)
    assert read_code("can alarm " * 4).text == ("can alarm " * 4).strip()


def test_a_form_sent_twice_shows_the_same_code_and_others_get_others() -> None:
    assert ReturnCode.from_seed(SEED, "ru") == VERA
    assert len({ReturnCode.fresh("ru").text for _ in range(50)}) == 50


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "The code has 8 words, and 0 words were typed. Please type all 8 and nothing else."),
        ("1. 2. 3.", "The code has 8 words, and 0 words were typed. Please type all 8 and nothing else."),
        ("мораль", "The code has 8 words, and 1 word was typed. Please type all 8 and nothing else."),
        (WORDS[:-5], "The code has 8 words, and 7 words were typed. Please type all 8 and nothing else."),
        (
            WORDS + " лига",
            "The code has 8 words, and 9 words were typed. Please type all 8 and nothing else.",
        ),
    ],
)
def test_missing_words_are_counted(typed: str, said: str) -> None:
    assert refusal(typed) == said


def test_a_misspelt_word_is_named_with_what_it_might_be() -> None:
    said = refusal(WORDS.replace("абсурд", "абцурд"))

    assert said.startswith("Word 3, “абцурд”, is not in the list. Did you mean: абсурд")


def test_a_word_that_is_like_no_other_is_named_too() -> None:
    said = refusal(WORDS.replace("лига", "ъъъъ"))

    assert said == "Word 7, “ъъъъ”, is not in the list. Please compare it with the card."


@pytest.mark.parametrize("strange", ["абcурд", "absurd", "абсурдї"])
def test_letters_of_another_alphabet_are_not_guessed(strange: str) -> None:
    said = refusal(WORDS.replace("абсурд", strange))

    assert said.startswith(f"Word 3, “{strange}”, has letters of another alphabet.")


def test_too_few_letters_are_not_completed() -> None:
    assert refusal(WORDS.replace("сентябрь", "сен")).startswith("Word 4, “сен”, is not in the list.")


@given(typed=st.text(max_size=200))
def test_whatever_is_typed_is_read_or_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(UnreadableCode):
        read_code(typed)
    with pytest.raises(UnreadableCode):
        read_recovery(typed)


def test_a_megabyte_of_letters_is_refused_at_once() -> None:
    assert refusal("a" * 1_000_000).startswith("The code has 8 words, and 1 word was typed.")
    assert refusal("абзац " * 200_000).startswith("The code has 8 words, and 334 words were typed.")


def test_codes_show_nothing_when_they_are_printed() -> None:
    recovery = RecoveryCode(SEED[:16], "ru")

    assert not [word for word in (*VERA.words, *recovery.words) if word in f"{VERA!r}{VERA}{recovery!r}"]
    assert repr(recovery.entropy)[2:-1] not in repr(recovery)


@pytest.mark.parametrize("length", [0, 15])
def test_a_short_seed_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="too short"):
        ReturnCode.from_seed(bytes(length), "ru")


@pytest.mark.parametrize(
    ("entropy", "language", "words"),
    [
        (bytes(16), "en", "abandon " * 11 + "about"),
        (b"\x7f" * 16, "en", "legal winner thank year wave sausage worth useful legal winner thank yellow"),
        (b"\xff" * 16, "en", "zoo " * 11 + "wrong"),
        (SEED[:16], "en", "abandon amount liar amount expire adjust cage candy arch gather drum buyer"),
        (
            SEED[:16],
            "ru",
            "абзац бандит обморок бандит каток анализ время всюду блеск кусок звонить вполне",
        ),
    ],
)
def test_a_recovery_code_is_spelled_as_the_standard_says(entropy: bytes, language: str, words: str) -> None:
    assert RecoveryCode(entropy, language).text == words
    assert read_recovery(words.upper()) == entropy


@given(entropy=st.binary(min_size=16, max_size=16), language=st.sampled_from(["ru", "en"]))
def test_every_recovery_code_comes_back(entropy: bytes, language: str) -> None:
    code = RecoveryCode(entropy, language)

    assert read_recovery(code.text) == entropy
    assert read_recovery("-".join(word[:4] for word in code.words)) == entropy


def test_fresh_recovery_codes_are_all_different() -> None:
    assert len({RecoveryCode.fresh("ru").text for _ in range(50)}) == 50


def test_recovery_words_in_another_order_are_noticed() -> None:
    words = RecoveryCode(SEED[:16], "ru").words
    with pytest.raises(UnreadableCode) as refused:
        read_recovery(" ".join((words[1], words[0], *words[2:])))

    assert "compare them" in refused.value.said.message


def test_eight_words_are_no_recovery_code() -> None:
    with pytest.raises(UnreadableCode) as refused:
        read_recovery(WORDS)

    assert refused.value.said.values["needed"] == 12


def test_a_recovery_code_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        RecoveryCode(os.urandom(32), "ru")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_word_that_hurts_is_given_and_none_is_refused(language: str) -> None:
    given = {
        word
        for number in range(600)
        for word in ReturnCode.from_seed(number.to_bytes(16, "big"), language).words
    }
    hurtful = [word for word in words_of(language) if word in HURTFUL]

    assert len(given) > 1500 and not given & HURTFUL
    assert read_code(" ".join(hurtful[:8])).words == tuple(hurtful[:8])

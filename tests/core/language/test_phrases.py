"""Sentences are written once and spoken in the reader's language."""

from datetime import date, datetime

import pytest

from peredacha.core.language import (
    Phrase,
    date_in_words,
    in_language,
    moment_in_words,
    phrase,
    plural_phrase,
    speak,
)
from peredacha.core.language.catalogue import LOCALE, catalogue

DAYS = ("{count} day", "{count} days")
NEW_YEAR = date(2025, 1, 9)
AFTERNOON = datetime.fromisoformat("2025-01-09T14:30")
MORNING = datetime.fromisoformat("2025-01-09T08:05")


def words(said: Phrase, language: str = "ru") -> str:
    return speak(said, language).replace("\u00a0", " ")


def test_the_named_places_of_a_sentence_are_filled() -> None:
    said = phrase("Write “{word}” and {number}.", word="yes", number=7)

    assert speak(said, "en") == "Write “yes” and 7."


def test_a_sentence_without_places_keeps_its_braces() -> None:
    assert speak(phrase("A brace { is only a brace."), "en") == "A brace { is only a brace."


def test_a_place_that_nobody_filled_is_an_error_and_never_a_half_sentence() -> None:
    with pytest.raises(KeyError):
        speak(phrase("{rule} is due on {day}.", day=NEW_YEAR), "en")


@pytest.mark.parametrize(
    ("count", "russian", "english"),
    [
        (1, "1 день", "1 day"),
        (2, "2 дня", "2 days"),
        (5, "5 дней", "5 days"),
        (11, "11 дней", "11 days"),
        (12, "12 дней", "12 days"),
        (21, "21 день", "21 days"),
        (22, "22 дня", "22 days"),
        (111, "111 дней", "111 days"),
        (0, "0 дней", "0 days"),
    ],
)
def test_russian_numbers_take_their_own_endings(count: int, russian: str, english: str) -> None:
    said = plural_phrase(*DAYS, count)

    assert (words(said), words(said, "en")) == (russian, english)


def test_a_sentence_inside_a_sentence_speaks_the_same_language() -> None:
    said = phrase("The term is {length}.", length=plural_phrase(*DAYS, 3))

    assert "3 дня" in words(said)
    assert "3 days" in words(said, "en")


def test_days_moments_and_texts_are_put_into_the_readers_language() -> None:
    said = phrase("{a} | {b} | {c}", a=NEW_YEAR, b=AFTERNOON, c={"ru": "суд", "en": "court"})

    assert words(said) == "9 января 2025 (чт) | 9 января 2025 (чт), 14:30 | суд"
    assert words(said, "en") == "9 January 2025 (Thu) | 9 January 2025 (Thu), 14:30 | court"


def test_number_and_month_never_part_at_the_end_of_a_line() -> None:
    assert "9\u00a0января" in date_in_words(NEW_YEAR, "ru")
    assert "9\u00a0January" in moment_in_words(MORNING, "en")
    assert moment_in_words(MORNING, "en").endswith("08:05")


def test_an_unknown_sentence_and_an_unknown_language_stay_english() -> None:
    assert speak(phrase("Nobody has translated this."), "ru") == "Nobody has translated this."
    assert words(plural_phrase(*DAYS, 2), "xx") == "2 days"


def test_a_text_without_the_asked_language_is_read_in_the_one_it_has() -> None:
    assert in_language({"ru": "суд", "en": "court"}, "en") == "court"
    assert in_language({"ru": "суд"}, "en") == "суд"
    assert in_language({"ru": "суд", "en": ""}, "en") == "суд"


def test_the_catalogue_is_read_from_its_text_without_a_build_step() -> None:
    assert (LOCALE / "ru" / "LC_MESSAGES" / "django.po").exists()
    assert "дней" in catalogue("ru").ngettext(*DAYS, 5)
    assert catalogue("ru") is catalogue("ru")

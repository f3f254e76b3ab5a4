"""Phrases, dates and moments put into words."""

from collections.abc import Mapping
from datetime import date, datetime

from babel.dates import format_date, format_time

from peredacha.core.language.catalogue import catalogue
from peredacha.core.language.phrases import Phrase, Value, in_language

NO_BREAK = "\u00a0"
BABEL_NAMES = {"en": "en_GB"}


def speak(spoken: Phrase, language: str) -> str:
    """The sentence in ``language`` with every named place filled in, nested phrases included."""
    words = catalogue(language)
    if spoken.plural:
        message = words.ngettext(spoken.message, spoken.plural, spoken.count)
    else:
        message = words.gettext(spoken.message)
    places = {name: value_in_words(value, language) for name, value in spoken.values.items()}
    return message.format_map(places) if places else message


def value_in_words(value: Value, language: str) -> str:
    """One value of a phrase as it is read aloud."""
    if isinstance(value, Phrase):
        return speak(value, language)
    if isinstance(value, datetime):
        return moment_in_words(value, language)
    if isinstance(value, date):
        return date_in_words(value, language)
    if isinstance(value, Mapping):
        return in_language(value, language)
    return str(value)


def date_in_words(day: date, language: str) -> str:
    """A day with its month in words and its weekday.

    >>> date_in_words(date(2025, 1, 9), "ru")
    '9\\xa0января 2025 (чт)'
    >>> date_in_words(date(2025, 1, 9), "en")
    '9\\xa0January 2025 (Thu)'
    """
    locale = BABEL_NAMES.get(language, language)
    written = format_date(day, "d\u00a0MMMM y (EEE)", locale=locale)
    return written


def moment_in_words(moment: datetime, language: str) -> str:
    """A local moment: the day, then the clock; an offset is told where the moment carries one."""
    locale = BABEL_NAMES.get(language, language)
    clock = format_time(moment, "HH:mm", locale=locale)
    return f"{date_in_words(moment.date(), language)}, {clock}"

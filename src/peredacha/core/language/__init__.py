"""Whole sentences, dates and numbers as a person reads them, in the languages of the house."""

from peredacha.core.language.phrases import Phrase, Text, Value, in_language, phrase, plural_phrase
from peredacha.core.language.speech import date_in_words, moment_in_words, speak
from peredacha.core.language.typography import bound

__all__ = [
    "Phrase",
    "Text",
    "Value",
    "bound",
    "date_in_words",
    "in_language",
    "moment_in_words",
    "phrase",
    "plural_phrase",
    "speak",
]

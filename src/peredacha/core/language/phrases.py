"""Sentences that are written once in code and spoken later, in the reader's language.

Core never translates: it returns a :class:`Phrase` (a message of the catalogue with named places), and
whoever shows it calls :func:`peredacha.core.language.speak`. Texts of a jurisdiction arrive in every
language at once as a :data:`Text`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias, Union

Text: TypeAlias = Mapping[str, str]
"""The same words by language code, e.g. ``{"ru": "Суд", "en": "Court"}``."""

Value: TypeAlias = Union[str, int, date, datetime, Text, "Phrase"]
"""What may stand in a named place of a phrase; it is put into words when the phrase is spoken."""


@dataclass(frozen=True)
class Phrase:
    """One whole sentence of the catalogue with values for its named places.

    ``message`` is the English text and the key of the catalogue; with ``plural`` and ``count`` the right
    form for the number is chosen by the language, and ``{count}`` may stand in the text.
    """

    message: str
    values: Mapping[str, Value] = field(default_factory=dict)
    plural: str = ""
    count: int = 0


def phrase(message: str, /, **values: Value) -> Phrase:
    """A phrase without number; the message is collected for translation from calls of this name."""
    return Phrase(message, values)


def plural_phrase(one: str, many: str, count: int, /, **values: Value) -> Phrase:
    """A phrase whose form follows ``count``; both forms are collected for translation."""
    return Phrase(one, {**values, "count": count}, many, count)


def in_language(text: Text, language: str) -> str:
    """The words in ``language``; where it is missing, in the first language that the text has."""
    return text.get(language) or next(iter(text.values()))

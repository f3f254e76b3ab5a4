"""Which of two languages the reader gets."""

import re

from django.utils.translation import get_language

NO_BREAK = "\u00a0"
_SHORT_WORD = re.compile(r"(№|\bNo\.|\b(?:г|ул|наб|д)\.) ")
"""Short words after which a line must not break: a number from its sign, a street from «ул.»."""


def said(in_russian: str, in_english: str) -> str:
    """The text in the language of the page, the other one where that is missing; numbers stay with their signs."""
    wanted = (get_language() or "en")[:2]
    text = (in_russian or in_english) if wanted == "ru" else (in_english or in_russian)
    return _SHORT_WORD.sub(rf"\1{NO_BREAK}", text)

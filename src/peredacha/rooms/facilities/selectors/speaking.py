"""Which of two languages the reader gets."""

from peredacha.core.language import bound
from peredacha.design.wording import language


def said(in_russian: str, in_english: str) -> str:
    """The text in the language of the page, the other one where that is missing; lines break well."""
    return bound((in_russian or in_english) if language() == "ru" else (in_english or in_russian))

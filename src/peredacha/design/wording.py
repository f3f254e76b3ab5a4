"""What core gives, in the words of the page: texts, sentences, days and ranges, with lines that break well."""

from datetime import date, datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from peredacha.core.language import Phrase, Text, bound, date_in_words, in_language, moment_in_words, speak
from peredacha.core.law.span import Span


def language() -> str:
    """The language of the page."""
    return (get_language() or "ru")[:2]


def words(text: Text | None) -> str:
    """A text of the land in the language of the page; empty for none."""
    return bound(in_language(text, language())) if text else ""


def said(phrase: Phrase) -> str:
    """A sentence of core in the language of the page."""
    return bound(speak(phrase, language()))


def when(span: Span[date]) -> str:
    """A day or moment, or “between … and …” where it is not settled."""
    ends = [one_in_words(day) for day in (span.earliest, span.latest)]
    if span.is_settled:
        return ends[0]
    return _("between %(early)s and %(late)s") % {"early": ends[0], "late": ends[1]}


def one_in_words(day: date) -> str:
    """A day with its weekday, or a moment."""
    return moment_in_words(day, language()) if isinstance(day, datetime) else date_in_words(day, language())

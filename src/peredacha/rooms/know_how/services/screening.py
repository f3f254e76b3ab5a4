"""A look for what must not become public: numbers, addresses, days and names of people.

It finds what has the shape of such a thing. It does not prove that nothing is left: that is what the second
pair of eyes is for.
"""

import re

from peredacha.core.linkage import fold
from peredacha.core.linkage.given import bearers
from peredacha.core.linkage.patronymics import cannot_be_surname

MONTHS = "январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр"
ENGLISH_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
SHAPES = (
    re.compile(r"\+?\d(?:[\s().\-]*\d){5,}"),
    re.compile(r"\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b"),
    re.compile(rf"\b\d{{1,2}}\s+(?:{MONTHS})[а-я]*(?:\s+\d{{4}})?", re.IGNORECASE),
    re.compile(rf"\b\d{{1,2}}\s+(?:{ENGLISH_MONTHS})\b(?:\s+\d{{4}})?", re.IGNORECASE),
    re.compile(r"[^\s@]+@[^\s@]+\.\w+"),
    re.compile(r"(?<!\w)@\w{3,}"),
    re.compile(r"\b(?:https?://|t\.me/|vk\.com/|wa\.me/)\S+", re.IGNORECASE),
    re.compile(r"\b[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+|\b[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\."),
)
CAPITALISED = re.compile(r"\b[А-ЯЁA-Z][а-яёa-z]+\b")


def suspicious(text: str) -> tuple[str, ...]:
    """Every piece of ``text`` that may lead to a person, each once, in the order of the text."""
    found = {match.start(): match.group().strip() for shape in SHAPES for match in shape.finditer(text)}
    for match in CAPITALISED.finditer(text):
        key = fold(match.group())
        if bearers(key) or cannot_be_surname(key):
            found.setdefault(match.start(), match.group())
    return tuple(dict.fromkeys(found[place] for place in sorted(found)))

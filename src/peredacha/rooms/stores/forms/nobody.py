"""The look that keeps people out of the store."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from peredacha.core.linkage import fold
from peredacha.core.linkage.given import bearers
from peredacha.core.linkage.patronymics import cannot_be_surname

STREET = re.compile(
    r"\b(?:ул\.|улиц|просп|пр-т|переул|пер\.|шоссе|бульвар|наб\.|кв\.\s*\d|д\.\s*\d|street|avenue|road\b)",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\+?\d(?:[\s().\-]*\d){5,}|[^\s@]+@[^\s@]+\.\w+|(?<!\w)@\w{3,}")
INITIALS = re.compile(r"\b[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+|\b[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.")
CAPITALISED = re.compile(r"\b[А-ЯЁA-Z][а-яёa-z]+\b")


def person_in(text: str) -> str:
    """The first piece of a text that looks like a person, a telephone or an address; empty where there is none."""
    for shape in (NUMBER, INITIALS, STREET):
        if found := shape.search(text):
            return found.group().strip()
    for match in CAPITALISED.finditer(text):
        key = fold(match.group())
        if bearers(key) or cannot_be_surname(key):
            return match.group()
    return ""


def nobody(*names: str) -> Callable[[forms.Form, Mapping[str, Any]], None]:
    """A check that these fields of a form hold no person and no address."""

    def check(form: forms.Form, told: Mapping[str, Any]) -> None:
        for name in names:
            found = person_in(str(told.get(name) or ""))
            if found:
                says = gettext(
                    "“%(found)s” may lead to a person. The store keeps no people: write it without."
                )
                form.add_error(name, ValidationError(says % {"found": found}))

    return check

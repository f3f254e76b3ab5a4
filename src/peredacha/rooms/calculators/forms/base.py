"""What every calculator's form does alike: knows today, and can repeat what was typed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from peredacha.core.language import Text, date_in_words, in_language, speak
from peredacha.core.law.served.wording import length_said
from peredacha.rooms.calculators.forms.fields import Length


def language() -> str:
    """The language of the page."""
    return (get_language() or "ru")[:2]


def words(text: Text) -> str:
    """A text of the land in the language of the page."""
    return in_language(text, language())


class CalculatorForm(forms.Form):
    """A form whose answer is reckoned on ``today``; nothing that it reads is kept."""

    def __init__(self, data: Any = None, *, today: date) -> None:
        """``data`` is the body of the request, None while nothing was asked."""
        self.today = today
        super().__init__(data, use_required_attribute=False)

    def day_of(self, name: str) -> date | None:
        """A day that was typed and is right, else None."""
        found = self.cleaned_data.get(name)
        return found if isinstance(found, date) else None

    @property
    def told(self) -> list[dict[str, str]]:
        """Everything that was typed, in words, for the printed page."""
        rows = ((field, self.cleaned_data.get(field.name)) for field in self.visible_fields())
        counted = {"key": _("Counted on"), "value": date_in_words(self.today, language())}
        return [
            counted,
            *({"key": str(field.label), "value": in_words(field, value)} for field, value in rows if value),
        ]


def in_words(field: BoundField, value: Any) -> str:
    """One answer as it is read on paper."""
    if isinstance(value, Length):
        return speak(length_said(value.years * 12 + value.months, value.days), language())
    if isinstance(value, date):
        return date_in_words(value, language())
    if value is True:
        return _("Yes")
    if isinstance(value, list):
        return ", ".join(chosen(field, value)) or ", ".join(map(str, value))
    return ", ".join(chosen(field, [value])) or str(value)


def chosen(field: BoundField, values: list[Any]) -> Iterator[str]:
    """The labels of the options that were chosen; nothing for a field without options."""
    for key, label in getattr(field.field, "choices", ()):
        inside = label if isinstance(label, list | tuple) else [(key, label)]
        yield from (str(text) for one, text in inside if one in values)

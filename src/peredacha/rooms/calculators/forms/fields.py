"""Fields of the calculators: days that can be reckoned with, the length of a sentence, small numbers."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from peredacha.core.law.fields import EARLIEST, LATEST
from peredacha.design.fields import DayField

MOST_DIGITS = 6


@dataclass(frozen=True)
class Length:
    """How long a sentence is, as the court wrote it."""

    years: int
    months: int
    days: int


class LengthWidget(forms.MultiWidget):
    """Three text inputs: years, months, days; names end in `_0`, `_1`, `_2`."""

    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        """Takes the attributes that all three inputs get."""
        super().__init__(widgets=[forms.TextInput(), forms.TextInput(), forms.TextInput()], attrs=attrs)

    def decompress(self, value: Any) -> list[Any]:
        """The three numbers of a length."""
        return [value.years, value.months, value.days] if value else [None, None, None]


class LengthField(forms.Field):
    """Years, months and days; gives a :class:`Length`, or None when empty and not required.

    Errors: `required`, `part` (not a whole number), `long` (no court gives so much).
    """

    widget = LengthWidget
    most = (50, 600, 9999)
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Write the length of the sentence: at least one of the three numbers."),
        "part": _("Write years, months and days as whole numbers; leave a box empty if there is none."),
        "long": _("This sentence is longer than any court can give. Check the numbers."),
    }

    def to_python(self, value: Any) -> Length | None:
        """The length that the three boxes name."""
        parts = [str(part or "").strip() for part in value or []]
        if not all(part.isascii() and part.isdigit() for part in parts if part):
            raise ValidationError(self.error_messages["part"], code="part")
        if any(len(part) > MOST_DIGITS for part in parts):
            raise ValidationError(self.error_messages["long"], code="long")
        numbers = [int(part or 0) for part in parts]
        if not any(numbers):
            return None
        if any(number > most for number, most in zip(numbers, self.most)):
            raise ValidationError(self.error_messages["long"], code="long")
        return Length(*numbers)


class NumberField(forms.CharField):
    """A whole number from 0 to ``most`` in a short box; empty is 0. Error: `number`."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "number": _("Write a whole number, for example 2. Leave it empty if there was none.")
    }

    def __init__(self, label: Any, hint: Any = "", *, most: int = 365) -> None:
        """``most`` is the largest number that can be meant."""
        self.most = most
        widget = forms.TextInput(attrs={"inputmode": "numeric", "size": 4, "autocomplete": "off"})
        super().__init__(label=label, help_text=hint, required=False, widget=widget)

    def clean(self, value: Any) -> Any:
        """The number that was typed."""
        text = str(value or "").strip() or "0"
        if not (text.isascii() and text.isdigit()) or len(text) > MOST_DIGITS or int(text) > self.most:
            raise ValidationError(self.error_messages["number"], code="number")
        return int(text)


def day(label: Any, hint: Any = "", *, required: bool = False) -> DayField:
    """A question for a day that the law engine can reckon with."""
    return DayField(
        label=label, help_text=hint, required=required, first_year=EARLIEST.year, last_year=LATEST.year
    )


def yes(label: Any) -> forms.BooleanField:
    """A box to tick, or not."""
    return forms.BooleanField(label=label, required=False)


def pick(label: Any, options: Any, hint: Any = "", *, needed: Any = "", **more: Any) -> forms.ChoiceField:
    """A list to choose from; ``needed`` is what to say when nothing was chosen, empty where that is allowed."""
    errors = {"required": needed, "invalid_choice": needed or _("Choose one of the lines shown.")}
    return forms.ChoiceField(
        label=label, help_text=hint, choices=options, required=bool(needed), error_messages=errors, **more
    )


def radios(label: Any, options: Any, hint: Any = "", *, initial: str, needed: Any = "") -> forms.ChoiceField:
    """The same as lines with a ring before each, ``initial`` filled in."""
    return pick(label, options, hint, needed=needed, initial=initial, widget=forms.RadioSelect)

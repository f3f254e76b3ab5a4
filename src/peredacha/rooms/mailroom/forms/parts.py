"""Fields that several forms share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import GroupedTicks
from peredacha.design.numbers import TOO_LONG

CHOOSE = _("Choose one of the lines shown.")


def one_of(choices: Any, label: Any, hint: Any = "") -> forms.ChoiceField:
    """One of the lines; none is chosen before."""
    return forms.ChoiceField(
        choices=choices,
        label=label,
        help_text=hint,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )


def several_of(
    choices: Any, label: Any, hint: Any = "", *, needed: Any = "", grouped: bool = False
) -> forms.MultipleChoiceField:
    """Any of the lines; ``needed`` is the sentence where none was ticked and one must be."""
    return forms.MultipleChoiceField(
        choices=choices,
        label=label,
        help_text=hint,
        required=bool(needed),
        widget=GroupedTicks if grouped else forms.CheckboxSelectMultiple,
        error_messages={"required": needed, "invalid_choice": CHOOSE},
    )


def line(label: Any, hint: Any = "", *, most: int = 200) -> forms.CharField:
    """One line that may stay empty."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=most,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": TOO_LONG},
    )


def few_words(label: Any, hint: Any = "", *, most: int = 4_000, rows: int = 4) -> forms.CharField:
    """Some lines that may stay empty."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"max_length": TOO_LONG},
    )

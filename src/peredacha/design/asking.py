"""Questions that several rooms ask: one line of several, some of several, a weight."""

from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import GroupedTicks

CHOOSE = _("Choose one of the lines shown.")
GRAMS = 1000
HEAVIEST = 100_000
"""More than this [g] is a slip of the finger."""


def radios(label: Any, choices: Any, hint: Any = "", **more: Any) -> forms.ChoiceField:
    """One line of several."""
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
        **more,
    )


def ticks(
    label: Any, choices: Any, hint: Any = "", *, needed: Any = "", grouped: bool = False
) -> forms.MultipleChoiceField:
    """Some lines, or none; ``needed``: the sentence where one must be ticked and none was.

    ``grouped``: ``choices`` holds pairs of a group and its choices.
    """
    return forms.MultipleChoiceField(
        label=label,
        help_text=hint,
        choices=choices,
        required=bool(needed),
        widget=GroupedTicks if grouped else forms.CheckboxSelectMultiple,
        error_messages={"required": needed, "invalid_choice": CHOOSE},
    )


class WeightField(forms.CharField):
    """Kilograms typed as 4, 4,5 or 4.5; gives grams, 0 when empty. Errors: `required`, `weight`."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Write the weight: in a remand prison every kilogram counts."),
        "weight": _("Write the kilograms as a number, for example 4,5."),
    }

    def __init__(self) -> None:
        """Empty is allowed until somebody says otherwise."""
        widget = forms.TextInput(attrs={"inputmode": "decimal", "size": 6, "autocomplete": "off"})
        label, hint = _("How heavy is it, in kilograms?"), _("With the box. Leave it empty for a visit.")
        super().__init__(label=label, help_text=hint, required=False, max_length=20, widget=widget)

    def clean(self, value: Any) -> Any:
        """The weight [g]."""
        typed = str(super().clean(value) or "").replace(",", ".").strip()
        try:
            grams = int(Decimal(typed or "0") * GRAMS)
        except (InvalidOperation, OverflowError, ValueError):
            raise ValidationError(self.error_messages["weight"], code="weight") from None
        if not 0 <= grams <= HEAVIEST:
            raise ValidationError(self.error_messages["weight"], code="weight")
        return grams

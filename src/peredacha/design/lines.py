"""One line of text, a whole number, a code of a shop: inputs that several rooms ask with the same words."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

SHORTER = {"max_length": _("Write it shorter.")}
CHOOSE = {"required": _("Choose one line."), "invalid_choice": _("Choose one line.")}
SCAN = {
    "enterkeyhint": "search",
    "data-scan": _("Read the code with the camera"),
    "data-scan-stop": _("Switch the camera off"),
    "data-scan-refused": _("The camera did not open. Type the figures that stand under the bars."),
}
"""Attributes of an input into which a scanner types; where the browser can, a camera reads the code."""


def line(label: Any, longest: int, *, required: Any = "", **more: Any) -> forms.CharField:
    """One line of text; ``required``: the sentence when it is empty, none where it may be."""
    errors = {**SHORTER, **({"required": required} if required else {})}
    widget = forms.TextInput(attrs={"autocomplete": "off", **more.pop("attrs", {})})
    return forms.CharField(
        label=label, max_length=longest, required=bool(required), widget=widget, error_messages=errors, **more
    )


def whole(label: Any, least: int = 1, most: int = 100_000, **more: Any) -> forms.IntegerField:
    """A whole number; the keyboard of a telephone shows figures."""
    sentence = _("Write a whole number.")
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 7}),
        error_messages={
            "required": sentence,
            "invalid": sentence,
            "min_value": _("Write %(limit_value)s or more."),
            "max_value": _("This is too much: check the number. At most %(limit_value)s can stand here."),
        },
        **more,
    )


def choose(field: forms.Field, choices: Sequence[tuple[str, Any]]) -> None:
    """Give a field of one choice its choices; nothing happens to a field of another sort."""
    if isinstance(field, forms.ChoiceField):
        field.choices = list(choices)

"""Inputs that several forms of the team share: a name for the team or for a factor, a code said by voice."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peredacha.design.inputs import LONGEST_NAME


def name_field(**more: Any) -> forms.CharField:
    """The name under which the team knows a helper."""
    return forms.CharField(
        label=_("Name for the team"),
        help_text=_("The helpers of your chapter see it. It need not be your real one."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Write a name by which the team knows you."),
            "max_length": _("This name is too long: at most 80 characters."),
        },
        **more,
    )


def label_field(**more: Any) -> forms.CharField:
    """How its owner calls a second factor."""
    return forms.CharField(
        label=_("How you call it"),
        help_text=_("For example: the old phone. May stay empty."),
        required=False,
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": _("This name is too long: at most 80 characters.")},
        **more,
    )


def spoken_field(label: Any) -> forms.CharField:
    """A code that a colleague said by voice."""
    return forms.CharField(
        label=label,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "size": 14}),
        error_messages={
            "required": _("Write the code that your colleague told you: ten letters and digits."),
            "max_length": _("This is no code. It has ten letters and digits."),
        },
    )

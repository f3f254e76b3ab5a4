"""What is asked before the house is sealed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from peredacha.design.forms import PlainForm

LONGEST_DAYS = 60


class SureForm(PlainForm):
    """One tick, so that nobody seals the house by a slip."""

    sure = forms.BooleanField(
        label=_("Yes, close everything now"),
        error_messages={"required": _("Tick the box if you want to close everything now.")},
    )


class CheckInForm(PlainForm):
    """After how many silent days the house is sealed by itself; gives a number, or None for never."""

    days = forms.IntegerField(
        label=_("After how many days without a sign?"),
        help_text=_("From 1 to 60. Leave it empty to switch this off."),
        required=False,
        min_value=1,
        max_value=LONGEST_DAYS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3, "autocomplete": "off"}),
        error_messages={
            "invalid": _("Write a whole number of days, or leave it empty."),
            "min_value": _("Write a number from 1 to 60, or leave it empty."),
            "max_value": _("Write a number from 1 to 60, or leave it empty."),
        },
    )

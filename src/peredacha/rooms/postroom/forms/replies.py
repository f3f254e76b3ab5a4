"""An answer that came, and what somebody found in it."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import DayField
from peredacha.design.forms import PlainForm
from peredacha.design.numbers import TOO_LONG

KINDS = "image/jpeg,image/png,image/webp,application/pdf"
NUMBERS = re.compile(r"(?:\d{1,4})(?:[ ,;]+\d{1,4}){0,19}")


class ReplyForm(PlainForm):
    """The day of an answer, one page of it, or its words."""

    on = DayField(label=_("When did it come?"), first_year=2020)
    file = forms.FileField(
        label=_("A photo or a scan of one page"),
        required=False,
        widget=forms.FileInput(attrs={"accept": KINDS}),
    )
    words = forms.CharField(
        label=_("Or what stands in it"),
        help_text=_("If there is no scan: the words, and which boxes are ticked."),
        required=False,
        max_length=6_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": TOO_LONG},
    )

    def __init__(self, *args: Any, today: date, refusal: str = "", **more: Any) -> None:
        """``refusal``: why the file was not taken while it was still arriving."""
        super().__init__(*args, **more)
        self.today, self.refusal = today, refusal

    def clean_on(self) -> date:
        """Not a day that is still to come."""
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError(gettext("This day is still to come: write the day on which it came."))
        return on

    def clean(self) -> dict[str, Any]:
        """A page or words."""
        data = super().clean() or {}
        if self.refusal:
            self.add_error("file", self.refusal)
        elif not data.get("file") and not data.get("words") and "words" not in self.errors:
            self.add_error("file", gettext("Choose a file on your device, or write what stands in it."))
        return data


class ScreenForm(PlainForm):
    """What somebody found who looked at an answer; gives ``missing`` as numbers."""

    danger = forms.BooleanField(
        label=_("Something here is alarming: health, hunger, beating, threats, farewell"), required=False
    )
    missing = forms.CharField(
        label=_("Numbers of letters that did not arrive"),
        help_text=_("If the answer says so: for example 2, 3. Else leave it empty."),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    words = forms.CharField(
        label=_("What may the writer read?"),
        help_text=_("In a few words, without a name or a place. The family sees every page anyway."),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": TOO_LONG},
    )
    shown = forms.BooleanField(
        label=_("No name, no address and no place stands on these pages: the writer may see them"),
        required=False,
    )

    def clean_missing(self) -> tuple[int, ...]:
        """The numbers, each once."""
        typed = self.cleaned_data["missing"].strip()
        if typed and not NUMBERS.fullmatch(typed):
            raise ValidationError(gettext("Write the numbers with commas between them, for example 2, 3."))
        return tuple(dict.fromkeys(int(one) for one in re.findall(r"\d+", typed)))

"""Pages put in, put in order, and told about."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import DayField
from peredacha.design.forms import PlainForm
from peredacha.design.numbers import TOO_LONG

ACT = re.compile(r"(up|down|turn):([0-9a-f-]{36})")
TYPES = "image/jpeg,image/png,image/webp,image/gif,application/pdf"
LONGEST_SOURCE = 200


class SeveralFiles(forms.FileInput):
    """An input for several files at once."""

    allow_multiple_selected = True


def source_field() -> forms.CharField:
    """From whom a page came."""
    return forms.CharField(
        label=_("From whom are they?"),
        help_text=_("In a few words: from the lawyer, from the search. You may leave this empty."),
        required=False,
        max_length=LONGEST_SOURCE,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": TOO_LONG},
    )


class OriginForm(PlainForm):
    """Where pages came from, and when."""

    source = source_field()
    on = DayField(label=_("When did they come to you?"), first_year=1990)

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        """``today`` is the last day that can be meant."""
        super().__init__(*args, **more)
        self.today = today

    def clean_on(self) -> date:
        """Not a day that is still to come."""
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError(gettext("This day is still to come: write the day on which they came."))
        return on


class AddForm(OriginForm):
    """Photos and PDF; what came of them is known to the upload, not to the form."""

    file = forms.FileField(
        label=_("Photos of pages, or PDF"),
        required=False,
        widget=SeveralFiles(attrs={"accept": TYPES}),
    )
    field_order = ("file", "source", "on")

    def refuse_files(self, sentences: Sequence[str]) -> None:
        """Say of the files what must be done."""
        for sentence in sentences:
            self.add_error("file", sentence)


class DescribeForm(OriginForm):
    """What is told of one page, and the words on it."""

    text = forms.CharField(
        label=_("What stands on the page"),
        help_text=_("Read by the machine or typed. By these words you find the page again."),
        required=False,
        max_length=12_000,
        widget=forms.Textarea(attrs={"rows": 8, "lang": "ru"}),
        error_messages={"max_length": TOO_LONG},
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        """The same questions about one page."""
        super().__init__(*args, **more)
        self.fields["source"].label = gettext("From whom is it?")
        self.fields["on"].label = gettext("When did it come to you?")


class ArrangeForm(PlainForm):
    """The numbers beside pages, and which button was pressed: gives ``typed`` by page, ``act`` and ``page``."""

    act = forms.CharField(required=False, max_length=60)

    def __init__(self, shown: Sequence[UUID], data: Any = None) -> None:
        """``shown``: the pages beside which a number could be typed."""
        super().__init__(data)
        wrong = {"invalid": gettext("Write the place of a page as a number, for example 3.")}
        wrong |= {"min_value": wrong["invalid"], "max_value": wrong["invalid"]}
        self.shown = {f"place-{page}": str(page) for page in shown}
        for name in self.shown:
            self.fields[name] = forms.IntegerField(
                required=False, min_value=0, max_value=99_999, error_messages=wrong
            )

    def clean(self) -> dict[str, Any]:
        """The numbers by page, and what was pressed."""
        data = super().clean() or {}
        typed = {page: data[name] for name, page in self.shown.items() if data.get(name) is not None}
        told = ACT.fullmatch(data.get("act") or "")
        return {"typed": typed, "act": told[1] if told else "", "page": told[2] if told else ""}

"""A letter comes, with its pages."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import DayField
from peredacha.design.forms import PlainForm

TYPES = "image/jpeg,image/png,image/webp,application/pdf"


class ReceivedForm(PlainForm):
    """The day on which a letter came; gives ``letter``, the name that makes a double tap one letter."""

    on = DayField(label=_("When did the letter come?"), first_year=2020)
    letter = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, today: date) -> None:
        """``today``: the last day that can be meant."""
        super().__init__(data, initial={"on": today, "letter": uuid4()})
        self.today = today

    def clean_on(self) -> date:
        """Not a day that is still to come."""
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError(
                gettext("This day is still to come: write the day on which the letter came.")
            )
        return on

    def clean_letter(self) -> UUID:
        """The name that came with the form; a fresh one where the page lost it."""
        return self.cleaned_data["letter"] or uuid4()


class SeveralFiles(forms.FileInput):
    """An input for several files at once."""

    allow_multiple_selected = True


class PagesForm(PlainForm):
    """Photos and PDF; what came of them is known to the upload, not to the form."""

    file = forms.FileField(
        label=_("Photos of the letter, or PDF"),
        required=False,
        widget=SeveralFiles(attrs={"accept": TYPES}),
    )

    def refuse_files(self, sentences: Sequence[str]) -> None:
        """Say of the files what must be done."""
        for sentence in sentences:
            self.add_error("file", sentence)

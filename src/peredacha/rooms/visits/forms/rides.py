"""What a driver tells, and whom a seat is given."""

from collections.abc import Sequence
from datetime import time
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import DayField, TimeField
from peredacha.design.forms import PlainForm
from peredacha.design.numbers import line
from peredacha.rooms.visits.forms.visits import DatedForm

MOST = 50


class RideForm(DatedForm):
    """A car that goes to a place on a day."""

    facility = forms.ChoiceField(
        label=_("Where does the car go?"), error_messages={"required": _("Choose the place from the list.")}
    )
    on = DayField(label=_("On which day?"), first_year=2020)
    hour = TimeField(label=_("At which hour does it start?"), required=False)
    from_where = line(_("From where?"), _("A town or a station is enough."))
    seats = forms.IntegerField(
        label=_("How many seats are free?"),
        min_value=1,
        max_value=MOST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3, "autocomplete": "off"}),
        error_messages={
            key: _("Write a number from 1 to 50.")
            for key in ("required", "invalid", "min_value", "max_value")
        },
    )
    words = line(
        _("A remark"), _("For example how to reach you. The families who go can read it."), required=False
    )
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, places: Sequence[tuple[str, str]], **more: Any) -> None:
        """``places``: cards of facilities, public id and title."""
        super().__init__(*args, **more)
        field = self.fields["facility"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", gettext("choose")), *places]

    def clean_hour(self) -> str:
        """The hour as text."""
        hour: time | None = self.cleaned_data["hour"]
        return hour.strftime("%H:%M") if hour else ""


class GiveForm(PlainForm):
    """Which visit gets the seats."""

    visit = forms.UUIDField()

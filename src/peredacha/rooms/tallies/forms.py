"""What a coordinator types from a receipt: a month, what for, and a sum; nothing else fits in."""

import re
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.design.forms import PlainForm
from peredacha.rooms.tallies.models import SpentOn
from peredacha.rooms.tallies.selectors import before

CHOOSE = _("Choose one of the lines shown.")
SUM = re.compile(r"(\d{1,9})(?:[.,](\d{1,2}))?")
MONTHS_BACK = 13


class SpendingForm(PlainForm):
    """One sum; gives ``month``, ``what``, ``kopecks`` and ``once``."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    what = forms.ChoiceField(
        label=_("What was the money spent on?"),
        choices=SpentOn.choices,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    field_order = ("once", "what", "month", "kopecks")
    kopecks = forms.CharField(
        label=_("How much, in roubles?"),
        help_text=_("The sum alone, for example 1540 or 1540.50. Never who gave it and never who was paid."),
        max_length=80,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": 12}),
        error_messages={
            "required": _("Write the sum from the receipt."),
            "max_length": _("Write the sum alone, as figures: no names are kept here."),
        },
    )

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        """``today``: this month and the year before it are offered."""
        super().__init__(*args, **more)
        months = [before(today, back) for back in range(MONTHS_BACK)]
        self.fields["month"] = forms.ChoiceField(
            label=_("In which month?"),
            choices=[(f"{month:%Y-%m}", date_format(month, "F Y")) for month in months],
            error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
        )
        self.order_fields(self.field_order)

    def clean_month(self) -> date:
        """The first day of the month."""
        return date.fromisoformat(f"{self.cleaned_data['month']}-01")

    def clean_kopecks(self) -> int:
        """The sum [kopecks]; words beside it are refused, for they would name somebody."""
        bare = "".join(self.cleaned_data["kopecks"].replace("₽", "").split())
        found = SUM.fullmatch(bare)
        if not found or not bare.isascii():
            raise ValidationError(gettext("Write the sum alone, as figures: no names are kept here."))
        sum_ = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
        if not sum_:
            raise ValidationError(gettext("Write the sum from the receipt."))
        return sum_

"""For which place, and what happened on which day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import DayField
from peredacha.design.forms import PlainForm
from peredacha.design.numbers import line

CHOOSE = _("Choose one of the lines shown.")


class SearchForm(PlainForm):
    """Words by which a place is looked for."""

    text = line(_("Which place?"), _("Its number, name or town."), required=False, longest=80)


class PlaceForm(PlainForm):
    """One of the places that were found."""

    def __init__(self, data: Any = None, *, places: Sequence[tuple[str, Any]]) -> None:
        """``places``: public ids with their names."""
        super().__init__(data)
        self.fields["place"] = forms.ChoiceField(
            label=_("To which one?"),
            choices=places,
            widget=forms.RadioSelect,
            error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
        )


class StepForm(PlainForm):
    """What happened; gives ``state``, ``on``, ``number``, ``text``, ``look_on`` and ``seen``."""

    seen = forms.CharField(max_length=9, widget=forms.HiddenInput)
    on = DayField(label=_("On which day?"), first_year=2020)
    number = line(
        _("The number of the paper"),
        _("It stands on the stamp or on the receipt. Leave it empty if there is none."),
        required=False,
        longest=80,
    )
    text = line(
        _("What did they say or ask for?"),
        _("In a few words. You may leave this empty."),
        rows=3,
        required=False,
        longest=2_000,
    )
    look_on = DayField(
        label=_("When do we look again?"),
        help_text=_("Leave it empty and we take the usual day."),
        required=False,
        first_year=2020,
    )

    def __init__(
        self, data: Any = None, *, states: Sequence[tuple[str, str]], today: date, initial: Any = None
    ) -> None:
        """``states``: what can happen next; ``today`` is the last day that can be meant."""
        super().__init__(data, initial=initial)
        self.today = today
        self.fields["state"] = forms.ChoiceField(
            label=_("What happened?"),
            choices=states,
            widget=forms.RadioSelect,
            error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
        )
        self.order_fields(("seen", "state", "on", "number", "text", "look_on"))

    def clean_on(self) -> date:
        """Not a day that is still to come."""
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError(gettext("This day is still to come: write the day on which it happened."))
        return on

    def clean_look_on(self) -> date | None:
        """Not a day that is over."""
        day: date | None = self.cleaned_data["look_on"]
        if day and day < self.today:
            raise ValidationError(gettext("This day is over: write a day that is still to come."))
        return day

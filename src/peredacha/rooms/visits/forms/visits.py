"""What is asked about a visit, one question a page."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.design.asking import CHOOSE, radios
from peredacha.design.fields import DayField
from peredacha.design.forms import PlainForm
from peredacha.design.numbers import line
from peredacha.rooms.visits.models import KINDS, REFUSALS

AHEAD, BACK = timedelta(days=180), timedelta(days=180)
MOST_SEATS = 8
SEATS = [("0", _("No, we have a way to travel")), *((str(n), str(n)) for n in range(1, MOST_SEATS + 1))]


class DatedForm(PlainForm):
    """A form with a day, ``on``, that lies ahead or behind."""

    behind = False
    """Whether the day lies behind, or is today."""

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.today = today

    def clean_on(self) -> date | None:
        """Not so far away that it must be a slip."""
        day: date | None = self.cleaned_data["on"]
        if day is None:
            return None
        if self.behind:
            if day > self.today:
                raise ValidationError(gettext("This day is still ahead. Check it."))
            if day < self.today - BACK:
                raise ValidationError(gettext("This day is more than half a year ago. Check it."))
        elif day < self.today:
            raise ValidationError(gettext("This day is over. Check it."))
        elif day > self.today + AHEAD:
            raise ValidationError(gettext("This day is more than half a year ahead. Check it."))
        return day


class WantForm(DatedForm):
    """A visit that somebody wants."""

    kind = radios(_("What sort of visit?"), KINDS)
    on = DayField(
        label=_("Is there a day in mind already?"),
        help_text=_("You may leave this empty."),
        required=False,
        first_year=2020,
    )
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class WhoForm(PlainForm):
    """Who goes, and whether they need a car."""

    who = line(
        _("Who goes?"),
        _("Name and kinship of each. Who finds seats in cars can read it too."),
        rows=3,
        longest=600,
    )
    wants_seats = forms.TypedChoiceField(
        label=_("Do you need seats in a car?"),
        choices=SEATS,
        coerce=int,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    from_where = line(_("From where would you go?"), _("A town or a station is enough."), required=False)


class PermittedForm(DatedForm):
    """The permission is there."""

    on = DayField(
        label=_("Until which day does the permission hold?"),
        help_text=_("Leave it empty if it says nothing of a day."),
        required=False,
        first_year=2020,
    )


class DayForm(DatedForm):
    """The day is fixed."""

    on = DayField(label=_("On which day is the visit?"), first_year=2020)


class MadeForm(DatedForm):
    """He was visited."""

    behind = True
    on = DayField(label=_("On which day was it?"), first_year=2020)


class RefusedForm(PlainForm):
    """They refused."""

    why = radios(_("Why was it refused?"), REFUSALS)
    words = line(
        _("What exactly did they say?"), _("You may leave this empty."), rows=3, required=False, longest=600
    )


class StepForm(PlainForm):
    """A step that one button takes."""

    step = forms.ChoiceField(choices=[(one, one) for one in ("asked", "missed", "dropped")])

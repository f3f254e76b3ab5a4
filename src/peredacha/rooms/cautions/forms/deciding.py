"""What is decided after the three questions."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import DayField
from peredacha.design.forms import PlainForm
from peredacha.rooms.cautions.forms.questions import HOLDS, few_words, one_of

GO = ("go", _("Go ahead"))
OTHERS = (("later", _("Wait")), ("no", _("Do not do it")))


class DecideForm(PlainForm):
    """Go ahead, wait, or not; until when it is looked at again; why."""

    seen = forms.UUIDField(widget=forms.HiddenInput)
    look_on = DayField(
        label=_("When do you want to think again?"),
        help_text=_("You may leave this empty. After 30 days we ask again in any case."),
        required=False,
    )
    reason = few_words(_("Why"), _("You may leave this empty."))

    def __init__(self, *args: Any, today: date, goes: bool, **more: Any) -> None:
        """``goes``: whether "go ahead" is among the lines."""
        super().__init__(*args, **more)
        self.today = today
        lines = (GO, *OTHERS) if goes else OTHERS
        self.fields["state"] = one_of(*lines, label=_("What do you decide?"))

    def clean_look_on(self) -> date | None:
        """A day after today, and not after the decision has lapsed anyway."""
        on: date | None = self.cleaned_data["look_on"]
        if on and not self.today < on <= self.today + HOLDS:
            raise ValidationError(gettext("Choose a day from tomorrow on, and within 30 days."))
        return on


class UrgentForm(PlainForm):
    """No time: his life is in danger now."""

    reason = few_words(_("What is happening?"), _("A few words. You may leave this empty."))

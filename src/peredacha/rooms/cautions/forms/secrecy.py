"""What is recorded of an undertaking of secrecy."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import DayField, Option
from peredacha.design.forms import PlainForm
from peredacha.rooms.cautions.forms.questions import TOO_LONG, one_of

LONGEST_LIST = 3_000


class PastDayForm(PlainForm):
    """A form with days that cannot be still to come."""

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        """``today`` is the last day that can be meant."""
        super().__init__(*args, **more)
        self.today = today

    def past(self, name: str) -> date:
        """The day of a field; ValidationError when it is still to come."""
        on: date = self.cleaned_data[name]
        if on > self.today:
            raise ValidationError(gettext("This day is still to come: check it."))
        return on


class SignedForm(PastDayForm):
    """Who signed, and when."""

    signer = one_of(
        ("lawyer", _("The lawyer")),
        ("witness", _("One of the family, as a witness")),
        ("defender", _("One of the family, as a defender")),
        ("other", _("Somebody else")),
        label=_("Who signed it?"),
    )
    who = forms.CharField(
        label=_("The name of who signed"),
        help_text=_("You may leave this empty."),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": TOO_LONG},
    )
    signed_on = DayField(
        label=_("On which day?"), help_text=_("It stands on the paper. Roughly is good enough.")
    )

    def clean_signed_on(self) -> date:
        """Not a day that is still to come."""
        return self.past("signed_on")


class CoverForm(PlainForm):
    """What exactly an undertaking covers."""

    covers = one_of(
        (
            "all",
            Option(
                _("All material of the investigation"), _("Choose this too if you do not know: it is safer.")
            ),
        ),
        ("named", Option(_("Certain papers"), _("Write their names below."))),
        (
            "days",
            Option(_("Material of certain days"), _("Write the days below; one of them may stay empty.")),
        ),
        label=_("What does it cover?"),
    )
    named = forms.CharField(
        label=_("Which papers?"),
        help_text=_("One on each line, for example: the record of the search."),
        required=False,
        max_length=LONGEST_LIST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": TOO_LONG},
    )
    since = DayField(label=_("From which day?"), required=False)
    until = DayField(label=_("Until which day?"), required=False)

    def clean_named(self) -> tuple[str, ...]:
        """A name a line."""
        return tuple(filter(None, (line.strip() for line in self.cleaned_data["named"].splitlines())))

    def clean(self) -> dict[str, Any]:
        """Only what belongs to the line that was chosen is kept."""
        data = super().clean() or {}
        covers, since, until = (data.get(name) for name in ("covers", "since", "until"))
        if covers == "named" and not data.get("named") and "named" not in self.errors:
            self.add_error("named", gettext("Write at least one paper, or choose all material."))
        if covers == "days" and not (since or until or self.errors):
            self.add_error("since", gettext("Write at least one of the two days, or choose all material."))
        if covers == "days" and since and until and until < since:
            self.add_error("until", gettext("The last day lies before the first: check both."))
        if covers != "named":
            data["named"] = ()
        if covers != "days":
            data["since"] = data["until"] = None
        return data


class EndForm(PastDayForm):
    """Since when something may leave again, and who or what says so."""

    on = DayField(label=_("Since which day?"))
    words = forms.CharField(
        label=_("Who or what says so?"),
        help_text=_("For example: the lawyer's name, or the paper and its number."),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write a few words: they stay on the page."), "max_length": TOO_LONG},
    )

    def clean_on(self) -> date:
        """Not a day that is still to come."""
        return self.past("on")

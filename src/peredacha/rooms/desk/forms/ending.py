"""Forms for showing a matter to somebody, closing it, and letting its clock stand still."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from peredacha.design.fields import DayField, Option

LONGEST = gettext_lazy("Write it shorter: one or two sentences.")


def sentence(label: Any, *, missing: Any = "", **more: Any) -> forms.CharField:
    """One or two sentences; wanted when there is a sentence for ``missing``."""
    errors = {"max_length": LONGEST, **({"required": missing} if missing else {})}
    attrs = {"autocomplete": "off"}
    settings = {"required": bool(missing), "max_length": 500, "widget": forms.TextInput(attrs=attrs), **more}
    return forms.CharField(label=label, error_messages=errors, **settings)


class ReferralForm(forms.Form):
    """To whom the matter should be shown, and what for."""

    to = sentence(
        gettext_lazy("To whom should this be shown?"),
        help_text=gettext_lazy("In words the family understands: the lawyer Larisa of our chapter."),
        missing=gettext_lazy("Write to whom."),
    )
    what_for = sentence(gettext_lazy("What for?"), missing=gettext_lazy("Write what for, in one sentence."))


class ReadingForm(forms.Form):
    """A lawyer, so many hours, a purpose."""

    member = forms.ChoiceField(
        label=gettext_lazy("Who reads"),
        error_messages={
            "required": gettext_lazy("Choose who reads."),
            "invalid_choice": gettext_lazy("This person cannot be chosen now. Choose from the list."),
        },
    )
    hours = forms.ChoiceField(
        label=gettext_lazy("For how long"),
        choices=[
            (str(one), Option(text))
            for one, text in (
                (3, gettext_lazy("3 hours")),
                (10, gettext_lazy("10 hours")),
                (24, gettext_lazy("A day")),
                (72, gettext_lazy("Three days")),
            )
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose for how long.")},
    )
    purpose = sentence(
        gettext_lazy("What for, for example: Thursday’s hearing"),
        missing=gettext_lazy("Write what for, in one sentence."),
    )

    def __init__(self, *args: Any, lawyers: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["member"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(lawyers)


class CloseForm(forms.Form):
    """Why a matter ends, a word of thanks, how it ended."""

    why = sentence(
        gettext_lazy("Why it is closed"),
        help_text=gettext_lazy("The family reads this."),
        missing=gettext_lazy("Write why, in one sentence: the family reads it."),
    )
    thanks = sentence(
        gettext_lazy("A last word to the family"),
        help_text=gettext_lazy("It stands in the talk. May stay empty."),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    ended = sentence(
        gettext_lazy("How it ended, for the one who stood by"),
        help_text=gettext_lazy("Only helpers read this."),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class HoldForm(forms.Form):
    """Until when the clock stands still, and why."""

    until = DayField(
        label=gettext_lazy("Until which day nothing is erased"),
        help_text=gettext_lazy("At most half a year ahead."),
        first_year=2020,
    )
    reason = sentence(
        gettext_lazy("Why"),
        help_text=gettext_lazy("The family reads this."),
        missing=gettext_lazy("Write why, in one sentence: the family reads it."),
    )

"""What is written on the page of a matter: messages, tries, promises."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.design.fields import DayField, Option
from peredacha.design.forms import OnceForm


class ContactForm(OnceForm):
    """A try to reach the family."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("You tried to reach the family"),
        choices=[
            ("reached", Option(gettext_lazy("Reached"))),
            ("no_answer", Option(gettext_lazy("No answer"))),
            ("message", Option(gettext_lazy("Left a message"))),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Say how it went: reached, no answer, or a message left.")},
    )
    next_on = DayField(
        label=gettext_lazy("When somebody tries again"),
        help_text=gettext_lazy(
            "Left empty: one working day after no answer, two after a message, three after you reached them."
        ),
        required=False,
        first_year=2020,
    )
    note = forms.CharField(
        label=gettext_lazy("A remark for the helpers"),
        required=False,
        max_length=2_000,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class NextStepForm(OnceForm):
    """What happens next, by when."""

    what = forms.CharField(
        label=gettext_lazy("What happens next"),
        help_text=gettext_lazy("The family reads this."),
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": gettext_lazy("Write what happens next, in one sentence."),
            "max_length": gettext_lazy("Write it shorter: one sentence."),
        },
    )
    by = DayField(label=gettext_lazy("By which day"), first_year=2020)


class DoneForm(OnceForm):
    """A promise that was kept, and what comes after it, if that is known already."""

    what = forms.CharField(
        label=gettext_lazy("What happens after that"),
        help_text=gettext_lazy("The family reads this. Leave it empty if nothing is settled yet."),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": gettext_lazy("Write it shorter: one sentence.")},
    )
    by = DayField(label=gettext_lazy("By which day"), required=False, first_year=2020)

    def clean(self) -> dict[str, Any]:
        """The next sentence and its day come together."""
        values = self.cleaned_data
        if values.get("what") and not values.get("by") and "by" not in self.errors:
            self.add_error("by", _("Write by which day, so that the family knows when to expect it."))
        if values.get("by") and not values.get("what") and "what" not in self.errors:
            self.add_error("what", _("Write what happens on that day, in one sentence."))
        return values

"""What is chosen and noted about a paper as a whole."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import DayField
from peredacha.design.forms import PlainForm

CHOOSE = _("Choose one of the lines shown.")


class ChooseForm(PlainForm):
    """Which filing of the land is to be made."""

    def __init__(self, keys: Iterable[str], data: Any = None) -> None:
        """``keys`` of the filings that there are."""
        super().__init__(data)
        self.fields["filing"] = forms.ChoiceField(
            choices=[(key, key) for key in keys],
            error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
        )


class LookForm(PlainForm):
    """What the lawyer says of exactly the version that stood on the page."""

    digest = forms.CharField(max_length=64, widget=forms.HiddenInput)
    step = forms.ChoiceField(
        choices=[("approved", ""), ("comment", "")],
        widget=forms.HiddenInput,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    text = forms.CharField(
        label=_("Your remark"),
        help_text=_("The family and its helpers read it. With an approval you may leave it empty."),
        required=False,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": _("This is too long: keep what matters most.")},
    )

    def clean(self) -> dict[str, Any]:
        """A remark needs words."""
        data = super().clean() or {}
        if data.get("step") == "comment" and not data.get("text"):
            self.add_error("text", ValidationError(gettext("Write what should be changed.")))
        return data


class FiledForm(PlainForm):
    """When a paper was handed in, and under which number."""

    digest = forms.CharField(max_length=64, widget=forms.HiddenInput)
    on = DayField(label=_("When was it handed in?"), first_year=2020)
    number = forms.CharField(
        label=_("Its registered number"),
        help_text=_("It stands on the stamp or on the receipt. Leave it empty if it is not known yet."),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": _("This is too long: keep what matters most.")},
    )

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        """``today`` is the last day that can be meant."""
        super().__init__(*args, **more)
        self.today = today

    def clean_on(self) -> date:
        """Not a day that is still to come."""
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError(
                gettext("This day is still to come: write the day on which it was handed in.")
            )
        return on


class AnsweredForm(FiledForm):
    """What the office answered, or that it did not."""

    step = forms.ChoiceField(
        label=_("What came?"),
        choices=[("answered", _("An answer came")), ("silent", _("No answer came"))],
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    text = forms.CharField(
        label=_("What did they answer?"),
        help_text=_("In a few words. You may leave this empty."),
        required=False,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": _("This is too long: keep what matters most.")},
    )
    field_order = ("digest", "step", "on", "text")

    def __init__(self, *args: Any, **more: Any) -> None:
        """The day is asked as that of the answer, and there is no number."""
        super().__init__(*args, **more)
        del self.fields["number"]
        self.fields["on"].label = gettext("On which day?")
        self.fields["on"].help_text = gettext("If nothing came, today.")

"""What is typed about a hearing: one line in a corridor, a court's card, a yes to be public."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import DayField, Option
from peredacha.design.forms import PlainForm
from peredacha.rooms.hearings.models import LONGEST_COURT, LONGEST_WORDS

SHORTER = {"max_length": _("Write it shorter.")}


class SpokenForm(PlainForm):
    """A day and an hour in one line, and the court."""

    text = forms.CharField(
        help_text=_("For example: 10 December 10:30, 10.12 10-30, tomorrow at 10, in a week at 14:30."),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "enterkeyhint": "done"}),
        error_messages={
            "required": _("Write the day and the hour, for example: 12 December 10:30."),
            **SHORTER,
        },
    )
    court = forms.CharField(
        label=_("Court, building, room"),
        required=False,
        max_length=LONGEST_COURT,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages=SHORTER,
    )
    sure = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, title: str, **more: Any) -> None:
        """``title``: the question of the page."""
        super().__init__(*args, **more)
        self.fields["text"].label = title
        if not self.is_bound:
            self.fields["text"].widget.attrs["autofocus"] = True

    def refuse_line(self, sentence: str) -> None:
        """The line could not be read: the sentence stands at it."""
        self.add_error("text", sentence)


class CardForm(PlainForm):
    """The court's card: its text, or the page as it was saved."""

    text = forms.CharField(
        label=_("The text of the card"),
        help_text=_("Open the case on the court's site, select everything, copy it and paste it here."),
        required=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"max_length": _("This is longer than one card. Save the page and choose the file.")},
    )
    file = forms.FileField(
        label=_("Or the saved page"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".html,.htm,.txt,text/html,text/plain"}),
    )

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        data = super().clean() or {}
        if not self.errors and not data.get("text") and not data.get("file"):
            self.add_error(
                "text", ValidationError(gettext("Paste the text of the card, or choose the saved page."))
            )
        return data


class ChosenForm(PlainForm):
    """Which lines of a card are kept; ``mark`` names the card that stood on the page."""

    mark = forms.CharField(max_length=64, widget=forms.HiddenInput)
    chosen = forms.MultipleChoiceField(
        label=_("What shall be noted?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose among the lines shown.")},
    )

    def __init__(self, lines: Sequence[tuple[str, str, str]], data: Any = None, **more: Any) -> None:
        """``lines``: key, sentence and hint of each."""
        super().__init__(data, **more)
        field = self.fields["chosen"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(key, Option(text, hint)) for key, text, hint in lines]


class OpenForm(PlainForm):
    """A yes to let everybody know of a hearing."""

    words = forms.CharField(
        label=_("What will be written?"),
        help_text=_("Without a name, unless it is wished that the name is known. Empty: “Open hearing”."),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages=SHORTER,
    )
    court = forms.CharField(
        label=_("Court, building, room"),
        max_length=LONGEST_COURT,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write where to come: the court and the room."), **SHORTER},
    )
    until = DayField(
        label=_("Until which day does the yes hold?"),
        help_text=_("If the hearing is moved beyond this day, it is public no more until you say yes anew."),
        first_year=2020,
    )
    said_by = forms.CharField(
        label=_("Who of the family said yes, and when?"),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Write who said yes, and when. Without the family's yes nothing is made public."),
            **SHORTER,
        },
    )
    agreed = forms.BooleanField(
        label=_("The person inside was asked and agrees"),
        error_messages={
            "required": _(
                "Ask first: through the lawyer, in a letter. Without this yes nothing is made public."
            )
        },
    )

    def __init__(self, *args: Any, day: date, by_helper: bool, **more: Any) -> None:
        """``day`` of the hearing; ``by_helper``: whether a helper writes the family's yes down."""
        super().__init__(*args, **more)
        self.day = day
        if not by_helper:
            del self.fields["said_by"]

    def clean_until(self) -> date:
        """Not before the hearing."""
        until: date = self.cleaned_data["until"]
        if until < self.day:
            raise ValidationError(
                gettext("This day is before the hearing: choose the day of the hearing or a later one.")
            )
        return until

    @staticmethod
    def first_until(day: date) -> date:
        """What stands there before anything is typed: a month after the hearing, for the next date of the same case."""
        return day + timedelta(days=31)

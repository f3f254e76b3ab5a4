"""What a packer says of letters: let through, sent back, printed, posted."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.core.slips import SENDER
from peredacha.design.fields import DayField
from peredacha.design.forms import PlainForm
from peredacha.design.numbers import TOO_LONG
from peredacha.rooms.letters.selectors import letters_by_code

CHOOSE = _("Choose one of the lines shown.")
MOST_LINES = 4


class ReadForm(PlainForm):
    """One letter is let through, or goes back with one sentence."""

    act = forms.ChoiceField(
        choices=[("pass", ""), ("back", "")],
        widget=forms.HiddenInput,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    says = forms.CharField(
        label=_("What should be changed?"),
        help_text=_("One kind sentence. Who wrote the letter reads it. Name no person and no place."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )

    def clean(self) -> dict[str, Any]:
        """Sent back needs words."""
        data = super().clean() or {}
        if data.get("act") == "back" and not data.get("says"):
            self.add_error("says", ValidationError(gettext("Write what should be changed.")))
        return data


class AddressForm(PlainForm):
    """Where answers go; gives ``back_to`` as lines."""

    back_to = forms.CharField(
        label=_("The address for answers"),
        help_text=_("A post box, up to four lines. It stands on the papers and is not kept here."),
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "street-address"}),
        error_messages={"required": _("Write the address to which answers go.")},
    )
    again = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean_back_to(self) -> tuple[str, ...]:
        """Lines that fit on an envelope."""
        lines = tuple(filter(None, (one.strip() for one in self.cleaned_data["back_to"].splitlines())))
        if len(lines) > MOST_LINES or sum(map(len, lines)) > SENDER:
            raise ValidationError(gettext("This does not fit on an envelope: four short lines at most."))
        return lines


class PostForm(PlainForm):
    """Which printed letters left, on which day, by which way."""

    letters = forms.MultipleChoiceField(
        label=_("Which letters are on their way?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick the letters that left."), "invalid_choice": CHOOSE},
    )
    on = DayField(label=_("On which day?"), first_year=2020)
    way = forms.ChoiceField(
        label=_("How?"),
        choices=[("post", _("By post")), ("electronic", _("Typed into the electronic service"))],
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )

    def __init__(self, shown: Iterable[tuple[UUID, str]], today: date, data: Any = None) -> None:
        """``shown``: the letters with what tells them apart; ``today``: the last day that can be meant."""
        super().__init__(data, initial={"on": today, "way": "post"})
        self.today = today
        self.fields["letters"].choices = [(str(key), text) for key, text in shown]  # type: ignore[attr-defined]

    def clean_on(self) -> date:
        """Not a day that is still to come."""
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError(gettext("This day is still to come: write the day on which they left."))
        return on


class CodeForm(PlainForm):
    """The code on the form of an answer; gives ``letter``."""

    code = forms.CharField(
        label=_("The code on the answer"),
        help_text=_("It stands under the square, like BC94-BT7C. Small or large, Russian or Latin letters."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        error_messages={
            "required": _("Write the code."),
            "max_length": _("Write only the code: eight signs."),
        },
    )

    def __init__(self, chapter: str, data: Any = None) -> None:
        """``chapter``: whose letters are looked through."""
        super().__init__(data)
        self.chapter = chapter

    def clean(self) -> dict[str, Any]:
        """The one letter with this code."""
        data = super().clean() or {}
        found = letters_by_code(data.get("code", ""), self.chapter)
        if data.get("code") and len(found) != 1:
            self.add_error("code", gettext("There is no letter with this code. Compare it sign by sign."))
        return {**data, "letter": found[0] if len(found) == 1 else None}

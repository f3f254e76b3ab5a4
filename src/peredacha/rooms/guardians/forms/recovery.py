"""What is asked around the key of last resort."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.design.forms import PlainForm
from peredacha.design.inputs import NewPassphraseField
from peredacha.rooms.vault.models import Lost

MOST_SHARES, LEAST_NEEDED = 9, 2
NUMBERS = gettext_lazy("Write two whole numbers: for example 3 of 5.")


def number_field(label: Any, most: int) -> forms.IntegerField:
    """A small whole number from 2."""
    return forms.IntegerField(
        label=label,
        min_value=LEAST_NEEDED,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3, "autocomplete": "off"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), NUMBERS),
    )


class SharesForm(PlainForm):
    """Into how many shares the key is split, and how many open it."""

    shares = number_field(gettext_lazy("How many people get a share"), MOST_SHARES)
    needed = number_field(gettext_lazy("How many of them open it together"), MOST_SHARES)

    def clean(self) -> dict[str, Any]:
        """No more are needed than there are."""
        cleaned = super().clean() or {}
        if cleaned.get("needed", 0) > cleaned.get("shares", MOST_SHARES):
            raise ValidationError(
                _("More people would be needed than have a share. Make the second number smaller.")
            )
        return cleaned


class LostForm(PlainForm):
    """Which helper lost what; who does not lead the team vouches for a lost phone alone. Gives ``member``, ``lost``."""

    lost = forms.ChoiceField(
        label=gettext_lazy("What is lost"),
        widget=forms.RadioSelect,
        choices=[
            (Lost.FACTORS, gettext_lazy("Phone and printed codes")),
            (Lost.KEYS, gettext_lazy("Passphrase and printed words")),
            (Lost.ALL, gettext_lazy("All of it")),
        ],
        error_messages={
            "required": gettext_lazy("Choose what is lost."),
            "invalid_choice": gettext_lazy("Choose one of the answers shown."),
        },
    )
    member = forms.ChoiceField(
        label=gettext_lazy("Who lost it"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose a helper."),
            "invalid_choice": gettext_lazy("Choose one of the helpers shown."),
        },
    )

    def __init__(self, *args: Any, members: Sequence[tuple[str, str]], leads: bool, **more: Any) -> None:
        """``members``: random id and name of each; ``leads``: whether the reader leads the team."""
        super().__init__(*args, **more)
        field = self.fields["member"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(members)
        if not leads:
            del self.fields["lost"]

    def clean(self) -> dict[str, Any]:
        """The phone, where nothing else could be chosen."""
        cleaned = super().clean() or {}
        return cleaned if "lost" in self.fields else {**cleaned, "lost": Lost.FACTORS}


class ComebackForm(PlainForm):
    """A new passphrase, typed by its owner, and the shares, typed by those who hold them."""

    passphrase = NewPassphraseField()
    shares = forms.CharField(
        label=gettext_lazy("Shares of the key of last resort"),
        help_text=gettext_lazy(
            "One share a line. Without shares everything must be given to this helper again."
        ),
        required=False,
        max_length=9_000,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off", "autocapitalize": "none"}),
        error_messages={"max_length": gettext_lazy("This is more than nine shares. Write one share a line.")},
    )

    def clean_shares(self) -> tuple[str, ...]:
        """The shares, one a line."""
        return tuple(line.strip() for line in str(self.cleaned_data["shares"]).splitlines() if line.strip())

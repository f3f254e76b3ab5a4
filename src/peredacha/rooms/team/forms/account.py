"""What is asked on the pages of the own account."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peredacha.design.forms import PlainForm
from peredacha.design.inputs import NewPassphraseField, code_field, passphrase_field
from peredacha.rooms.team.forms.fields import label_field, name_field, spoken_field


class NameForm(PlainForm):
    """The name that the team sees."""

    name = name_field()


class SureForm(PlainForm):
    """The passphrase once more, before something that could lock its owner out."""

    passphrase = passphrase_field(label=_("Your passphrase once more"))


class NewPassphraseForm(PlainForm):
    """A new passphrase."""

    passphrase = NewPassphraseField()


class AppForm(PlainForm):
    """The first code of an app."""

    code = code_field(help_text=_("Six digits that the app shows now."))


class NewAppForm(AppForm):
    """One more app, and how its owner calls it."""

    label = label_field()


class NewPhoneForm(AppForm):
    """What two colleagues said by voice, and the first code of the new app; gives ``spoken`` and ``typed``."""

    first = spoken_field(_("The code that one colleague told you"))
    second = spoken_field(_("The code that the other colleague told you"))
    field_order = ("first", "second", "code")

    def clean(self) -> dict[str, Any]:
        """The codes as the services want them."""
        cleaned = super().clean() or {}
        spoken = (cleaned.get("first", ""), cleaned.get("second", ""))
        return {"spoken": spoken, "typed": cleaned.get("code", "")}


class PasskeyForm(PlainForm):
    """What the browser made, and how its owner calls it."""

    label = label_field()
    answer = forms.CharField(
        max_length=20_000,
        widget=forms.HiddenInput,
        error_messages={
            "required": _("The browser made no passkey. Try once more, or use an app."),
            "max_length": _("The browser made no passkey. Try once more, or use an app."),
        },
    )

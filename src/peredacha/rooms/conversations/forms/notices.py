"""Where and how often a helper hears that there is something to read."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import Option


class NoticeForm(forms.Form):
    """How often, where, and in which language."""

    use_required_attribute = False
    rhythm = forms.ChoiceField(
        label=_("How often"),
        choices=[
            ("off", Option(_("Not at all"))),
            ("hourly", Option(_("Soon"), _("Once an hour at most."))),
            ("daily", Option(_("Once a day"), _("In the morning."))),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one line."), "invalid_choice": _("Choose one line.")},
    )
    address = forms.EmailField(
        label=_("Your mail address"),
        help_text=_(
            "Better not the one that everybody knows. Your mail provider sees that letters come from here."
        ),
        required=False,
        max_length=190,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": _("Write the mail address whole, for example anna@example.org.")},
    )
    language = forms.ChoiceField(
        label=_("Language of the letters"),
        choices=[("ru", Option("Русский")), ("en", Option("English"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one line."), "invalid_choice": _("Choose one line.")},
    )

    def clean(self) -> dict[str, Any]:
        """Without an address there is nowhere to write."""
        told = super().clean() or {}
        if told.get("rhythm") in ("hourly", "daily") and "address" in told and not told["address"]:
            self.add_error(
                "address", ValidationError(_("Write where the letters go, or choose “Not at all”."))
            )
        return told

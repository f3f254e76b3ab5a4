"""The code of eight words: typed to come back, and two of them typed once so that the card is surely written."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from peredacha.core.language import speak
from peredacha.core.sealing import ReturnCode, UnreadableCode, read_code
from peredacha.design.forms import OnceForm
from peredacha.design.typed_back import CardForm


def busy() -> str:
    """What to say when too many come at once."""
    return gettext("Many people are coming in at this moment. Press the button once more in a minute.")


class CodeForm(OnceForm):
    """The eight words; gives ``code``, and ``once``: sent twice it is one visit."""

    code = forms.CharField(
        label=_("Your eight words"),
        help_text=_("In this order. Capital letters, ё or е, spaces and hyphens do not matter."),
        max_length=400,
        widget=forms.Textarea(
            attrs={"rows": 3, "autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}
        ),
        error_messages={
            "required": _("Write the eight words from your card."),
            "max_length": _("Write the eight words from your card."),
        },
    )

    @property
    def wrong(self) -> str:
        """The same for every code that opens nothing."""
        return gettext("These words open nothing. Check each word and their order on your card.")

    def wait(self, minutes: int) -> str:
        """What to say after many wrong codes."""
        return ngettext(
            "Too many wrong words. Wait %(minutes)s minute, then try again.",
            "Too many wrong words. Wait %(minutes)s minutes, then try again.",
            minutes,
        ) % {"minutes": minutes}

    def clean_code(self) -> ReturnCode:
        """The code, or which word is not in the list."""
        try:
            return read_code(self.cleaned_data["code"])
        except UnreadableCode as error:
            raise ValidationError(speak(error.said, (get_language() or "ru")[:2])) from error


class WordsBackForm(CardForm):
    """Two of the eight words typed back, so that the card is surely written."""

    asks = _("Write word number %(number)s from your card.")
    differs = _("This is not word number %(number)s. Look at your card again.")

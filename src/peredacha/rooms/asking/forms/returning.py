"""The code of eight words: typed to come back, and two of them typed once so that the card is surely written."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from peredacha.core.language import speak
from peredacha.core.sealing import ReturnCode, UnreadableCode, read_code
from peredacha.design.forms import OnceForm


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


class WordsBackForm(forms.Form):
    """Two of the eight words typed back, so that the card is surely written."""

    def __init__(self, words: tuple[str, ...], data: Any = None) -> None:
        """``words``: the whole code; the second and the seventh are asked."""
        super().__init__(data, use_required_attribute=False)
        self.words = words
        for number in (2, 7):
            self.fields[f"word_{number}"] = forms.CharField(
                label=gettext("Word number %(number)s") % {"number": number},
                max_length=40,
                widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off", "size": 20}),
                error_messages={
                    "required": gettext("Write word number %(number)s from your card.") % {"number": number},
                    "max_length": gettext("Write word number %(number)s from your card.")
                    % {"number": number},
                },
            )

    def clean(self) -> dict[str, Any]:
        """Each must be the word at its place; case and ё/е do not matter."""
        data = super().clean() or {}
        for number in (2, 7):
            typed = data.get(f"word_{number}")
            if typed and folded(typed) != folded(self.words[number - 1]):
                self.add_error(
                    f"word_{number}",
                    gettext("This is not word number %(number)s. Look at your card again.")
                    % {"number": number},
                )
        return data


def folded(word: str) -> str:
    """A word without case and with е for ё."""
    return word.strip().casefold().replace("ё", "е")

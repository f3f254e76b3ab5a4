"""Two of the eight words, read back by the caller."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

ASKED = (2, 7)


class WordsBackForm(forms.Form):
    """Two words typed back, so that the card at the other end is surely written."""

    def __init__(self, words: tuple[str, ...], data: Any = None) -> None:
        """``words``: the whole code; the second and the seventh are asked."""
        super().__init__(data, use_required_attribute=False)
        self.words = words
        for number in ASKED:
            says = _("Ask for word number %(number)s and write it.") % {"number": number}
            self.fields[f"word_{number}"] = forms.CharField(
                label=_("Word number %(number)s") % {"number": number},
                max_length=40,
                widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off", "size": 20}),
                error_messages={"required": says, "max_length": says},
            )

    def clean(self) -> dict[str, Any]:
        """Each must be the word at its place; case and ё/е do not matter."""
        data = super().clean() or {}
        for number in ASKED:
            typed = data.get(f"word_{number}")
            if typed and folded(typed) != folded(self.words[number - 1]):
                self.add_error(
                    f"word_{number}",
                    _("This is not word number %(number)s. Read all eight to the caller once more.")
                    % {"number": number},
                )
        return data


def folded(word: str) -> str:
    """A word without case and with е for ё."""
    return word.strip().casefold().replace("ё", "е")

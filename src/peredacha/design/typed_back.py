"""Words typed back from a paper, so that they are surely written on it."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from peredacha.design.forms import PlainForm

ASKED = (2, 7)
"""Which of the eight words of a card are asked, counted from 1."""


def word_field(number: int, says: str, longer: str) -> forms.CharField:
    """One word by its ``number`` on the paper; ``says`` what to do when it is empty, ``longer`` when it is not one."""
    return forms.CharField(
        label=_("Word number %(number)s") % {"number": number},
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "size": 14}),
        error_messages={"required": says, "max_length": longer},
    )


class TypedBackForm(PlainForm):
    """Some words of a paper, typed back; gives ``words`` in their order. Whether they are right is not looked at."""

    def __init__(self, *args: Any, places: Sequence[int], **more: Any) -> None:
        """``places`` count from 0."""
        super().__init__(*args, **more)
        for place in places:
            says = _("Write word number %(number)s from your paper.") % {"number": place + 1}
            self.fields[f"word_{place}"] = word_field(place + 1, says, _("Write one word only."))

    def clean(self) -> dict[str, Any]:
        """The words in the order of their places."""
        cleaned = super().clean() or {}
        return {**cleaned, "words": tuple(cleaned.get(name, "") for name in self.fields)}


class CardForm(PlainForm):
    """Two of the eight words of a card, each compared with the word at its place."""

    asks: ClassVar[Promise]
    """What to do when a word is missing, with ``number``."""
    differs: ClassVar[Promise]
    """What to do when it is another word, with ``number``."""

    def __init__(self, words: tuple[str, ...], data: Any = None) -> None:
        """``words``: the whole card."""
        super().__init__(data)
        self.words = words
        for number in ASKED:
            says = str(self.asks) % {"number": number}
            self.fields[f"word_{number}"] = word_field(number, says, says)

    def clean(self) -> dict[str, Any]:
        """Each must be the word at its place; case and ё/е do not matter."""
        data = super().clean() or {}
        for number in ASKED:
            typed = data.get(f"word_{number}")
            if typed and folded(typed) != folded(self.words[number - 1]):
                self.add_error(f"word_{number}", str(self.differs) % {"number": number})
        return data


def folded(word: str) -> str:
    """A word without case and with е for ё."""
    return word.strip().casefold().replace("ё", "е")

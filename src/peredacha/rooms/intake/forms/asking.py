"""Asking for a person: what is needed, how to reach, in own words, and the code to come back with."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from peredacha.core.language import speak
from peredacha.core.sealing import ReturnCode, UnreadableCode, read_code
from peredacha.design.fields import Option

ASKS = (
    ("person", Option(gettext_lazy("Somebody who went through this"), gettext_lazy("A relative like you, further along the same road."))),
    ("lawyer", Option(gettext_lazy("Legal advice"))),
    ("whereabouts", Option(gettext_lazy("Help to find out where he or she is"))),
    ("parcel", Option(gettext_lazy("A parcel or a visit"))),
    ("letter", Option(gettext_lazy("Letters to the person inside"))),
    ("other", Option(gettext_lazy("Something else"))),
)  # fmt: skip
WAYS = (
    ("none", Option(gettext_lazy("Do not contact me: I will come back myself"), gettext_lazy("You get a code of eight words. It is enough."))),
    ("phone", Option(gettext_lazy("By telephone"))),
    ("mail", Option(gettext_lazy("By e-mail"))),
    ("messenger", Option(gettext_lazy("By a messenger"))),
)  # fmt: skip
LONGEST_WORDS = 8_000


class NeedsForm(forms.Form):
    """What the family asks for, and whether somebody is in danger."""

    asks = forms.MultipleChoiceField(
        label=gettext_lazy("What would help you now?"),
        help_text=gettext_lazy("Tick everything that fits."),
        choices=ASKS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Tick at least one line; “Something else” is enough.")},
    )
    danger = forms.MultipleChoiceField(
        label=gettext_lazy("Is somebody in danger at this moment?"),
        choices=[("yes", Option(gettext_lazy("Yes: life or health is in danger now"), gettext_lazy("Beaten, ill without medicine, on hunger strike, threatened.")))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )  # fmt: skip

    def clean_danger(self) -> bool:
        """Whether it was ticked."""
        return bool(self.cleaned_data["danger"])


class ReachForm(forms.Form):
    """How the family wants to be reached; not at all is a good answer."""

    way = forms.ChoiceField(
        label=gettext_lazy("How may we reach you?"),
        choices=WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose one line; the first one is enough.")},
    )
    value = forms.CharField(
        label=gettext_lazy("Number, address or name there"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 30}),
        error_messages={
            "max_length": gettext_lazy("This is too long: write the number or the address only.")
        },
    )
    when_safe = forms.CharField(
        label=gettext_lazy("When is it safe to contact you?"),
        help_text=gettext_lazy("For example: after 7 in the evening, never from unknown numbers."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 30}),
        error_messages={"max_length": gettext_lazy("Write it shorter: a few words are enough.")},
    )
    notices = forms.MultipleChoiceField(
        label=gettext_lazy("Letters to your e-mail"),
        choices=[("yes", Option(gettext_lazy("Write me when there is an answer"), gettext_lazy("The letter only says “There is something new”: no name, no content.")))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A way needs its number or address."""
        data = super().clean() or {}
        if data.get("way") not in (None, "none") and not data.get("value", "").strip():
            self.add_error("value", _("Write the number or the address, or choose “Do not contact me”."))
        if data.get("way") == "mail" and data.get("value") and "@" not in data["value"]:
            self.add_error("value", _("An e-mail address has an @ in it: check what is written."))
        data["notices"] = bool(data.get("notices")) and data.get("way") == "mail"
        return data


class SendForm(forms.Form):
    """The last page before sending: own words, a name to be called by, and the sealed ticket of the form."""

    words = forms.CharField(
        label=gettext_lazy("In your own words, if you like"),
        help_text=gettext_lazy("What worries you most? You may leave this empty."),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "max_length": gettext_lazy(
                "This is longer than one message can hold: send the first part now, the rest after."
            )
        },
    )
    name = forms.CharField(
        label=gettext_lazy("How shall we call you?"),
        help_text=gettext_lazy("Any name: it need not be yours."),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 30}),
        error_messages={"max_length": gettext_lazy("Write it shorter: a few words are enough.")},
    )
    excluded = forms.CharField(
        label=gettext_lazy("Is there anybody who must not read this?"),
        help_text=gettext_lazy("Somebody of our helpers whom you know and do not trust with it."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 30}),
        error_messages={"max_length": gettext_lazy("Write it shorter: a few words are enough.")},
    )
    ticket = forms.CharField(widget=forms.HiddenInput, required=False)

    @property
    def too_old(self) -> str:
        """What to say when the form was open for too long, or was sent before."""
        return _(
            "This page was open too long or was sent before. Everything you typed is still here: press Send once more."
        )

    @property
    def busy(self) -> str:
        """What to say when too many come at once."""
        return _(
            "Many people are writing to us at this moment. Everything you typed is still here: press Send once more in a minute."
        )


class CodeForm(forms.Form):
    """The eight words; gives ``code``."""

    code = forms.CharField(
        label=gettext_lazy("Your eight words"),
        help_text=gettext_lazy("In this order. Capital letters, ё or е, spaces and hyphens do not matter."),
        max_length=400,
        widget=forms.Textarea(
            attrs={"rows": 3, "autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}
        ),
        error_messages={
            "required": gettext_lazy("Write the eight words from your card."),
            "max_length": gettext_lazy("Write the eight words from your card."),
        },
    )

    @property
    def wrong(self) -> str:
        """The same for every code that opens nothing."""
        return _("These words open nothing. Check each word and their order on your card.")

    @property
    def busy(self) -> str:
        """What to say when too many come at once."""
        return _("Many people are coming in at this moment. Press the button once more in a minute.")

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
                label=_("Word number %(number)s") % {"number": number},
                max_length=40,
                widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off", "size": 20}),
                error_messages={
                    "required": _("Write word number %(number)s from your card.") % {"number": number},
                    "max_length": _("Write word number %(number)s from your card.") % {"number": number},
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
                    _("This is not word number %(number)s. Look at your card again.") % {"number": number},
                )
        return data


def folded(word: str) -> str:
    """A word without case and with е for ё."""
    return word.strip().casefold().replace("ё", "е")

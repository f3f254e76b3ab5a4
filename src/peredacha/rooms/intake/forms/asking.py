"""Asking for a person: what is needed, how to reach, in own words, and the code to come back with."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from peredacha.core.language import speak
from peredacha.core.sealing import ReturnCode, UnreadableCode, read_code
from peredacha.design.fields import Option

THROUGH = Option(_("Somebody who went through this"), _("A relative like you, further along the same road."))
ASKS = (
    ("person", THROUGH),
    ("lawyer", Option(_("Legal advice"))),
    ("whereabouts", Option(_("Help to find out where he or she is"))),
    ("parcel", Option(_("A parcel or a visit"))),
    ("letter", Option(_("Letters to the person inside"))),
    ("other", Option(_("Something else"))),
)
ALONE = Option(
    _("Do not contact me: I will come back myself"), _("You get a code of eight words. It is enough.")
)
WAYS = (
    ("none", ALONE),
    ("phone", Option(_("By telephone"))),
    ("mail", Option(_("By e-mail"))),
    ("messenger", Option(_("By a messenger"))),
)
IN_DANGER = Option(
    _("Yes: life or health is in danger now"),
    _("Beaten, ill without medicine, on hunger strike, threatened."),
)
NOTICE = Option(
    _("Write me when there is an answer"),
    _("The letter only says “There is something new”: no name, no content."),
)
LONGEST_WORDS = 8_000


class NeedsForm(forms.Form):
    """What the family asks for, and whether somebody is in danger."""

    asks = forms.MultipleChoiceField(
        label=_("What would help you now?"),
        help_text=_("Tick everything that fits."),
        choices=ASKS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one line; “Something else” is enough.")},
    )
    danger = forms.MultipleChoiceField(
        label=_("Is somebody in danger at this moment?"),
        choices=[("yes", IN_DANGER)],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def clean_danger(self) -> bool:
        """Whether it was ticked."""
        return bool(self.cleaned_data["danger"])


class ReachForm(forms.Form):
    """How the family wants to be reached; not at all is a good answer."""

    way = forms.ChoiceField(
        label=_("How may we reach you?"),
        choices=WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one line; the first one is enough.")},
    )
    value = forms.CharField(
        label=_("Number, address or name there"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 30}),
        error_messages={"max_length": _("This is too long: write the number or the address only.")},
    )
    when_safe = forms.CharField(
        label=_("When is it safe to contact you?"),
        help_text=_("For example: after 7 in the evening, never from unknown numbers."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 30}),
        error_messages={"max_length": _("Write it shorter: a few words are enough.")},
    )
    notices = forms.MultipleChoiceField(
        label=_("Letters to your e-mail"),
        choices=[("yes", NOTICE)],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """A way needs its number or address."""
        data = super().clean() or {}
        if data.get("way") not in (None, "none") and not data.get("value", "").strip():
            self.add_error(
                "value", gettext("Write the number or the address, or choose “Do not contact me”.")
            )
        if data.get("way") == "mail" and data.get("value") and "@" not in data["value"]:
            self.add_error("value", gettext("An e-mail address has an @ in it: check what is written."))
        data["notices"] = bool(data.get("notices")) and data.get("way") == "mail"
        return data


class SendForm(forms.Form):
    """The last page before sending: own words, a name to be called by, and the sealed ticket of the form."""

    words = forms.CharField(
        label=_("In your own words, if you like"),
        help_text=_("What worries you most? You may leave this empty."),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "max_length": _(
                "This is longer than one message can hold: send the first part now, the rest after."
            )
        },
    )
    name = forms.CharField(
        label=_("How shall we call you?"),
        help_text=_("Any name: it need not be yours."),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 30}),
        error_messages={"max_length": _("Write it shorter: a few words are enough.")},
    )
    excluded = forms.CharField(
        label=_("Is there anybody who must not read this?"),
        help_text=_("Somebody of our helpers whom you know and do not trust with it."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 30}),
        error_messages={"max_length": _("Write it shorter: a few words are enough.")},
    )
    ticket = forms.CharField(widget=forms.HiddenInput, required=False)

    @property
    def too_old(self) -> str:
        """What to say when the form was open for too long, or was sent before."""
        return gettext(
            "This page was open too long or was sent before. Everything you typed is still here: press Send once more."
        )

    @property
    def nobody(self) -> str:
        """What to say when no reception can take the request at this moment."""
        return gettext(
            "Nobody can take your request at this moment. What you typed is still here: keep it, and try again later."
        )

    @property
    def busy(self) -> str:
        """What to say when too many come at once."""
        return gettext(
            "Many people are writing to us at this moment. "
            "Everything you typed is still here: press Send once more in a minute."
        )


class CodeForm(forms.Form):
    """The eight words; gives ``code``."""

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

    @property
    def busy(self) -> str:
        """What to say when too many come at once."""
        return gettext("Many people are coming in at this moment. Press the button once more in a minute.")

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

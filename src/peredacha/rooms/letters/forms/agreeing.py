"""A yes to letters, and the card for who writes them."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from peredacha.design.forms import PlainForm
from peredacha.design.numbers import TOO_LONG
from peredacha.rooms.letters.models import Card, Consent

CHOOSE = _("Choose one of the lines shown.")
LANGUAGES = {"ru": _("Russian"), "en": _("English")}
YES = [
    ("prisoner", _("The person inside knows and agrees")),
    ("family", _("I cannot ask now; I say it for the person")),
]


def lines(label: Any, hint: Any, most: int = 500) -> forms.CharField:
    """A few lines that may stay empty."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )


class AgreeForm(PlainForm):
    """Gives a card and a consent; the fields of the card bear its names."""

    says = forms.ChoiceField(
        label=_("Who says yes to letters from people outside?"),
        choices=YES,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    alias = forms.CharField(
        label=_("Under which name shall they write?"),
        help_text=_(
            "Not the real one: those who write learn no name and no place. Tell it to the person inside."
        ),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Choose a name that is not the real one."), "max_length": TOO_LONG},
    )
    language = forms.ChoiceField(
        label=_("In which language?"),
        choices=[(key, LANGUAGES.get(key, name)) for key, name in settings.LANGUAGES],
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    interests = lines(_("What to write about?"), _("Books, football, cats, the sea. You may leave it empty."))
    silent_on = lines(_("What not to write about?"), _("What hurts, or may do harm. You may leave it empty."))
    place_rules = lines(
        _("What does this place not let through?"),
        _("Without the name of the place. You may leave it empty."),
    )
    pages = forms.IntegerField(
        label=_("How many pages does it let through at once?"),
        help_text=_("Leave it empty if you do not know."),
        required=False,
        min_value=1,
        max_value=20,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Write the pages as a number, for example 2.")
        ),
    )

    @property
    def card(self) -> Card:
        """What the writers read."""
        told = {name: self.cleaned_data[name] for name in asdict(Card()) if name != "pages"}
        return Card(**told, pages=self.cleaned_data["pages"] or 0)

    @property
    def consent(self) -> Consent:
        """Who said yes."""
        return Consent(self.cleaned_data["says"])

    def refuse_name(self, where: str) -> None:
        """Say that the real name stands in a field."""
        self.add_error(where, _("The real name stands here: take it out, so that nobody learns it."))

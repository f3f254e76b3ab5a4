"""The three questions of the risk step, and what begins it."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import DayField, Option
from peredacha.design.forms import PlainForm

UNKNOWN = "?"
CHOOSE = _("Choose one of the lines shown.")
TOO_LONG = _("This is too long: keep what matters most.")
HOLDS = timedelta(days=30)
LONGEST = 1_000


def one_of(*choices: tuple[str, Any], label: Any) -> forms.ChoiceField:
    """One line of several, as radios."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )


def few_words(label: Any, hint: Any = "", rows: int = 3) -> forms.CharField:
    """Some words that may be left out."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"max_length": TOO_LONG},
    )


class BeginForm(PlainForm):
    """About what the step is: a paper by its random name, or "publicity"; its filing; where to lead afterwards."""

    about = forms.CharField(max_length=40, error_messages={"required": CHOOSE})
    filing = forms.CharField(required=False, max_length=80)
    next = forms.CharField(required=False, max_length=400)

    def clean_about(self) -> str:
        """A random name, or the one word."""
        about = str(self.cleaned_data["about"])
        if about == "publicity":
            return about
        try:
            return str(UUID(about))
        except ValueError:
            raise ValidationError(gettext("Choose one of the lines shown.")) from None


class HarmForm(PlainForm):
    """What may be done to him."""

    harm_words = few_words(_("In your own words"), _("You may leave this empty."))

    def __init__(self, *args: Any, harms: list[tuple[str, str]], **more: Any) -> None:
        """``harms``: what the land knows, key and words."""
        super().__init__(*args, **more)
        self.fields["harms"] = forms.MultipleChoiceField(
            label=gettext("What may they do to him?"),
            help_text=gettext(
                "For this complaint, or for this story. Tick what you fear, or say that you do not know."
            ),
            choices=[*harms, (UNKNOWN, gettext("I don't know"))],
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": CHOOSE},
        )

    def clean_harms(self) -> tuple[str, ...]:
        """What is known goes before "I don't know"."""
        told = tuple(self.cleaned_data["harms"])
        return tuple(one for one in told if one != UNKNOWN) or told

    def clean(self) -> dict[str, Any]:
        """One tick or one word."""
        data = super().clean() or {}
        if not (self.errors or data.get("harms") or data.get("harm_words")):
            self.add_error("harms", gettext("Tick a line or write a word. “I don't know” is an answer too."))
        return data


class SeenForm(PlainForm):
    """Who from outside sees him within a week."""

    seen_by = one_of(
        ("lawyer", _("A lawyer")),
        ("visit", _("One of the family, at a visit")),
        ("monitors", _("The public monitoring commission")),
        ("nobody", _("Nobody")),
        (UNKNOWN, _("I don't know")),
        label=_("Who sees him within a week?"),
    )
    seen_on = DayField(label=_("On which day?"), help_text=_("Needed if somebody comes."), required=False)

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        """``today`` is the first day that can be meant."""
        super().__init__(*args, **more)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """A day that is still to come, where somebody comes."""
        data = super().clean() or {}
        on, by = data.get("seen_on"), data.get("seen_by")
        if by in (None, "nobody", UNKNOWN):
            return data | {"seen_on": ""}
        if on and on < self.today:
            self.add_error(
                "seen_on", gettext("This day is over: write the next day on which somebody sees him.")
            )
        elif not on and "seen_on" not in self.errors:
            self.add_error("seen_on", gettext("Write the day. If nobody knows it, choose “I don't know”."))
        return data | {"seen_on": on.isoformat() if on else ""}


class ConsentForm(PlainForm):
    """Whether he agrees: his own yes goes before the family's."""

    agrees = one_of(
        ("yes", _("Yes, he said so himself")),
        ("no", _("No")),
        ("not_asked", _("He was not asked yet")),
        (
            "cannot_ask",
            Option(
                _("He cannot be asked: the family decides"),
                _("Only where nobody reaches him: no lawyer, no letter, no visit."),
            ),
        ),
        label=_("Does he agree?"),
    )
    agreed_how = few_words(
        _("How do you know it? Or why can he not be asked?"),
        _("For example: he told the lawyer; he wrote it in a letter."),
    )
    agreed_on = DayField(label=_("When did he say it?"), help_text=_("Needed for a yes."), required=False)

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        """``today`` is the last day that can be meant."""
        super().__init__(*args, **more)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """A yes has its day and its source; a reason stands where he cannot be asked."""
        data = super().clean() or {}
        on, agrees = data.get("agreed_on"), data.get("agrees")
        if agrees in ("yes", "cannot_ask") and not data.get("agreed_how") and "agreed_how" not in self.errors:
            sentences = {
                "yes": gettext("Write how you know it: a few words are enough."),
                "cannot_ask": gettext("Write why nobody can ask him: a few words are enough."),
            }
            self.add_error("agreed_how", sentences[agrees])
        if agrees == "yes" and "agreed_on" not in self.errors:
            self.check_day(on)
        keeps = on if agrees in ("yes", "no") else None
        return data | {"agreed_on": keeps.isoformat() if keeps else ""}

    def check_day(self, on: date | None) -> None:
        """A yes is not of tomorrow, and not too old."""
        if on is None:
            self.add_error(
                "agreed_on", gettext("Write the day on which he said yes. Roughly is good enough.")
            )
        elif on > self.today:
            self.add_error(
                "agreed_on", gettext("This day is still to come: write the day on which he said it.")
            )
        elif on < self.today - HOLDS:
            self.add_error(
                "agreed_on",
                gettext(
                    "This yes is older than 30 days. Ask him again; until then choose “He was not asked yet”."
                ),
            )

"""The first look: four questions, one a page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.design.asking import radios, ticks
from peredacha.design.fields import DayField, Option
from peredacha.design.forms import PlainForm
from peredacha.design.numbers import line
from peredacha.design.wording import words
from peredacha.rooms.mailroom.models import ASKS, WRITERS
from peredacha.rooms.mailroom.selectors import terms_to_file

FIRST_YEAR, LAST_YEAR = 1900, 2100


class LookForm(PlainForm):
    """One question; ``initial`` is what was answered before."""

    def __init__(self, data: Any = None, *, today: date, initial: Mapping[str, Any] | None = None) -> None:
        """``today``: the last day that can be meant."""
        super().__init__(data, initial=dict(initial or {}))
        self.today = today

    @property
    def told(self) -> dict[str, Any]:
        """The answer as it is kept: days as ISO text, nothing as an empty text."""
        clean = {key: "" if value is None else value for key, value in self.cleaned_data.items()}
        return {key: value.isoformat() if isinstance(value, date) else value for key, value in clean.items()}


class DangerForm(LookForm):
    """Danger first."""

    value = radios(
        _("Is somebody's life or health in danger?"),
        [
            (
                "yes",
                Option(_("Yes"), _("Beaten, ill without medicine, on hunger strike, threatened, farewell.")),
            ),
            ("no", _("No")),
        ],
    )


class PaperForm(LookForm):
    """A paper of a court or an office with which a term began."""

    value = radios(
        _("Is there a paper after which a term runs?"),
        [("yes", _("Yes")), ("no", _("No"))],
        _("A verdict, an order, a refusal, a fine: lying in the letter or told of in it."),
    )
    on = DayField(
        label=_("On which day did he get the paper in his hands?"),
        help_text=_(
            "The term runs from that day, not from the day of the letter. Leave it empty if nobody knows."
        ),
        required=False,
        first_year=2000,
    )
    rule = forms.ChoiceField(label=_("Which term is it?"), required=False)
    what = line(_("Which paper"), _("For example: a copy of the verdict."), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        """The terms come from the land."""
        super().__init__(*args, **more)
        terms = [(one.id, words(one.title)) for one in terms_to_file(self.today)]
        self.fields["rule"].choices = [("", gettext("I don't know")), *terms]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """No day ahead; where there is no paper, nothing of it is kept."""
        data = super().clean() or {}
        if data.get("value") == "no":
            return {"value": "no"}
        if data.get("on") and data["on"] > self.today:
            self.add_error("on", gettext("This day has not come yet. Check the year."))
        return data


class AsksForm(LookForm):
    """What is asked for."""

    asks = ticks(
        _("What does the letter ask for?"),
        ASKS,
        needed=_("Tick what it asks for, or “Nothing”."),
    )


class WhoForm(LookForm):
    """Who writes, and about whom."""

    writer = radios(_("Who writes?"), WRITERS)
    who = line(
        _("Who is inside"),
        _("Surname, given name, patronymic in one line, as it stands in the letter."),
        required=False,
    )
    birth_year = forms.IntegerField(
        label=_("Year of birth"),
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=forms.TextInput(attrs={"size": 4, "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            name: _("Write the year with four figures, for example 1987.")
            for name in ("invalid", "min_value", "max_value")
        },
    )
    place = line(_("Where he is"), _("The address on the envelope, in a few words."), required=False)
    name = line(
        _("How shall we call who writes"),
        _("Only if somebody else than the person inside writes."),
        required=False,
        longest=60,
    )
    words = line(
        _("The letter in a few words"),
        _("If there are no photos. The family can read this part later."),
        rows=4,
        required=False,
        longest=4_000,
    )


LOOKS: dict[str, type[LookForm]] = {
    "danger": DangerForm,
    "paper": PaperForm,
    "asks": AsksForm,
    "who": WhoForm,
}
"""The form of each question."""

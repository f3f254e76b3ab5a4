"""Rows of a roll: typed, pasted, ticked."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.core.linkage import read_name

SHORTER = {"max_length": gettext_lazy("Write it shorter: a few words are enough.")}
WRONG_CHOICE = {"invalid_choice": gettext_lazy("Choose one of the lines.")}
LAWYER = (
    ("", gettext_lazy("Not told")),
    ("yes", gettext_lazy("Has a lawyer")),
    ("no", gettext_lazy("No lawyer")),
)
STATES = (
    ("unknown", gettext_lazy("Not confirmed")),
    ("found", gettext_lazy("Found there")),
    ("released", gettext_lazy("Released")),
    ("charged", gettext_lazy("Charged")),
)
WRONG_AGE = dict.fromkeys(
    ("invalid", "min_value", "max_value"), gettext_lazy("Write a number, for example 34.")
)
MOST_SIGNS = 100_000
MOST_DIGITS = 8


def line(label: Any, *, most: int) -> forms.CharField:
    """One line of text that may stay empty."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=most,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 30}),
        error_messages=SHORTER,
    )


class RowForm(forms.Form):
    """One person; the name in one line with the year of birth, if it is known."""

    who = forms.CharField(
        label=gettext_lazy("Who"),
        help_text=gettext_lazy("Surname, given name, patronymic, year of birth: what you know."),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 30}),
        error_messages={**SHORTER, "required": gettext_lazy("Write the name, or any sign of the person.")},
    )
    age = forms.IntegerField(
        label=gettext_lazy("Age"),
        required=False,
        min_value=1,
        max_value=120,
        widget=forms.TextInput(attrs={"size": 4, "inputmode": "numeric", "autocomplete": "off"}),
        error_messages=WRONG_AGE,
    )
    station = line(gettext_lazy("Police station"), most=120)
    lawyer = forms.ChoiceField(
        label=gettext_lazy("Lawyer"), choices=LAWYER, required=False, error_messages=WRONG_CHOICE
    )
    state = forms.ChoiceField(
        label=gettext_lazy("What is known"), choices=STATES, required=False, error_messages=WRONG_CHOICE
    )
    note = line(gettext_lazy("A note"), most=500)
    ticket = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None) -> None:
        """``initial``: the row as it stands, or the station of the page."""
        super().__init__(data, initial={"ticket": uuid4(), **(initial or {})}, use_required_attribute=False)

    def ready_to_type(self) -> "RowForm":
        """The same form with the cursor in its first line."""
        self.fields["who"].widget.attrs["autofocus"] = True
        return self

    def clean_ticket(self) -> UUID:
        """The random number of the form."""
        return self.cleaned_data["ticket"] or uuid4()

    @property
    def changes(self) -> dict[str, Any]:
        """The fields of a row, from what was typed."""
        data, named = self.cleaned_data, read_name(self.cleaned_data["who"])
        return {
            "surname": named.surname,
            "given": named.given,
            "patronymic": named.patronymic,
            "birth_year": named.birth_year,
            "typed": data["who"].strip(),
            "age": data["age"],
            "station": " ".join(data["station"].split()),
            "lawyer": data["lawyer"],
            "state": data["state"] or "unknown",
            "note": data["note"].strip(),
        }


class TapForm(forms.Form):
    """One tap of a roll-call: ``tap`` names the row, the version that was seen, and what is known now."""

    tap = forms.CharField(max_length=80)

    def clean_tap(self) -> tuple[UUID, int, str]:
        """Row, version, state."""
        row, _colon, rest = self.cleaned_data["tap"].partition(":")
        seen, _colon, state = rest.partition(":")
        if not (seen.isascii() and seen.isdecimal() and len(seen) < MOST_DIGITS) or state not in dict(STATES):
            raise ValidationError("tap")
        try:
            return UUID(row), int(seen), state
        except ValueError as error:
            raise ValidationError("tap") from error


class PasteForm(forms.Form):
    """A pasted list; ``sure`` once the reading was looked at."""

    text = forms.CharField(
        label=gettext_lazy("The list, as it came"),
        help_text=gettext_lazy("One person a line; a line with the name of a police station is a heading."),
        max_length=MOST_SIGNS,
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={
            "required": gettext_lazy("Paste the list first."),
            "max_length": gettext_lazy(
                "This list is too long for one time: paste the first half, then the rest."
            ),
        },
    )
    station = line(gettext_lazy("Police station, where the list names none"), most=120)
    sure = forms.CharField(required=False, max_length=3, widget=forms.HiddenInput)
    ticket = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None) -> None:
        """``data``: what was sent."""
        super().__init__(data, initial={"ticket": uuid4()}, use_required_attribute=False)

    def clean_ticket(self) -> UUID:
        """The random number of the form."""
        return self.cleaned_data["ticket"] or uuid4()


class CloseForm(forms.Form):
    """Which people become ordinary matters; at most 150 at a time."""

    row = forms.MultipleChoiceField(
        choices=[],
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Tick at least one person."),
            "invalid_choice": gettext_lazy(
                "Somebody changed the list meanwhile. Look at it and tick once more."
            ),
        },
    )
    sure = forms.CharField(required=False, max_length=3)

    def __init__(self, rows: list[tuple[str, str]], data: Any = None) -> None:
        """``rows``: id and name of everybody who can be ticked."""
        super().__init__(data, use_required_attribute=False)
        row = self.fields["row"]
        row.choices = rows  # type: ignore[attr-defined]
        row.label = _("Who becomes a matter")


class UndoForm(forms.Form):
    """Which closing is undone."""

    batch = forms.RegexField(r"^[0-9a-f]{32}$")


class RollStateForm(forms.Form):
    """Whether a roll is closed or opened again."""

    state = forms.ChoiceField(choices=[("open", "open"), ("closed", "closed")])

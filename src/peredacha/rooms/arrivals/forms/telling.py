"""A call in two minutes; letters ask for a little more. The order of the fields is the order of the keyboard."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.design.fields import DayField, Option
from peredacha.rooms.mentoring.selectors import kin_choices, language_choices, region_choices, stage_choices

LONGEST_WORDS = 12_000
NEW = "new"
SHORTER = {"max_length": gettext_lazy("Write it shorter: a few words are enough.")}
WRONG_CHOICE = {"invalid_choice": gettext_lazy("Choose one of the lines.")}
ASKS = (
    ("person", gettext_lazy("Somebody who went through this")),
    ("lawyer", gettext_lazy("Legal advice")),
    ("whereabouts", gettext_lazy("Help to find out where he or she is")),
    ("parcel", gettext_lazy("A parcel or a visit")),
    ("letter", gettext_lazy("Letters to the person inside")),
    ("other", gettext_lazy("Something else")),
)
PLACES = (
    ("", gettext_lazy("Not told")),
    ("there", gettext_lazy("The place is known")),
    ("unknown", gettext_lazy("Nobody knows where")),
    ("convoy", gettext_lazy("On a convoy")),
    ("free", gettext_lazy("At liberty")),
)
WAYS = (
    ("none", gettext_lazy("Not at all: comes back alone")),
    ("phone", gettext_lazy("By telephone")),
    ("mail", gettext_lazy("By e-mail")),
    ("messenger", gettext_lazy("By a messenger")),
    ("post", gettext_lazy("By paper letter")),
)
DANGER = Option(
    gettext_lazy("Yes: life or health is in danger now"),
    gettext_lazy("Beaten, ill without medicine, on hunger strike, threatened."),
)
Choices = Callable[[], list[tuple[str, str]]]


def line(label: Any, hint: Any = "", *, most: int = 200) -> forms.CharField:
    """One line of text that may stay empty."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=most,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 30}),
        error_messages=SHORTER,
    )


def text(label: Any, hint: Any = "", *, most: int = LONGEST_WORDS, rows: int = 5) -> forms.CharField:
    """A text that may stay empty."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"max_length": gettext_lazy("This is too long. Write only what matters most.")},
    )


def number(label: Any, hint: Any, lowest: int, highest: int, says: Any) -> forms.IntegerField:
    """A whole number that may stay empty."""
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=False,
        min_value=lowest,
        max_value=highest,
        widget=forms.TextInput(attrs={"size": 4, "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": says, "min_value": says, "max_value": says},
    )


def choice(label: Any, choices: Any, *, required: bool = False) -> forms.ChoiceField:
    """One of a list: a letter key of the keyboard finds its line."""
    return forms.ChoiceField(
        label=label, choices=choices, required=required, widget=forms.Select, error_messages=WRONG_CHOICE
    )


def with_blank(choices: Choices) -> Choices:
    """The same choices with "Not told" before them."""
    return lambda: [("", _("Not told")), *choices()]


class CallForm(forms.Form):
    """What is asked and heard at the telephone."""

    danger = forms.MultipleChoiceField(
        label=gettext_lazy("First of all: is somebody in danger at this moment?"),
        choices=[("yes", DANGER)],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages=WRONG_CHOICE,
    )
    who = line(
        gettext_lazy("Who is inside"),
        gettext_lazy("Surname, given name, patronymic in one line, as you hear it."),
    )
    birth_year = number(
        gettext_lazy("Year of birth"),
        "",
        1900,
        2100,
        gettext_lazy("Write the year with four figures, for example 1987."),
    )
    stage = choice(gettext_lazy("What has happened"), with_blank(stage_choices))
    since = DayField(label=gettext_lazy("On which day"), required=False, first_year=1990)
    region = choice(gettext_lazy("Region"), with_blank(region_choices))
    whereabouts = choice(gettext_lazy("Where he or she is"), PLACES)
    place = line(gettext_lazy("The place in words"), gettext_lazy("A police office, a town, a prison."))
    asks = forms.MultipleChoiceField(
        label=gettext_lazy("What is asked for"),
        choices=ASKS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages=WRONG_CHOICE,
    )
    words = text(
        gettext_lazy("In the caller's words"),
        gettext_lazy("The family can read this part later, if it gets a code of words."),
    )
    name = line(gettext_lazy("How shall we call the caller"), gettext_lazy("Any name."), most=60)
    kin = choice(gettext_lazy("Who the caller is to the person inside"), with_blank(kin_choices))
    way = choice(gettext_lazy("How to reach the caller"), WAYS)
    value = line(gettext_lazy("Number, address or name there"))
    when_safe = line(gettext_lazy("When it is safe"))
    language = choice(gettext_lazy("Language"), language_choices)
    note = text(
        gettext_lazy("A note for the helpers"),
        gettext_lazy("The family does not read this part."),
        most=4_000,
        rows=3,
    )
    same = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    ticket = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None) -> None:
        """``initial``: what is known before anything was typed."""
        blank = {"way": "none", "language": "ru", "ticket": uuid4(), **(initial or {})}
        super().__init__(data, initial=blank, use_required_attribute=False)

    def clean_danger(self) -> bool:
        """Whether it was ticked."""
        return bool(self.cleaned_data["danger"])

    def clean_way(self) -> str:
        """A way that was not chosen is none."""
        return self.cleaned_data["way"] or "none"

    def clean_language(self) -> str:
        """The language; Russian where none was chosen."""
        return self.cleaned_data["language"] or "ru"

    def clean_same(self) -> str:
        """The matter of a person who is here already, "new" for another person, or nothing decided."""
        same: str = self.cleaned_data["same"]
        if same in ("", NEW):
            return same
        try:
            return str(UUID(same))
        except ValueError as error:
            raise ValidationError(_("Choose one of the lines.")) from error

    def clean_ticket(self) -> UUID:
        """The random number of the form; a fresh one where the page lost it."""
        return self.cleaned_data["ticket"] or uuid4()

    def clean(self) -> dict[str, Any]:
        """Somebody or something must be told; a way needs its number or address."""
        data = super().clean() or {}
        if not self.errors and not any(data[key].strip() for key in ("who", "words", "value", "note")):
            self.add_error("who", _("Write who is inside, or what was said: one of them is enough."))
        if data.get("way") not in (None, "none") and not data.get("value", "").strip():
            self.add_error("value", _("Write the number or the address, or choose “Not at all”."))
        return data

    @property
    def gone(self) -> str:
        """What to say when the chosen matter is not there any more."""
        return _("The matter you chose was closed or erased meanwhile. Look at the list once more.")

    @property
    def too_long(self) -> str:
        """What to say when a text does not fit."""
        return _("This is longer than one message can hold: send the first part now, the rest after.")

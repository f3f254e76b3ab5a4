"""What is asked of the person inside, one question a page; every answer may be “I don't know”."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.core.law.quotas.case import HEALTH
from peredacha.design.asking import radios, ticks
from peredacha.design.fields import DayField
from peredacha.design.forms import PlainForm
from peredacha.design.goods import in_groups
from peredacha.design.numbers import line
from peredacha.rooms.errands.models import (
    CELLS,
    CONDITIONS,
    HELD,
    HOW_KNOWN,
    LANGUAGES,
    REGIMES,
    SEXES,
    TRAITS,
    UNKNOWN,
    Recipient,
)

FEW: dict[str, Any] = {"rows": 3, "required": False, "longest": 600}
"""Some words that may be left out."""
Choices = Sequence[tuple[str, str]]


class PersonForm(PlainForm):
    """One page about the person; ``told`` gives what it says of the :class:`Recipient`."""

    title: ClassVar[str | Promise]
    lead: ClassVar[str | Promise] = ""

    def __init__(self, data: Any, *, recipient: Recipient, choices: Choices, today: date) -> None:
        """``choices``: facility cards or kinds of goods, where the page asks for them."""
        super().__init__(data, initial=self.first(recipient))
        self.recipient, self.choices, self.today = recipient, choices, today

    @staticmethod
    def first(recipient: Recipient) -> dict[str, Any]:
        """What is known already; what is not known stands as “I don't know”."""
        asked = {name: value or UNKNOWN for name, value in vars(recipient).items() if value is None}
        return {**vars(recipient), **asked, "sex": recipient.sex or UNKNOWN, "cell": recipient.cell or ""}

    def not_ahead(self, name: str) -> date | None:
        """The day in a field; it cannot lie ahead."""
        day: date | None = self.cleaned_data[name]
        if day and day > self.today:
            raise ValidationError(gettext("This day is still ahead. Check it."))
        return day

    @property
    def told(self) -> dict[str, Any]:
        """The new values."""
        return dict(self.cleaned_data)


def known(value: str) -> str | None:
    """The answer; None for “I don't know”."""
    return None if value == UNKNOWN else value


class NameForm(PersonForm):
    """What stands on the label."""

    title, lead = _("What is his name?"), _("As in the passport: the window compares it letter by letter.")
    surname = line(_("Surname"), required=False)
    given = line(_("Given name"), required=False)
    patronymic = line(_("Patronymic"), required=False)
    birth_year = forms.IntegerField(
        label=_("Year of birth"),
        required=False,
        min_value=1900,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4, "autocomplete": "off"}),
        error_messages={
            key: _("Write the year as four digits, for example 1987.")
            for key in ("invalid", "min_value", "max_value")
        },
    )

    @staticmethod
    def first(recipient: Recipient) -> dict[str, Any]:
        """The year out of the day of birth, where that is known."""
        return {**vars(recipient), "birth_year": recipient.birth_year or recipient.born_on[:4] or None}

    @property
    def told(self) -> dict[str, Any]:
        """Another year makes the old day of birth wrong."""
        told = dict(self.cleaned_data)
        same = self.recipient.born_on[:4] == str(told["birth_year"] or "")
        return {**told, "born_on": self.recipient.born_on if same else ""}


class PlaceForm(PersonForm):
    """Where he is, and since when that is known."""

    title, lead = _("Where is he now?"), _("A parcel to the wrong place comes back after weeks.")
    facility = forms.ChoiceField(label=_("The place, from our cards"), required=False)
    place = line(_("Or in words"), required=False)
    held = radios(
        _("What sort of place is it?"), HELD, _("Only if it is not among our cards."), required=False
    )
    confirmed_on = DayField(
        label=_("On which day did somebody last know it for sure?"), required=False, first_year=2020
    )
    confirmed_by = radios(_("How was it known?"), HOW_KNOWN, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["facility"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", gettext("not in this list")), *self.choices]

    def clean_confirmed_on(self) -> date | None:
        """Nobody knows tomorrow."""
        return self.not_ahead("confirmed_on")

    @property
    def told(self) -> dict[str, Any]:
        """The day as ISO text; what is not known of the sort of place stays as it was."""
        told = dict(self.cleaned_data)
        day, held = told["confirmed_on"], known(told["held"] or UNKNOWN)
        how = known(told["confirmed_by"]) or ""
        return {
            **told,
            "confirmed_on": day.isoformat() if day else "",
            "confirmed_by": how,
            "held": held or self.recipient.held,
        }


class RegimeForm(PersonForm):
    """What the counter of the law depends on."""

    title, lead = _("Under which regime is he?"), _("How many parcels and visits are allowed hangs on it.")
    regime = radios(_("Which regime?"), REGIMES, _("It stands in the verdict."))
    conditions = radios(_("Under which conditions does he live there?"), CONDITIONS)
    admitted_on = DayField(
        label=_("When did he arrive in the colony?"),
        help_text=_("The institution counts its years from this day. Leave it empty if you don't know."),
        required=False,
        first_year=1990,
    )
    cell = radios(_("Is he in a punishment cell now?"), CELLS, required=False)

    def clean_admitted_on(self) -> date | None:
        """He cannot arrive tomorrow."""
        return self.not_ahead("admitted_on")

    @property
    def told(self) -> dict[str, Any]:
        """“I don't know” is None."""
        told, day = self.cleaned_data, self.cleaned_data["admitted_on"]
        return {
            "regime": known(told["regime"]),
            "conditions": known(told["conditions"]),
            "admitted_on": day.isoformat() if day else "",
            "cell": told["cell"] or None,
        }


class TraitsForm(PersonForm):
    """For whom the law allows more."""

    title, lead = _("Is one of these true?"), _("For some people the law allows more.")
    sex = radios(_("A woman or a man?"), SEXES)
    traits = ticks(_("Which of these is true?"), TRAITS, _("Tick what fits, or nothing."))

    @staticmethod
    def first(recipient: Recipient) -> dict[str, Any]:
        """The ticks as they stand."""
        flags = [name for name in ("pregnant", "small_child") if getattr(recipient, name)]
        return {"sex": recipient.sex or UNKNOWN, "traits": [*flags, *recipient.health]}

    @property
    def told(self) -> dict[str, Any]:
        """Each tick in its place."""
        ticked = self.cleaned_data["traits"]
        return {
            "sex": known(self.cleaned_data["sex"]) or "",
            "pregnant": "pregnant" in ticked,
            "small_child": "small_child" in ticked,
            "health": tuple(one for one in HEALTH if one in ticked),
        }


class NeedsForm(PersonForm):
    """What must not be packed, and what fits."""

    title, lead = (
        _("What must he not have, and what fits?"),
        _("An illness, a diet, a faith: it is not packed then."),
    )
    avoids = ticks(_("He must not have"), [], _("Tick what fits, or nothing."), grouped=True)
    needs = line(
        _("What matters besides"), _("For example: diabetes, weak teeth, no sight in one eye."), **FEW
    )
    clothes = line(_("Size of clothes"), required=False, longest=20)
    shoes = line(_("Size of shoes"), required=False, longest=20)
    smokes = forms.BooleanField(label=_("He smokes, or trades with cigarettes"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["avoids"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = in_groups(self.choices)

    @property
    def told(self) -> dict[str, Any]:
        """The kinds of goods in a fixed order; what the list does not know stays."""
        offered = {key for key, _name in self.choices}
        other = [one for one in self.recipient.avoids if one not in offered]
        return {**self.cleaned_data, "avoids": (*other, *self.cleaned_data["avoids"])}


class LettersForm(PersonForm):
    """How one writes to him."""

    title = _("What may one write to him?")
    lead = _("Who writes letters sees only the other name and this page, never his real name.")
    alias = line(
        _("Another name for those who write"),
        _("For example a first name that is not his."),
        required=False,
        longest=60,
    )
    language = radios(_("In which language does he read?"), LANGUAGES, required=False)
    interests = line(_("What does he like to read about?"), _("Books, football, dogs, the garden."), **FEW)
    silent_on = line(_("What must nobody write about?"), _("His case, an illness, a quarrel."), **FEW)


PAGES: tuple[type[PersonForm], ...] = (NameForm, PlaceForm, RegimeForm, TraitsForm, NeedsForm, LettersForm)
"""The pages in their order, counted from 1 in an address."""

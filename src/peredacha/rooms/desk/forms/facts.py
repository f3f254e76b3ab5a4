"""Facts about the person inside, typed by a helper: one small form each. Each adds an entry; nothing is overwritten."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.design.fields import DayField, Option, TimeField

Choices = Sequence[tuple[str, str]]


def line(label: Any, **more: Any) -> forms.CharField:
    """One short line that may stay empty."""
    attrs = {"autocomplete": "off"}
    errors = {"max_length": gettext_lazy("Write it shorter: at most 300 signs.")}
    settings = {"required": False, "max_length": 300, "widget": forms.TextInput(attrs=attrs), **more}
    return forms.CharField(label=label, error_messages=errors, **settings)


class FactForm(forms.Form):
    """What every one of these forms can: say its title, and give its values as a fact holds them."""

    title: ClassVar[Any] = ""
    wants: ClassVar[tuple[str, ...]] = ()
    """Fields of which at least one must be filled in."""
    lacks: ClassVar[Any] = ""
    """What to do when none is."""

    def clean(self) -> dict[str, Any]:
        """At least something is told."""
        values = self.cleaned_data
        if self.wants and not self.errors and not any(values.get(name) for name in self.wants):
            self.add_error(self.wants[0], self.lacks)
        return values

    @property
    def told(self) -> dict[str, Any]:
        """The values as a fact holds them: days as ISO text."""
        return {
            name: value.isoformat() if isinstance(value, dt.date) else ("" if value is None else value)
            for name, value in self.cleaned_data.items()
        }


class PersonForm(FactForm):
    """Who is inside."""

    title = gettext_lazy("The person inside")
    wants = ("surname", "given")
    lacks = gettext_lazy("Write the surname or the given name.")
    surname = line(gettext_lazy("Surname"))
    given = line(gettext_lazy("Given name"))
    patronymic = line(gettext_lazy("Patronymic"))
    birth_year = forms.IntegerField(
        label=gettext_lazy("Year of birth"),
        required=False,
        min_value=1900,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4, "autocomplete": "off"}),
        error_messages={
            key: gettext_lazy("Write the year as four digits, for example 1987.")
            for key in ("invalid", "min_value", "max_value")
        },
    )
    health = line(gettext_lazy("Health: what must not be missed"))

    @property
    def told(self) -> dict[str, Any]:
        """The year stays a number, or is not known."""
        return {**super().told, "birth_year": self.cleaned_data["birth_year"]}


class PlaceForm(FactForm):
    """Where the person is, how sure, and who says so."""

    title = gettext_lazy("Where the person is")
    state = forms.ChoiceField(
        label=gettext_lazy("What is known?"),
        choices=[
            ("there", Option(gettext_lazy("The place is known"))),
            ("convoy", Option(gettext_lazy("On convoy"))),
            ("unknown", Option(gettext_lazy("Nobody knows"))),
            ("free", Option(gettext_lazy("At liberty"))),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what is known about the place.")},
    )
    facility = forms.ChoiceField(label=gettext_lazy("The place, from our cards"), required=False)
    words = line(gettext_lazy("Or in words"))
    since = DayField(label=gettext_lazy("Since which day, if known"), required=False, first_year=2000)
    certainty = forms.ChoiceField(
        label=gettext_lazy("How sure is it?"),
        choices=[
            ("sure", Option(gettext_lazy("Sure: seen or confirmed on paper"))),
            ("likely", Option(gettext_lazy("Likely"))),
            ("rumour", Option(gettext_lazy("A rumour"))),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose how sure it is.")},
    )
    source = line(gettext_lazy("Who says so"))

    def __init__(self, *args: Any, facilities: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["facility"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("not in this list")), *facilities]

    def clean(self) -> dict[str, Any]:
        """A known place has a name."""
        values = super().clean()
        if values.get("state") == "there" and not (values.get("facility") or values.get("words")):
            self.add_error("words", _("Choose the place from the list or write it in words."))
        return values


class KinForm(FactForm):
    """Somebody near."""

    title = gettext_lazy("Somebody near")
    wants = ("name", "relation")
    lacks = gettext_lazy("Write a name, or who it is: sister, friend, neighbour.")
    name = line(gettext_lazy("Name"))
    relation = line(gettext_lazy("Who it is: sister, friend, neighbour"))
    reach = line(gettext_lazy("How to reach"))
    note = line(gettext_lazy("A remark"))


class ProceedingForm(FactForm):
    """A case."""

    title = gettext_lazy("A case")
    wants = ("number", "body", "stage")
    lacks = gettext_lazy("Write the number of the case, or who conducts it.")
    number = line(gettext_lazy("Number of the case"))
    stage = forms.ChoiceField(label=gettext_lazy("Stage"), required=False)
    body = line(gettext_lazy("Who conducts it"))
    official = line(gettext_lazy("Investigator or judge"))
    note = line(gettext_lazy("A remark"))

    def __init__(self, *args: Any, stages: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["stage"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("not known")), *stages]


class ChargeForm(FactForm):
    """An article with the day whose edition of the code counts."""

    title = gettext_lazy("An article of the charge")
    wants = ("article",)
    lacks = gettext_lazy("Write the article, for example 207.3 part 2.")
    article = line(gettext_lazy("Article and part"))
    edition_on = DayField(
        label=gettext_lazy("Day of the act"),
        help_text=gettext_lazy("The code as it stood on that day counts. Leave it empty if it is not known."),
        required=False,
        first_year=1990,
    )
    note = line(gettext_lazy("A remark"))


class HearingForm(FactForm):
    """A hearing with its hour, by the clock of the court."""

    title = gettext_lazy("A hearing")
    day = DayField(label=gettext_lazy("Day of the hearing"), first_year=2000)
    time = TimeField(
        label=gettext_lazy("Hour, by the clock of the court"),
        error_messages={"required": gettext_lazy("Write the hour of the hearing, for example 10:30.")},
    )
    court = line(gettext_lazy("Court, building, room"))
    what = line(gettext_lazy("What is decided"))

    def __init__(self, *args: Any, zone: ZoneInfo | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone

    @property
    def told(self) -> dict[str, Any]:
        """Day and hour as one moment with the zone of the court."""
        values = self.cleaned_data
        at = dt.datetime.combine(values["day"], values["time"], self.zone)
        return {"at": at.isoformat(), "court": values["court"], "what": values["what"]}


FACT_FORMS: dict[str, type[FactForm]] = {
    "person": PersonForm,
    "place": PlaceForm,
    "kin": KinForm,
    "proceeding": ProceedingForm,
    "charge": ChargeForm,
    "hearing": HearingForm,
}
"""The forms by the kind of fact."""

"""Pieces that come, move, are counted or go."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.core.language import date_in_words
from peredacha.design.fields import DayField
from peredacha.design.forms import OnceForm
from peredacha.design.lines import CHOOSE, choose, line, whole
from peredacha.design.wording import language
from peredacha.rooms.stores.models import LONGEST_SHELF, Drive, MovementKind, Place


class PlacedForm(OnceForm):
    """A place of the chapter, and a shelf in it."""

    place = forms.ChoiceField(label=_("Where to"), widget=forms.RadioSelect, error_messages=CHOOSE)
    shelf = line(_("Shelf or box"), LONGEST_SHELF, help_text=_("You may leave this empty."))

    def __init__(self, *args: Any, places: Sequence[Place], **more: Any) -> None:
        """``places``: those of the chapter."""
        super().__init__(*args, **more)
        self.places = {str(one.id): one for one in places}
        choose(self.fields["place"], [(key, one.name) for key, one in self.places.items()])

    def clean_place(self) -> Place:
        """The place itself."""
        return self.places[self.cleaned_data["place"]]


class ReceiveForm(PlacedForm):
    """A box that came: how many, until when, where to, where from."""

    pieces = whole(_("How many pieces?"))
    best_before = DayField(
        label=_("Good until"),
        help_text=_("As it is printed. Leave it empty where nothing is printed."),
        required=False,
        first_year=2020,
    )
    source = forms.ChoiceField(label=_("Where from"), widget=forms.RadioSelect, error_messages=CHOOSE)
    field_order = ("pieces", "best_before", "place", "shelf", "source")

    def __init__(self, *args: Any, drives: Sequence[Drive], today: date, **more: Any) -> None:
        """``drives``: the collections whose things still come in."""
        super().__init__(*args, **more)
        self.today = today
        self.drives = {str(one.id): one for one in drives}
        kinds = [(one.value, one.label) for one in (MovementKind.DONATED, MovementKind.RECEIVED)]
        choose(
            self.fields["source"], [*kinds, *((key, drive_words(one)) for key, one in self.drives.items())]
        )
        self.fields["pieces"].widget.attrs["autofocus"] = True

    def clean_best_before(self) -> date | None:
        """A day that has not passed."""
        day: date | None = self.cleaned_data["best_before"]
        if day and day < self.today:
            raise ValidationError(
                gettext("This day has passed: check it, or do not put the thing on the shelf.")
            )
        return day

    @property
    def told(self) -> dict[str, Any]:
        """What came, as a delivery is told."""
        data = dict(self.cleaned_data)
        source = data.pop("source")
        drive = self.drives.get(source)
        kind = MovementKind.DONATED if drive else MovementKind(source)
        return {name: data[name] for name in ("pieces", "best_before", "place", "shelf")} | {
            "kind": kind,
            "drive": drive,
        }


class MoveForm(PlacedForm):
    """Pieces that go to another place."""

    pieces = whole(_("How many pieces?"))
    field_order = ("pieces", "place", "shelf")


class CountForm(OnceForm):
    """How many really lie there."""

    pieces = whole(_("How many lie there really?"), 0)


class WriteOffForm(OnceForm):
    """Pieces that are spoiled, broken or lost."""

    pieces = whole(_("How many pieces are spoiled, broken or lost?"))


def drive_words(drive: Drive) -> str:
    """A collection in one line."""
    return f"{drive.name}, {date_in_words(drive.day, language())}"


def first_place(places: Sequence[Place], wanted: UUID | None) -> str:
    """Which place is chosen before anything is typed: the wanted one, or the only one."""
    if wanted:
        return str(wanted)
    return str(places[0].id) if len(places) == 1 else ""

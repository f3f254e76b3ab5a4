"""What a family tells of the counter: something was handed in, is planned, came to nothing."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.core.law.quotas.ledger import CARRIED
from peredacha.design.asking import WeightField, radios
from peredacha.design.fields import DayField
from peredacha.design.forms import PlainForm
from peredacha.design.numbers import line

KINDS = [
    ("parcels", _("A parcel, at the window or by post")),
    ("packets", _("A small packet by post")),
    ("short_visits", _("A short visit")),
    ("long_visits", _("A long visit")),
]
AHEAD = timedelta(days=60)
BACK = timedelta(days=730)


class SlotForm(PlainForm):
    """Something that takes a place in the counter; ``key`` makes two taps one."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    on = DayField(label=_("On which day?"), first_year=2020)
    grams = WeightField()

    def __init__(self, *args: Any, today: date, by_weight: bool, **more: Any) -> None:
        """``by_weight``: where he is, the law counts kilograms."""
        super().__init__(*args, **more)
        self.today, self.by_weight = today, by_weight

    def refuse_day(self, sentence: str) -> None:
        """The day cannot be meant."""
        self.add_error("on", sentence)

    def clean(self) -> dict[str, Any]:
        """A parcel has a weight where that counts; a visit has none."""
        told = super().clean() or {}
        carried = told.get("kind") in CARRIED
        if carried and self.by_weight and not told.get("grams") and "grams" not in self.errors:
            self.add_error("grams", self.fields["grams"].error_messages["required"])
        return {**told, "grams": told.get("grams", 0) if carried else 0}

    def not_ahead(self, day: date | None) -> None:
        """What happened lies behind, but not too far."""
        if day and day > self.today:
            self.refuse_day(gettext("This day is still ahead. Check it, or plan it instead."))
        elif day and day < self.today - BACK:
            self.refuse_day(gettext("This is more than two years ago: it counts no more."))

    def not_behind(self, day: date | None) -> None:
        """What is planned lies ahead, but not too far."""
        if day and day < self.today:
            self.refuse_day(gettext("This day is over. Check it, or tell what happened instead."))
        elif day and day > self.today + AHEAD:
            self.refuse_day(gettext("We keep a place for 60 days at most. Choose a nearer day."))


class UsedForm(SlotForm):
    """Something that happened already."""

    kind = radios(_("What was it?"), KINDS)
    field_order = ("kind", "on", "grams", "key")

    def clean(self) -> dict[str, Any]:
        """The day is not ahead."""
        told = super().clean()
        self.not_ahead(told.get("on"))
        return told


class PlanForm(SlotForm):
    """Something that the family will bring itself."""

    kind = radios(_("What do you plan?"), KINDS)
    on = DayField(label=_("For which day?"), first_year=2020)
    note = line(
        _("A note for yourself"), _("For example who goes. Who reads this file sees it."), required=False
    )
    field_order = ("kind", "on", "grams", "note", "key")

    def clean(self) -> dict[str, Any]:
        """The day is not behind."""
        told = super().clean()
        self.not_behind(told.get("on"))
        return told


class BecameForm(SlotForm):
    """What became of something planned."""

    state = radios(
        _("What became of it?"),
        [
            ("used", _("It happened: handed in, sent, visited")),
            ("released", _("Nothing came of it: give the place back")),
        ],
    )
    field_order = ("state", "on", "grams", "key")

    def __init__(self, *args: Any, kind: str, **more: Any) -> None:
        """``kind``: what was planned."""
        super().__init__(*args, **more)
        self.kind = kind
        del self.fields["key"]
        if kind not in CARRIED:
            del self.fields["grams"]

    def clean(self) -> dict[str, Any]:
        """The day is not ahead; what came to nothing needs neither day nor weight."""
        told = PlainForm.clean(self) or {}
        if told.get("state") == "released":
            self.errors.clear()
            return {"state": "released", "on": None, "grams": None}
        self.not_ahead(told.get("on"))
        if self.kind in CARRIED and self.by_weight and not told.get("grams") and "grams" not in self.errors:
            self.add_error("grams", self.fields["grams"].error_messages["required"])
        return {**told, "grams": told.get("grams") or None}

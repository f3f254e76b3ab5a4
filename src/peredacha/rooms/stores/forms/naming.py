"""Names of places, collections and sets: short ones that lead to nobody."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import DayField
from peredacha.design.forms import PlainForm
from peredacha.design.lines import CHOOSE, choose, line, whole
from peredacha.rooms.goods.models import LONGEST_NAME
from peredacha.rooms.goods.selectors import name_of
from peredacha.rooms.stores.forms.nobody import nobody
from peredacha.rooms.stores.models import LONGEST_PLACE, Good

MOST_DRIVE = 5_000


class NamedForm(PlainForm):
    """A form whose words are looked at for people."""

    watched: tuple[str, ...] = ("name",)

    def clean(self) -> dict[str, Any]:
        """No person, no telephone, no street."""
        told = super().clean() or {}
        nobody(*self.watched)(self, told)
        return told


class PlaceForm(NamedForm):
    """What helpers call a place among themselves."""

    name = line(
        _("What do you call this place?"),
        LONGEST_PLACE,
        required=_("Write a short name, for example: big cupboard."),
        help_text=_("No address and nobody's name: whoever reads this must not find the place."),
    )


class DriveForm(NamedForm):
    """What came together on one day; who gave is not asked."""

    watched = ("name", "what")
    name = line(
        _("What is the collection called?"),
        LONGEST_NAME,
        required=_("Write a short name, for example: spring fair."),
        help_text=_("Never who gave. We do not ask, and it is kept nowhere."),
    )
    what = line(_("What came?"), 200, help_text=_("In a few words, for example: groats and soap."))
    day = DayField(label=_("On which day?"), first_year=2020)
    kilos = whole(
        _("How many kilos?"), 0, MOST_DRIVE, required=False, help_text=_("Empty where nobody weighed it.")
    )


class KitForm(NamedForm):
    """The name of a ready set."""

    name = line(
        _("What is the set called?"),
        LONGEST_NAME,
        required=_("Write a short name, for example: first parcel."),
    )


class KitLineForm(PlainForm):
    """So many pieces of a thing in a set."""

    good = forms.ChoiceField(label=_("Thing"), error_messages=CHOOSE)
    pieces = whole(_("Pieces"), 0, 1_000, help_text=_("0 takes it out of the set."))

    def __init__(self, *args: Any, goods: Sequence[Good], **more: Any) -> None:
        """``goods``: those of the chapter."""
        super().__init__(*args, **more)
        self.goods = {str(one.id): one for one in goods}
        choose(
            self.fields["good"],
            [("", _("Choose")), *((key, name_of(one)) for key, one in self.goods.items())],
        )

    def clean_good(self) -> Good:
        """The good itself."""
        return self.goods[self.cleaned_data["good"]]

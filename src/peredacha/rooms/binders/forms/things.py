"""What is told beside the pages: events, documents, contradictions."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import DayField
from peredacha.design.numbers import NumberedForm, line


class EventForm(NumberedForm):
    """What happened, when, and on which page it stands."""

    day = DayField(label=_("When was it?"), first_year=1990)
    what = line(_("What happened?"), _("One sentence, as it stands in the papers."), rows=3, longest=1_000)
    until = DayField(
        label=_("Until which day?"),
        help_text=_("Only if it lasted longer than a day."),
        required=False,
        first_year=1990,
    )
    numbered = MappingProxyType({"pages": _("On which pages does it stand?")})
    field_order = ("day", "what", "pages", "until")

    def clean(self) -> dict[str, Any]:
        """It does not end before it begins."""
        data = super().clean()
        if data.get("day") and data.get("until") and data["until"] < data["day"]:
            self.add_error(
                "until", ValidationError(gettext("This event ends before it begins. Check both days."))
            )
        return data


class ExhibitForm(NumberedForm):
    """A document of some pages."""

    title = line(_("What is it?"), _("For example: record of the search, medical certificate."))
    numbered = MappingProxyType({"pages": _("Which pages belong to it?")})


class ContradictionForm(NumberedForm):
    """Two statements that do not go together."""

    first = line(_("One says"), _("In their own words, as short as you can."), rows=3, longest=1_000)
    second = line(_("The other says"), rows=3, longest=1_000)
    numbered = MappingProxyType(
        {"first_pages": _("Where does the first stand?"), "second_pages": _("Where does the other stand?")}
    )
    field_order = ("first", "first_pages", "second", "second_pages")


FORMS: Mapping[str, type[NumberedForm]] = MappingProxyType(
    {"event": EventForm, "exhibit": ExhibitForm, "contradiction": ContradictionForm}
)
"""The form of each kind of thing."""

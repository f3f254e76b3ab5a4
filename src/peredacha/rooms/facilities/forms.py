"""What the search page asks."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from peredacha.rooms.facilities.selectors import list_region_choices

LONGEST_QUESTION = 100


class FacilitySearchForm(forms.Form):
    """A region and some words of a name; both may be left empty."""

    region = forms.ChoiceField(label=_("Region"), required=False)
    text = forms.CharField(
        label=_("Name or town"),
        help_text=_("A part is enough: SIZO, or the name of the town."),
        required=False,
        max_length=LONGEST_QUESTION,
        error_messages={"max_length": _("This is too long. Write one or two words of the name.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"] = forms.ChoiceField(
            label=_("Region"),
            required=False,
            choices=[("", _("All regions")), *list_region_choices((get_language() or "en")[:2])],
            error_messages={"invalid_choice": _("There are no cards of this region yet. Choose another.")},
        )

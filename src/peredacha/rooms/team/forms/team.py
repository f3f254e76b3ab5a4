"""What is asked of those who look after the team."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.design.fields import DayField
from peredacha.design.forms import PlainForm
from peredacha.rooms.people.models import RoleKind
from peredacha.rooms.team.selectors import LONGEST_ROLE


class RoleForm(PlainForm):
    """A role and its last day, between today and a year from now."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Role"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose a role."),
            "invalid_choice": gettext_lazy("Choose one of the roles shown."),
        },
    )
    ends_on = DayField(
        label=gettext_lazy("Until which day"),
        help_text=gettext_lazy("Every role ends: at most a year from now. It can be given again."),
        error_messages={"required": gettext_lazy("Write the last day of the role.")},
    )

    def __init__(self, *args: Any, kinds: Sequence[str], today: date, **kwargs: Any) -> None:
        """``kinds`` may be given."""
        super().__init__(*args, **kwargs)
        self.today = today
        field = self.fields["kind"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(kind, label) for kind, label in RoleKind.choices if kind in kinds]

    def clean_ends_on(self) -> date:
        """A day that is not over, and at most a year ahead."""
        day: date = self.cleaned_data["ends_on"]
        if not self.today <= day <= self.today + LONGEST_ROLE:
            raise ValidationError(_("Choose a day from today to a year ahead."))
        return day


class InviteForm(RoleForm):
    """Whom to invite, as what, until when."""

    note = forms.CharField(
        label=gettext_lazy("Who is it?"),
        help_text=gettext_lazy(
            "Only for those who vouch: a name or a word by which they know whom you mean. It goes with the use."
        ),
        max_length=200,
        error_messages={
            "required": gettext_lazy("Write a word by which the others know whom you mean."),
            "max_length": gettext_lazy("This is too long: at most 200 characters."),
        },
    )
    field_order = ("note", "kind", "ends_on")

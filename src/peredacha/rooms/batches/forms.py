"""Forms of the room: whom a batch is for, and the code of a paper."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.core.slips import read_code
from peredacha.design.forms import PlainForm

MOST_BOXES = 2_000
NUMBER = gettext_lazy("Write a whole number, such as 2, or leave it empty.")
WITHOUT = ("", gettext_lazy("Without a kit"))


class WantedForm(PlainForm):
    """Whom a batch is for."""

    most = forms.IntegerField(
        label=gettext_lazy("For how many people?"),
        help_text=gettext_lazy(
            "Those who waited longest come first. Leave it empty for everybody who waits."
        ),
        required=False,
        min_value=1,
        max_value=MOST_BOXES,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), NUMBER),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 5, "autocomplete": "off"}),
    )
    facility = forms.ChoiceField(label=gettext_lazy("For which place?"), required=False)
    kit = forms.ChoiceField(
        label=gettext_lazy("Put a kit into every box?"),
        help_text=gettext_lazy(
            "Own wishes come first. The kit fills what is left, as far as the window takes it."
        ),
        required=False,
    )

    def __init__(
        self, data: Any = None, *, places: Iterable[tuple[str, str]], kits: Iterable[tuple[str, str]]
    ) -> None:
        """The places for which something waits, and the kits of the store."""
        super().__init__(data)
        everywhere = ("", _("For all places"))
        for name, first, more in (("facility", everywhere, places), ("kit", WITHOUT, kits)):
            field = self.fields[name]
            field.choices = [first, *more]  # type: ignore[attr-defined]

    @property
    def told(self) -> dict[str, Any]:
        """As a batch is begun."""
        told = self.cleaned_data
        kit = UUID(told["kit"]) if told["kit"] else None
        return {"most": told["most"] or None, "facility": told["facility"], "kit": kit}


class CodeForm(PlainForm):
    """The short code of a slip."""

    code = forms.CharField(
        label=gettext_lazy("Which code stands on the paper?"),
        help_text=gettext_lazy(
            "Eight signs, such as BC94-BT7C. Russian or Latin letters, with or without the dash."
        ),
        max_length=40,
        error_messages={
            "required": gettext_lazy("Type the eight signs below the square on the paper."),
            "max_length": gettext_lazy("A code has eight signs: look at the paper once more."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "size": 12}),
    )

    def clean_code(self) -> str:
        """The code as it is printed."""
        found = read_code(self.cleaned_data["code"])
        if found is None:
            raise ValidationError(_("One of the signs is not right: compare them with the paper once more."))
        return found

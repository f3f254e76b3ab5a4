"""A certificate or a receipt."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import DayField
from peredacha.design.forms import PlainForm

CHOOSE_FILE = _("Choose a file on your device.")


class PaperForm(PlainForm):
    """One file, and the pieces it speaks of by their last day."""

    file = forms.FileField(
        label=_("Certificate or receipt"),
        help_text=_("Cover names and card numbers on a receipt before you take the picture."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf"}),
        error_messages={"required": CHOOSE_FILE, "invalid": CHOOSE_FILE},
    )
    best_before = DayField(
        label=_("Only for pieces that are good until"),
        help_text=_("Leave it empty where it holds for all of them."),
        required=False,
        first_year=2020,
    )

    def __init__(self, *args: Any, refusal: str = "", **more: Any) -> None:
        """``refusal``: why the file was not taken while it was still arriving."""
        super().__init__(*args, **more)
        if refusal:
            self.fields["file"].error_messages["required"] = refusal

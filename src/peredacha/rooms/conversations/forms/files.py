"""A message with a file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peredacha.rooms.conversations.models import LONGEST_MESSAGE

TOO_LONG = _("This is longer than one message can hold: send the first part now, the rest after.")
KINDS = "image/jpeg,image/png,image/webp,image/gif,application/pdf,audio/*,text/plain"


class SendFileForm(forms.Form):
    """One file, a few words with it if wished, and whether the original is kept as evidence."""

    use_required_attribute = False
    once = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("A few words with it"),
        help_text=_("You may leave this empty."),
        required=False,
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )
    file = forms.FileField(
        label=_("The file"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": KINDS}),
        error_messages={
            "required": _("Choose a file on your device."),
            "invalid": _("Choose a file on your device."),
        },
    )
    keep_original = forms.BooleanField(
        label=_("Keep the original too, as evidence"),
        help_text=_(
            "We take out what devices hide in files: the place, the name of the owner. The original keeps it, "
            "sealed beside the clean copy. A court may ask for it."
        ),
        required=False,
    )

    def __init__(self, *args: Any, refusal: str = "", **more: Any) -> None:
        """``refusal``: why the file was not taken while it was still arriving."""
        super().__init__(*args, **more)
        if refusal:
            self.fields["file"].error_messages["required"] = refusal

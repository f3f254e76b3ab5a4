"""A letter as it is typed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from peredacha.design.forms import PlainForm

LONGEST = 12_000


class LetterForm(PlainForm):
    """The text, and whether the writer has seen what was doubtful."""

    text = forms.CharField(
        label=_("Your letter"),
        max_length=LONGEST,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={
            "required": _("Write at least one word."),
            "max_length": _(
                "This is longer than is taken at once. Send the first part now, the rest as the next letter."
            ),
        },
    )
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

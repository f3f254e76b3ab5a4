"""What a family writes on its page, turned into clean values."""

from django import forms
from django.utils.translation import gettext_lazy

from peredacha.rooms.conversations.models import LONGEST_MESSAGE


class SayForm(forms.Form):
    """One message."""

    text = forms.CharField(
        label=gettext_lazy("Your message"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": gettext_lazy("Write at least one word."),
            "max_length": gettext_lazy(
                "This is longer than one message can hold: send the first part now, the rest after."
            ),
        },
    )

"""One question as one form, and the button that sends."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from peredacha.rooms.asking.selectors import Asked

WRITTEN = {"autocomplete": "off", "size": 30}


class AskedForm(forms.Form):
    """Gives ``answer``: the key of an option, a tuple of keys, or a text without blanks around it."""

    def __init__(self, asked: Asked, given: Any, data: Any = None) -> None:
        """Build the field of ``asked``, filled with the answer given before."""
        super().__init__(data, use_required_attribute=False)
        self.asked = asked
        build = self._several if asked.several else self._choice if asked.options else self._text
        field = build(asked)
        field.label, field.help_text = str(asked.ask), str(asked.hint)
        field.required, field.initial = bool(asked.needed), asked.first if given is None else given
        field.error_messages["required"] = str(asked.needed)
        field.error_messages["invalid_choice"] = gettext("Choose one of the lines shown.")
        self.fields["answer"] = field

    @property
    def too_long(self) -> str:
        """What to say when the answers together no longer fit the browser."""
        return str(self.asked.too_long)

    def _several(self, asked: Asked) -> forms.Field:
        return forms.MultipleChoiceField(choices=asked.options, widget=forms.CheckboxSelectMultiple)

    def _choice(self, asked: Asked) -> forms.Field:
        return forms.ChoiceField(choices=asked.options, widget=forms.RadioSelect)

    def _text(self, asked: Asked) -> forms.Field:
        return forms.CharField(
            max_length=asked.longest,
            widget=forms.Textarea(attrs={"rows": asked.rows})
            if asked.rows > 1
            else forms.TextInput(attrs={**WRITTEN, "inputmode": asked.keyboard}),
            error_messages={"max_length": str(asked.too_long)},
        )

    def clean_answer(self) -> str | tuple[str, ...]:
        """Several keys as a tuple; an e-mail address has an @."""
        answer = self.cleaned_data["answer"]
        if self.asked.keyboard == "email" and "@" not in answer:
            raise ValidationError(gettext("An e-mail address has an @ in it: check what is written."))
        return tuple(answer) if self.asked.several else str(answer)


class SendForm(forms.Form):
    """The last page before sending: the sealed ticket of the form, and what to say when it cannot be sent."""

    ticket = forms.CharField(widget=forms.HiddenInput, required=False)

    @property
    def too_old(self) -> str:
        """What to say when the form was open for too long, or was sent before."""
        return gettext(
            "This page was open too long or was sent before. Everything you typed is still here: press Send once more."
        )

    @property
    def nobody(self) -> str:
        """What to say when no reception can take the request at this moment."""
        return gettext(
            "Nobody can take your request at this moment. What you typed is still here: keep it, and try again later."
        )

    @property
    def busy(self) -> str:
        """What to say when too many come at once."""
        return gettext(
            "Many people are writing to us at this moment. "
            "Everything you typed is still here: press Send once more in a minute."
        )

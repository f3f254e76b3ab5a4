"""The base of a form of the house, and the form of one message."""

import secrets
from typing import Any, Self

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

LONGEST_MESSAGE = 8_000


def fresh_mark() -> str:
    """A random mark for one form, so that the same form sent twice can be told from two."""
    return secrets.token_urlsafe(16)


class PlainForm(forms.Form):
    """A form without the browser's own bubbles, whose refusal is one sentence on top."""

    use_required_attribute = False

    @classmethod
    def asked(cls, request: HttpRequest, **more: Any) -> Self:
        """The form filled with what was sent, or an empty one for somebody who only looks."""
        return cls(request.POST if request.method == "POST" else None, **more)

    @classmethod
    def refused(cls, sentence: str) -> Self:
        """An empty form with the sentence on top."""
        form = cls({})
        form.full_clean()
        form.errors.clear()
        form.refuse(sentence)
        return form

    def refuse(self, sentence: str) -> None:
        """Put the sentence on top of the page."""
        self.add_error(None, sentence)

    @property
    def status(self) -> int:
        """Status of the page that shows the form [422 when something must be mended]."""
        return 422 if self.errors else 200


class OnceForm(PlainForm):
    """A form that bears a mark, ``once``: sent twice by a double click, what it says is done once."""

    once = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput, initial=fresh_mark)


class MessageForm(OnceForm):
    """One message."""

    text = forms.CharField(
        label=_("Your message"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("Write at least one word."),
            "max_length": _(
                "This is longer than one message can hold: send the first part now, the rest after."
            ),
        },
    )

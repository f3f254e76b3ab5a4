"""The base of a form of the house."""

from typing import Any, Self

from django import forms
from django.http import HttpRequest


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

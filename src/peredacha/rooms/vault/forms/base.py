"""The base of the room's forms."""

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

    @property
    def status(self) -> int:
        """Status of the page that shows the form [422 when something must be mended]."""
        return 422 if self.errors else 200

"""A page with one form: asked, refused with a sentence at the right input, or done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from peredacha.design.forms import PlainForm

Save = Callable[[dict[str, Any]], str]
"""Does what was typed and gives the address to go on to. Raises NotDone."""


class NotDone(Exception):
    """It cannot be done; ``says`` is the sentence for who asked, ``field`` the input it belongs to, or empty."""

    def __init__(self, says: str, field: str = "") -> None:
        super().__init__("refused with a sentence")
        self.says, self.field = says, field


@dataclass(frozen=True)
class Page:
    """A page with one form: its title, what its button says, the way back, and its template."""

    title: str
    act: str
    back: str
    template: str
    lead: str = ""
    back_text: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)
    """What else the template shows."""


def ask(request: HttpRequest, form: PlainForm, page: Page, save: Save) -> HttpResponse:
    """Show the form, or do what it says and go where ``save`` leads; what cannot be done is said at its input."""
    if form.is_bound and form.is_valid():
        try:
            return redirect(save(form.cleaned_data))
        except NotDone as wrong:
            form.add_error(wrong.field if wrong.field in form.fields else None, wrong.says)
    return render(request, page.template, {"form": form, "page": page, **page.more}, status=form.status)

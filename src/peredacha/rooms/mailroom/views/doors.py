"""Who comes in: a coordinator with a seat in the reception; nobody else finds a letter."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from peredacha.rooms.mailroom.services import OpenPaper, open_paper
from peredacha.rooms.vault.services import Keys, sits_in_reception, with_keys

PAGES = ["GET", "HEAD", "POST"]
View = Callable[..., HttpResponse]


def with_mail(view: View) -> View:
    """A page of the mail for a coordinator."""

    @with_keys("coordinator")
    @wraps(view)
    def come(request: HttpRequest, keys: Keys, **places: Any) -> HttpResponse:
        if not sits_in_reception(keys):
            raise Http404
        return view(request, keys, **places)

    return come


def with_paper(view: View) -> View:
    """Hand the letter that the address names to a view, opened."""

    @with_mail
    @wraps(view)
    def come(request: HttpRequest, keys: Keys, letter: UUID, **places: Any) -> HttpResponse:
        opened = open_paper(keys, letter, now=timezone.now())
        if opened is None:
            raise Http404
        return view(request, opened, **places)

    return come


def show(
    request: HttpRequest, paper: OpenPaper, name: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page of one letter; 422 where its form is to be mended."""
    form = context.get("form")
    mend = form.status if form is not None and status == 200 else status
    return render(request, name, {"letter": paper.row, **context}, status=mend)

"""What several pages need."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from peredacha.rooms.vault.services import Keys

PAGES = ["GET", "HEAD", "POST"]
UNPROCESSABLE, CONFLICT = 422, 409


def page(request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page of this room; 422 when its form is to be mended."""
    form = context.get("form")
    wrong = form is not None and bool(form.errors) and status == 200
    return render(request, name, context, status=UNPROCESSABLE if wrong else status)


def seated(keys: Keys) -> str:
    """The chapter of a helper who sits in a circle; for everybody else there is no such page."""
    if keys.member is None or not keys.circles:
        raise Http404
    return keys.member.chapter

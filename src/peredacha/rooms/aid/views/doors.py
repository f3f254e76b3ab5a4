"""Who comes in: packers and coordinators of the chapter whose keys open the offer."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from peredacha.rooms.aid.services import OpenOffer, open_offer
from peredacha.rooms.vault.services import Keys, with_keys

PAGES = ["GET", "HEAD", "POST"]
UNPROCESSABLE, CONFLICT, BUSY = 422, 409, 503
ROLES = ("coordinator", "packer")
View = Callable[..., Any]


def with_offer(view: View) -> View:
    """Hand the keys and the opened offer to the view; 404 where it does not open."""

    @with_keys(*ROLES)
    @wraps(view)
    def opened(request: HttpRequest, keys: Keys, offer: UUID, **places: Any) -> HttpResponse:
        found = open_offer(keys, offer, now=timezone.now())
        if found is None:
            raise Http404
        answer: HttpResponse = view(request, keys, found, **places)
        return answer

    return opened


def page(request: HttpRequest, name: str, opened: OpenOffer, status: int = 200, **more: Any) -> HttpResponse:
    """A page of an offer; 422 when its form is to be mended."""
    form = more.get("form")
    wrong = form is not None and bool(form.errors) and status == 200
    context = {"offer": opened.offer, "lost": opened.damaged or opened.missing, **more}
    return render(request, name, context, status=UNPROCESSABLE if wrong else status)


def chapter_of(keys: Keys) -> str:
    """The chapter of a helper who sits in a circle; for everybody else there is no such page."""
    if keys.member is None or not keys.circles:
        raise Http404
    return keys.member.chapter

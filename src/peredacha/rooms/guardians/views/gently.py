"""What cannot be done is said in one sentence, not with an error."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from peredacha.rooms.guardians.services import NotApproved, StandsAlready, TooEarly
from peredacha.rooms.vault.services import LastReader, NoSeat

View = Callable[..., HttpResponse]
REFUSALS = (PermissionDenied, LastReader, NoSeat, NotApproved, StandsAlready, TooEarly)


def sentence(error: Exception) -> str:
    """What a helper is told."""
    return {
        LastReader: _("Nobody else would be left who can read. Give somebody a seat first."),
        NoSeat: _("You do not sit in this circle. Ask somebody who does."),
        NotApproved: _(
            "A second steward must agree first. We have asked; it stands on the page of agreements."
        ),
        StandsAlready: _("There is a key of last resort already. Stop that one first."),
        TooEarly: _("It is too early: two who lead the team must vouch, and three days must pass."),
    }.get(type(error), _("You cannot do this alone, or not any more. Go back and look how it stands now."))


def gently(view: View) -> View:
    """A view whose refusals become a page with one sentence [422]."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **places: Any) -> HttpResponse:
        try:
            return view(request, *args, **places)
        except REFUSALS as error:
            return render(request, "guardians/refused.html", {"sentence": sentence(error)}, status=422)

    return answered

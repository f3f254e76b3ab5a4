"""Who comes in: the reception."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from peredacha.rooms.people.selectors import roles_of
from peredacha.rooms.shifts.selectors import sits_in_reception
from peredacha.rooms.vault.services import Keys, ensure_circles, with_keys

HOMES = (("packer", "board:board"), ("writer", "letters:mine"))
"""Where the day of somebody begins who is known by one of these roles alone."""
View = Callable[..., HttpResponse]


def with_reception(view: View) -> View:
    """Hand the keys and the chapter to a view of the reception; everybody else is led to the own families.

    The first steward and coordinator of a chapter finds its circles founded.
    """

    @with_keys()
    @wraps(view)
    def opened(request: HttpRequest, keys: Keys, **places: Any) -> HttpResponse:
        if keys.member and not sits_in_reception(keys):
            keys = ensure_circles(keys, keys.member.chapter, today=timezone.localdate())
        if keys.member is None or not sits_in_reception(keys):
            if request.method == "POST":
                raise Http404
            return redirect(home_of(keys))
        return view(request, keys, keys.member.chapter, **places)

    return opened


def home_of(keys: Keys) -> str:
    """The first page of somebody who does not sit in the reception."""
    roles = roles_of(keys.member, timezone.localdate()) if keys.member else frozenset()
    return next((home for role, home in HOMES if roles == {role}), "shifts:own")

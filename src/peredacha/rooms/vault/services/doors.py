"""Who may come in: a helper with a role, or a family with its words; the view gets their keys."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from peredacha.rooms.people.selectors import display_name
from peredacha.rooms.people.services import SignedMember, helpers, visit_of
from peredacha.rooms.vault.services.keyring import Keys
from peredacha.rooms.vault.services.keys import keys_of
from peredacha.rooms.vault.services.pins import KeyChanged

View = Callable[..., HttpResponse]


def with_keys(*kinds: str) -> Callable[[View], View]:
    """Hand a signed-in helper's keys to the view; see :func:`peredacha.rooms.people.services.helpers`.

    A key that is not the one met before stops the view with a page that asks to compare it by telephone.
    """

    def decorate(view: View) -> View:
        @helpers(*kinds)
        @minding_keys
        @wraps(view)
        def opened(request: HttpRequest, signed: SignedMember, **places: Any) -> HttpResponse:
            return view(request, keys_of(signed.visit, signed.member), **places)

        return opened

    return decorate


def minding_keys(view: View) -> View:
    """A view for a signed-in helper that is stopped when a key is not the one that was met before."""

    @wraps(view)
    def minding(request: HttpRequest, signed: SignedMember, **places: Any) -> HttpResponse:
        try:
            return view(request, signed, **places)
        except KeyChanged as changed:
            return warn_of_key(request, signed, changed)

    return minding


def warn_of_key(request: HttpRequest, signed: SignedMember, changed: KeyChanged) -> HttpResponse:
    """The page about a key that changed: whose, and what to do. Nothing was sealed to it."""
    whose = changed.holder
    context = {
        "name": display_name(whose.member) if whose.member else "",
        "mine": whose.id == signed.member.id,
        "compare_url": reverse(settings.KEY_COMPARISON, args=[whose.id]),
        "genuine": whose.is_genuine,
    }
    return render(request, "vault/key_changed.html", context, status=409)


def with_family(way_back: str) -> Callable[[View], View]:
    """Hand a family's keys to the view; without an open visit the page ``way_back`` asks for the words."""

    def decorate(view: View) -> View:
        @wraps(view)
        def opened(request: HttpRequest, **places: Any) -> HttpResponse:
            visit = visit_of(request)
            if visit is None or visit.kind != "family":
                if request.method == "POST":
                    raise Http404
                return redirect(way_back)
            keys: Keys = keys_of(visit)
            return view(request, keys, **places)

        return opened

    return decorate

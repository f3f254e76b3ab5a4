"""Who comes in: a family with its words, or any helper."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from peredacha.rooms.people.services import FAMILY, visit_of
from peredacha.rooms.vault.services import Keys, with_family, with_keys

View = Callable[..., HttpResponse]


def with_own_keys(view: View) -> View:
    """Hand the keys of a family or of a helper to a view about their own things; nobody else comes in."""

    @with_family(settings.FAMILY_DOOR)
    def as_family(request: HttpRequest, keys: Keys, **places: Any) -> HttpResponse:
        return view(request, keys, **places)

    @with_keys()
    def as_helper(request: HttpRequest, keys: Keys, **places: Any) -> HttpResponse:
        return view(request, keys, **places)

    @wraps(view)
    def come(request: HttpRequest, **places: Any) -> HttpResponse:
        visit = visit_of(request)
        helper = visit is not None and visit.kind != FAMILY
        return (as_helper if helper else as_family)(request, **places)

    return come

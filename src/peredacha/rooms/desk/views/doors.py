"""Who comes in where: the reception, and whoever opens a matter."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from peredacha.rooms.desk.selectors import sits_in_reception
from peredacha.rooms.desk.services import open_for
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.services import Keys, with_keys

View = Callable[..., HttpResponse]


def with_reception(view: View) -> View:
    """Hand the keys and the chapter to a view of the reception; everybody else is led to the own families."""

    @with_keys()
    @wraps(view)
    def opened(request: HttpRequest, keys: Keys, **places: Any) -> HttpResponse:
        if keys.member is None or not sits_in_reception(keys):
            if request.method == "POST":
                raise Http404
            return redirect("desk:own")
        return view(request, keys, keys.member.chapter, **places)

    return opened


def with_matter(view: View) -> View:
    """Hand the opened file to a view; a matter that does not open for these keys is not there."""

    @with_keys()
    @wraps(view)
    def opened(request: HttpRequest, keys: Keys, matter_id: UUID, **places: Any) -> HttpResponse:
        file = open_for(keys, matter_id, now=timezone.now())
        if file is None:
            raise Http404
        return view(request, keys, file, **places)

    return opened


def with_inner(view: View) -> View:
    """The same for what only helpers who stay may do; for who reads for some hours there is no such address."""

    @with_matter
    @wraps(view)
    def opened(request: HttpRequest, keys: Keys, file: MatterFile, **places: Any) -> HttpResponse:
        if file.inner is None:
            raise Http404
        return view(request, keys, file, **places)

    return opened

"""Who comes in where: whoever opens a matter, and of them who stays."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from peredacha.rooms.desk.services import open_for
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.services import Keys, with_keys

View = Callable[..., HttpResponse]


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

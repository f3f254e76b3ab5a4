"""What is carried to one person, opened by who packs: through the circle, without the matter."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from peredacha.rooms.errands.selectors import carried_errands
from peredacha.rooms.errands.services import open_errands
from peredacha.rooms.vault.services import Keys, with_keys

View = Callable[..., HttpResponse]
PAGES = ["GET", "HEAD", "POST"]


def with_carried(view: View) -> View:
    """Hand the errands that the address names to a view; who sits in no circle that opens them finds nothing."""

    @with_keys("packer", "coordinator")
    @wraps(view)
    def come(request: HttpRequest, keys: Keys, errands: UUID, **places: Any) -> HttpResponse:
        row = carried_errands(keys.member.chapter, errands) if keys.member else None
        opened = open_errands(keys, row, now=timezone.now()) if row else None
        if opened is None:
            raise Http404
        return view(request, opened, **places)

    return come

"""Who comes in: packers and coordinators of the chapter; a thing of another chapter is not there."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from peredacha.rooms.goods.selectors import find_good
from peredacha.rooms.vault.services import Keys, with_keys

View = Callable[..., Any]
PAGES = ["GET", "HEAD", "POST"]
packers = with_keys("packer", "coordinator")


def chapter_of(keys: Keys) -> str:
    """The chapter of the helper."""
    if keys.member is None:
        raise Http404
    return keys.member.chapter


def with_good(view: View) -> Callable[..., HttpResponse]:
    """Hand the keys and a good of the own chapter, named ``good`` in the address, to the view."""

    @packers
    @wraps(view)
    def found(request: HttpRequest, keys: Keys, good: UUID, **places: Any) -> HttpResponse:
        one = find_good(chapter_of(keys), good)
        if one is None:
            raise Http404
        response: HttpResponse = view(request, keys, one, **places)
        return response

    return found

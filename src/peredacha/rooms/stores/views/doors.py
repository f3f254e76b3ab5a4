"""One lot of the own chapter, and a page with one form and nothing else."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from peredacha.rooms.goods.services import chapter_of, packers
from peredacha.rooms.stores.selectors import find_lot
from peredacha.rooms.vault.services import Keys

View = Callable[..., Any]
FORM = "stores/ask.html"
"""The template of a page that asks one form and shows nothing else."""


def with_lot(view: View) -> Callable[..., HttpResponse]:
    """Hand a lot of the own chapter to the view."""

    @packers
    @wraps(view)
    def found(request: HttpRequest, keys: Keys, lot: UUID, **places: Any) -> HttpResponse:
        one = find_lot(chapter_of(keys), lot)
        if one is None:
            raise Http404
        response: HttpResponse = view(request, keys, one, **places)
        return response

    return found

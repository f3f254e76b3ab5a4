"""While the house is sealed, only the public pages answer."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from peredacha.rooms.vault.selectors import is_closed


class ClosedHouse:
    """Middleware: one calm sentence for every page that is not public, as long as the house is closed.

    Public are the rooms and the single pages in ``settings.OPEN_WHEN_SEALED``.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """As every middleware."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing is done here."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """The sentence instead of a guarded page; one row is read for guarded pages only."""
        found = request.resolver_match
        if found is None or not found.namespace:
            return None
        if not {found.namespace, found.view_name}.isdisjoint(settings.OPEN_WHEN_SEALED) or not is_closed():
            return None
        return render(request, "vault/closed.html", status=503)

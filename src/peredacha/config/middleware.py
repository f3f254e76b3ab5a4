"""What every page carries: it is never kept by a browser, a proxy or a disk; what cannot be written is told calmly."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.errands.services import NotOpen
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import NoReception
from peredacha.rooms.vault.models import Safe

Handler = Callable[[HttpRequest], HttpResponse]
LONGEST_ECHO = 40_000
SCANNING = {"stores:index", "stores:receive", "goods:new", "goods:code"}
"""Pages whose field reads a code of a shop by the camera; no other page may open it."""


def private_pages(get_response: Handler) -> Handler:
    """Forbid keeping a page: after "Exit" the back button and the disk show nothing."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        seen = request.resolver_match.view_name if request.resolver_match else ""
        camera = "self" if seen in SCANNING else ""
        response.headers["Permissions-Policy"] = (
            f"camera=({camera}), geolocation=(), microphone=(), interest-cohort=()"
        )
        response.headers["X-Robots-Tag"] = "noarchive"
        return response

    return answer


class KeysDoNotFit:
    """When keys do not open what must be written, or it was erased in this moment, say so in one sentence and give
    back what was typed."""

    def __init__(self, get_response: Handler) -> None:
        """``get_response`` answers the request."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer as it is."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A calm page instead of a broken one; nothing was written."""
        page, status = "errors/keys_do_not_fit.html", 503
        if isinstance(error, Safe.DoesNotExist | Matter.DoesNotExist | NotOpen):
            page, status = "errors/erased_meanwhile.html", 410
        elif not isinstance(error, NotSealedHere | NoReception):
            return None
        typed = [text for name, text in request.POST.items() if name in ECHOED and len(text) <= LONGEST_ECHO]
        return render(request, page, {"typed": typed}, status=status)


ECHOED = ("text", "inner-text", "words", "note", "what", "next-what")
"""Fields of long words that are shown again, so that nothing typed is lost."""

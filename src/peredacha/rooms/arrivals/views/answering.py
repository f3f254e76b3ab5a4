"""What several pages need: the file behind an address, the page of a form, the limits of a file that is sent."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.files.uploadhandler import MemoryFileUploadHandler, StopUpload
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from peredacha.rooms.arrivals.forms.letters import MOST_BYTES
from peredacha.rooms.arrivals.services.writing import NotThere, file_of
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.services import Keys

PAGES = ["GET", "HEAD", "POST"]
UNPROCESSABLE, CONFLICT = 422, 409
STILL_READ = 4 * MOST_BYTES


def page(request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page of this room; 422 when its form is to be mended."""
    form = context.get("form")
    wrong = form is not None and bool(form.errors)
    return render(request, name, context, status=UNPROCESSABLE if wrong and status == 200 else status)


def seated(keys: Keys) -> str:
    """The chapter of a helper who sits in a circle; for everybody else there is no such page."""
    if keys.member is None or not keys.circles:
        raise Http404
    return keys.member.chapter


def file_or_404(keys: Keys, matter: UUID) -> MatterFile:
    """The file of an open matter of one's own chapter."""
    try:
        return file_of(keys, matter, now=timezone.now())
    except NotThere as error:
        raise Http404 from error


class OnlyInMemory(MemoryFileUploadHandler):
    """Keeps a file in memory and never on the disk; a bigger one than the limit is not taken at all."""

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: Any = None
    ) -> None:
        """Take part whatever the length."""
        self.activated = True
        self.taken = 0
        self.announced = content_length

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file that is announced as far too large is not read at all."""
        if self.announced > STILL_READ:
            self.request.too_big = True  # type: ignore[union-attr]
            raise StopUpload(connection_reset=True)
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Count what came; stop at the limit."""
        self.taken += len(raw_data)
        if self.taken > MOST_BYTES:
            self.request.too_big = True  # type: ignore[union-attr]
            raise StopUpload(connection_reset=False)
        return super().receive_data_chunk(raw_data, start)


def in_memory(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Read what is sent to this view into memory alone; the view checks for forgery itself, by ``csrf_protect``."""

    @csrf_exempt
    @wraps(view)
    def reading(request: HttpRequest, **places: Any) -> HttpResponse:
        request.upload_handlers = [OnlyInMemory(request)]
        return view(request, **places)

    return reading

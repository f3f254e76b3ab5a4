"""Who comes in: packers and coordinators; a batch that their keys do not open is not there."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from peredacha.rooms.batches.selectors import find_batch
from peredacha.rooms.batches.services import OpenBatch, find_opened
from peredacha.rooms.vault.services import Keys, with_keys

View = Callable[..., HttpResponse]
PAGES = ["GET", "HEAD", "POST"]
BUSY = 503
LOOKS_AGAIN = "4"
"""After so long a page that waits looks again by itself [s], without a script."""
packers = with_keys("packer", "coordinator")


def chapter_of(keys: Keys) -> str:
    """The chapter of the helper."""
    if keys.member is None:
        raise Http404
    return keys.member.chapter


def with_batch(view: View) -> View:
    """Hand one batch of the own chapter to the view."""

    @packers
    @wraps(view)
    def found(request: HttpRequest, keys: Keys, batch: UUID, **places: Any) -> HttpResponse:
        opened: OpenBatch | None = find_opened(keys, find_batch(chapter_of(keys), batch), now=timezone.now())
        if opened is None:
            raise Http404
        return view(request, keys, opened, **places)

    return found

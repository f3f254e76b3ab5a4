"""What several pages share: one letter of the own chapter, one page of an answer as a file."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from peredacha.rooms.conversations.services import DamagedFile, OpenAttachment, whole
from peredacha.rooms.letters.models import Letter
from peredacha.rooms.letters.selectors import find_letter
from peredacha.rooms.vault.services import Keys

GONE = 410
NO_PAGE_OF_OURS = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Content-Encoding": "identity",
}
View = Callable[..., HttpResponse]


def with_letter(view: View) -> View:
    """Hand a letter of the own chapter to a view; what is not there is not there."""

    @wraps(view)
    def found(request: HttpRequest, keys: Keys, letter: UUID, **places: Any) -> HttpResponse:
        row: Letter | None = find_letter(letter, keys.member.chapter) if keys.member else None
        if row is None:
            raise Http404
        return view(request, keys, row, **places)

    return found


def sent_page(found: OpenAttachment) -> HttpResponse:
    """A page of an answer whole, never a page of ours."""
    try:
        body = b"".join(whole(found))
    except DamagedFile:
        return HttpResponse(status=GONE, headers=NO_PAGE_OF_OURS)
    kind = "inline" if found.is_picture else "attachment"
    told = {"Content-Disposition": f'{kind}; filename="{found.download_name}"'}
    return HttpResponse(body, content_type=found.kind, headers={**NO_PAGE_OF_OURS, **told})

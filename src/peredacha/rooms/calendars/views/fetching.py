"""A phone asks for its dates: no session, no cookie, nothing is written."""

from hashlib import sha256

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from peredacha.rooms.calendars.services import fetched


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar behind a secret address; one neutral sentence for every other one."""
    body = fetched(token, now=timezone.now())
    if body is None:
        return HttpResponseNotFound(
            _("There is nothing here.") + "\n", content_type="text/plain; charset=utf-8"
        )
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": etag, "X-Content-Type-Options": "nosniff"}
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=headers)
    return get_conditional_response(request, etag=etag, response=answer) or answer

"""For everybody: hearings to which anybody may come, as a page and as a calendar."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from peredacha.rooms.hearings.services import open_feed, told_open


@require_safe
def open_list(request: HttpRequest) -> HttpResponse:
    """Public hearings by day."""
    return render(request, "hearings/open_list.html", {"days": told_open(now=timezone.now())})


@require_safe
def open_ics(request: HttpRequest) -> HttpResponse:
    """The calendar of public hearings; a phone that has it already gets no body."""
    told = open_feed(now=timezone.now())
    headers = {"ETag": told.mark, "Content-Disposition": 'attachment; filename="hearings.ics"'}
    whole = HttpResponse(told.body, content_type="text/calendar; charset=utf-8", headers=headers)
    found = get_conditional_response(request, etag=told.mark, response=whole)
    return found if isinstance(found, HttpResponse) else whole

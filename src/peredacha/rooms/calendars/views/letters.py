"""A letter before each day: on or off."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from peredacha.rooms.calendars.services import (
    NowhereToWrite,
    has_address,
    stop_letters,
    want_letters,
    wants_letters,
)
from peredacha.rooms.calendars.views.doors import with_own_keys
from peredacha.rooms.vault.services import Keys

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@with_own_keys
def letters(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Whether letters go, and one button to change that."""
    now, status = timezone.now(), 200
    if request.method == "POST":
        try:
            if request.POST.get("act") == "stop":
                stop_letters(keys.holder)
            else:
                want_letters(keys=keys, now=now)
            return redirect("calendars:letters")
        except NowhereToWrite:
            status = UNPROCESSABLE
    on = wants_letters(keys.holder)
    context = {
        "on": on,
        "has_address": has_address(keys, now=now),
        "is_helper": keys.member is not None,
        "notices_url": reverse("conversations:notices"),
    }
    return render(request, "calendars/letters.html", context, status=status)

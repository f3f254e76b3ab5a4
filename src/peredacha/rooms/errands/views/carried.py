"""For whom something is packed: what the label and the window need, and one tap for “he is still there”."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from peredacha.rooms.errands.services import (
    NotOpen,
    OpenErrands,
    confirm_place,
    place_age,
    short_counter,
    told_label,
)
from peredacha.rooms.errands.views.doors import with_carried


@require_safe
@with_carried
def carried(request: HttpRequest, opened: OpenErrands) -> HttpResponse:
    """The recipient, and nothing of the matter."""
    today = timezone.localdate()
    context = {
        "errands": opened.row,
        "rows": told_label(opened.recipient, today=today),
        "place": place_age(opened.recipient, today=today),
        "left": short_counter(opened, today=today),
        "damaged": opened.damaged,
    }
    return render(request, "errands/carried.html", context)


@require_POST
@with_carried
def carried_still(request: HttpRequest, opened: OpenErrands) -> HttpResponse:
    """They said at the window, or on the telephone, that he is still there."""
    with suppress(NotOpen):
        confirm_place(opened=opened, how="window", now=timezone.now())
    return redirect("errands:carried", errands=opened.row.id)

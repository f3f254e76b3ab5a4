"""For whom something is packed: what the label and the window need, and one tap for “he is still there”."""

from contextlib import suppress

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
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
        **came_from(request),
    }
    return render(request, "errands/carried.html", context)


def came_from(request: HttpRequest) -> dict[str, str]:
    """Addresses: the ``parcel`` from which a packer came, and where to tell that he is not there; else the board."""
    parcel = request.GET.get("parcel", "")
    try:
        elsewhere = reverse(settings.PARCEL_STEP, args=[parcel, "elsewhere"])
        home = reverse(settings.PARCEL_HOME, args=[parcel])
        return {"home": home, "elsewhere": elsewhere, "query": f"?parcel={parcel}"}
    except NoReverseMatch:
        return {"home": reverse(settings.PARCEL_BOARD), "query": ""}


@require_POST
@with_carried
def carried_still(request: HttpRequest, opened: OpenErrands) -> HttpResponse:
    """They said at the window, or on the telephone, that he is still there; who reads the matter settles a doubt."""
    with suppress(NotOpen):
        if not opened.recipient.heard:
            confirm_place(opened=opened, how="window", now=timezone.now())
    came = came_from(request)
    return (
        redirect(came["home"]) if "elsewhere" in came else redirect("errands:carried", errands=opened.row.id)
    )

"""The list of whose turn it is."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from peredacha.core.turns import KINDS
from peredacha.rooms.turns.services import kind_words, kinds_for, told_turns, way_to_pack
from peredacha.rooms.vault.services import Keys, with_keys


@require_safe
@with_keys("coordinator", "packer")
def turns(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Who was left alone longest, of everything or of one kind."""
    if keys.member is None or not keys.circles:
        raise Http404
    now, asked = timezone.now(), request.GET.get("kind", "")
    kinds = kinds_for(keys, now=now)
    kind = asked if asked in kinds else "" if kinds == KINDS else kinds[0]
    context = {
        "lines": told_turns(keys, kind=kind, now=now),
        "packs": kind in ("", "parcel"),
        "kinds": kind_words(kinds),
        "kind": kind,
        "all": kinds == KINDS,
        "board": reverse(settings.PARCEL_BOARD),
    }
    return render(request, "turns/turns.html", context)


@require_safe
@with_keys("coordinator", "packer")
def pack(request: HttpRequest, keys: Keys) -> HttpResponse:
    """One tap: the parcel of whoever waits longest, or the page on which one is asked for."""
    if keys.member is None or not keys.circles:
        raise Http404
    return redirect(way_to_pack(keys, now=timezone.now()))

"""A family and its helpers: the parcels of one matter, and a new one."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.rooms.errands.services import errands_of, seat_damage, short_counter
from peredacha.rooms.matters.selectors import matter_of_family
from peredacha.rooms.matters.services import OpenMatter, with_matter
from peredacha.rooms.parcels.forms import AskDraft
from peredacha.rooms.parcels.services import ask_parcel, summary_for
from peredacha.rooms.parcels.views.doors import PAGES
from peredacha.rooms.vault.services import Keys, with_family


@require_safe
@with_family(settings.FAMILY_DOOR)
def mine(request: HttpRequest, keys: Keys) -> HttpResponse:
    """The family's parcels, behind an address that names nothing."""
    matter = matter_of_family(keys.holder)
    return redirect("parcels:parcels", matter=matter.id) if matter else redirect(settings.FAMILY_HOME)


@require_safe
@with_matter
def parcels(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """The parcels of a matter, and what the law leaves this year."""
    now = timezone.now()
    errands = errands_of(opened.keys, opened.file, now=now)
    context = {
        "opened": opened,
        "summary": summary_for(opened.keys, opened.file, now),
        "lost": seat_damage(opened.keys, opened.file, now=now),
        "left": short_counter(errands, today=timezone.localdate(now)) if errands else "",
    }
    return render(request, "parcels/parcels.html", context)


@require_http_methods(PAGES)
@with_matter
def ask(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """A new parcel, one question a page; nothing is kept before the last one."""
    draft = AskDraft(request)
    if draft.is_whole:
        asked = draft.request("helper" if opened.keys.member else "family")
        made = ask_parcel(
            keys=opened.keys, file=opened.file, request=asked, now=timezone.now(), once=draft.once
        )
        return redirect("parcels:parcel", parcel=made.id)
    context = {"opened": opened, "draft": draft, "form": draft.form}
    return render(request, "parcels/ask.html", context, status=draft.form.status)

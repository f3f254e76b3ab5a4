"""A box that came: scan, count, put on the shelf."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.design.one_form import Page, ask
from peredacha.rooms.goods.selectors import name_of
from peredacha.rooms.goods.services import PAGES, chapter_of, packers, with_good
from peredacha.rooms.stores.forms import FindForm, ReceiveForm
from peredacha.rooms.stores.forms.stocking import first_place
from peredacha.rooms.stores.models import Good, MovementKind
from peredacha.rooms.stores.selectors import (
    LotLine,
    came_lately,
    find_goods,
    find_lot,
    last_place,
    lot_line,
    places_of,
    recent_drives,
)
from peredacha.rooms.stores.services import Delivery
from peredacha.rooms.stores.services import receive as put_on_shelf
from peredacha.rooms.stores.views.doors import FORM
from peredacha.rooms.vault.services import Keys


@require_safe
@packers
def receive(request: HttpRequest, keys: Keys) -> HttpResponse:
    """What came? A known code leads on at once."""
    chapter, today = chapter_of(keys), timezone.localdate()
    form = FindForm.sought(request, _("What came?"))
    asked = form.question
    found = find_goods(chapter, asked, today) if asked else None
    if found and found.good:
        return redirect("stores:receive_good", good=found.good.id)
    context = {
        "form": form,
        "found": found,
        "lines": found.lines if found else came_lately(chapter, today),
        "asked": asked,
        "code": found.new_code if found and found.new_code else carried(form),
        "done": put_down(chapter, request.GET.get("done", "")),
        "places": places_of(chapter),
    }
    return render(request, "stores/receive.html", context, status=form.status)


def carried(form: FindForm) -> str:
    """The new code for which words are searched now."""
    return str(form.cleaned_data.get("code", "")) if form.is_bound and form.is_valid() else ""


def put_down(chapter: str, lot: str) -> LotLine | None:
    """What was put on the shelf just now, as it lies there."""
    try:
        found = find_lot(chapter, UUID(lot))
    except ValueError:
        return None
    return lot_line(found, timezone.localdate()) if found else None


@require_http_methods(PAGES)
@with_good
def receive_good(request: HttpRequest, keys: Keys, good: Good) -> HttpResponse:
    """How many, until when, where to."""
    today, places = timezone.localdate(), places_of(chapter_of(keys))
    if not places:
        return redirect(f"{reverse('stores:places')}?{urlencode({'for': good.id})}")
    last = last_place(good)
    first = {
        "place": first_place(places, last.place_id if last else None),
        "shelf": last.shelf if last and last.good_id == good.id else "",
        "source": MovementKind.DONATED,
    }
    drives = recent_drives(good.chapter, today)
    form = ReceiveForm.asked(request, initial=first, places=places, drives=drives, today=today)

    def save(told: dict[str, Any]) -> str:
        lot = put_on_shelf(good=good, told=Delivery(**form.told), today=today, once=told["once"])
        return f"{reverse('stores:receive')}?{urlencode({'done': lot.id})}"

    page = Page(
        name_of(good),
        _("Put on the shelf"),
        reverse("stores:receive"),
        FORM,
        back_text=_("Something else came"),
    )
    return ask(request, form, page, save)

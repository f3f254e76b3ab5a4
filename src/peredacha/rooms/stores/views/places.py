"""Places by the name that helpers give them."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from peredacha.design.one_form import Page, ask
from peredacha.rooms.goods.selectors import known_good
from peredacha.rooms.goods.services import PAGES, chapter_of, packers
from peredacha.rooms.stores.forms import PlaceForm
from peredacha.rooms.stores.selectors import find_place, places_of
from peredacha.rooms.stores.services import name_place
from peredacha.rooms.stores.views.doors import FORM
from peredacha.rooms.vault.services import Keys


@require_http_methods(PAGES)
@packers
def places(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Every place, and a new one; who came here with a box goes on with it."""
    chapter = chapter_of(keys)
    form = PlaceForm.asked(request)
    good = known_good(chapter, request.GET.get("for", ""))

    def save(told: dict[str, Any]) -> str:
        name_place(chapter=chapter, name=told["name"])
        return reverse("stores:receive_good", args=[good.id]) if good else reverse("stores:places")

    lead = _("First give a place a name: a cupboard, a room.") if good else ""
    more = {"places": places_of(chapter)}
    page = Page(
        _("Places"),
        _("Add the place"),
        reverse("stores:index"),
        "stores/places.html",
        lead,
        more=more,
    )
    return ask(request, form, page, save)


@require_http_methods(PAGES)
@packers
def rename(request: HttpRequest, keys: Keys, place: UUID) -> HttpResponse:
    """Another name for a place."""
    chapter = chapter_of(keys)
    found = find_place(chapter, place)
    if found is None:
        raise Http404
    form = PlaceForm.asked(request, initial={"name": found.name})

    def save(told: dict[str, Any]) -> str:
        name_place(chapter=chapter, name=told["name"], place=place)
        return reverse("stores:places")

    return ask(request, form, Page(_("Another name"), _("Save"), reverse("stores:places"), FORM), save)

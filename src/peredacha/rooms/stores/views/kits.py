"""Ready sets."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from peredacha.design.one_form import Page, ask
from peredacha.rooms.goods.selectors import goods_of
from peredacha.rooms.goods.services import PAGES, chapter_of, packers
from peredacha.rooms.stores.forms import KitForm, KitLineForm
from peredacha.rooms.stores.selectors import find_kit, kits_of
from peredacha.rooms.stores.services import drop_kit, make_kit, set_line
from peredacha.rooms.vault.services import Keys


@require_http_methods(PAGES)
@packers
def kits(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Every set, and a new one."""
    chapter = chapter_of(keys)
    form = KitForm.asked(request)

    def save(told: dict[str, Any]) -> str:
        return reverse("stores:kit", args=[make_kit(chapter=chapter, name=told["name"]).id])

    more = {"kits": kits_of(chapter, on=timezone.localdate())}
    page = Page(
        _("Ready sets"), _("Begin the set"), reverse("stores:index"), template="stores/kits.html", more=more
    )
    return ask(request, form, page, save)


@require_http_methods(PAGES)
@packers
def kit(request: HttpRequest, keys: Keys, kit: UUID) -> HttpResponse:
    """What belongs to a set."""
    chapter = chapter_of(keys)
    found = find_kit(chapter, kit, on=timezone.localdate())
    if found is None:
        raise Http404
    form = KitLineForm.asked(request, initial={"pieces": 1}, goods=goods_of(chapter))

    def save(told: dict[str, Any]) -> str:
        set_line(chapter=chapter, kit=kit, **told)
        return reverse("stores:kit", args=[kit])

    more = {"kit": found}
    page = Page(
        found.name, _("Put into the set"), reverse("stores:kits"), template="stores/kit.html", more=more
    )
    return ask(request, form, page, save)


@require_POST
@packers
def drop(_request: HttpRequest, keys: Keys, kit: UUID) -> HttpResponse:
    """The set is not packed any more; the store stays as it is."""
    drop_kit(chapter=chapter_of(keys), kit=kit)
    return redirect("stores:kits")

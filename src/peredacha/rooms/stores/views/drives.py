"""Collections: what came, never from whom."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.design.one_form import Page, ask
from peredacha.rooms.goods.services import PAGES, chapter_of, packers
from peredacha.rooms.stores.forms import DriveForm
from peredacha.rooms.stores.selectors import drives_of
from peredacha.rooms.stores.services import add_drive
from peredacha.rooms.stores.views.doors import FORM
from peredacha.rooms.vault.services import Keys


@require_safe
@packers
def drives(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Every collection, the newest first."""
    return render(request, "stores/drives.html", {"drives": drives_of(chapter_of(keys))})


@require_http_methods(PAGES)
@packers
def new(request: HttpRequest, keys: Keys) -> HttpResponse:
    """A collection is written down; then its things are put on the shelf."""
    form = DriveForm.asked(request, initial={"day": timezone.localdate()})

    def save(told: dict[str, Any]) -> str:
        kilos = told.pop("kilos")
        add_drive(chapter=chapter_of(keys), grams=kilos * 1000 if kilos else None, **told)
        return reverse("stores:drives")

    lead = _("Who gave is written nowhere: no list of givers exists that anybody could find.")
    return ask(request, form, Page(_("A collection"), _("Save"), reverse("stores:drives"), FORM, lead), save)

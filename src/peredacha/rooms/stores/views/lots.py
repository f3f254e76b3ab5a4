"""One lot: moved, counted, written off."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.design.one_form import Page, ask
from peredacha.rooms.goods.services import PAGES, chapter_of
from peredacha.rooms.stores.forms import CountForm, MoveForm, WriteOffForm
from peredacha.rooms.stores.models import Lot
from peredacha.rooms.stores.selectors import lot_line, places_of
from peredacha.rooms.stores.services import count_lot, transfer, write_off
from peredacha.rooms.stores.views.doors import FORM, with_lot
from peredacha.rooms.vault.services import Keys


@require_safe
@with_lot
def lot(request: HttpRequest, _keys: Keys, lot: Lot) -> HttpResponse:
    """What lies there, and what can be done with it."""
    return render(request, "stores/lot.html", {"line": lot_line(lot, timezone.localdate())})


def page_of(lot: Lot, title: str, act: str) -> Page:
    """A page about a lot, with what lies there above its question."""
    line = lot_line(lot, timezone.localdate())
    lead = f"{line.name}: {line.pieces}. {line.where}. {line.until}."
    return Page(title, act, home_of(lot), FORM, lead)


def home_of(lot: Lot) -> str:
    """The page of a lot."""
    return reverse("stores:lot", args=[lot.id])


@require_http_methods(PAGES)
@with_lot
def move(request: HttpRequest, keys: Keys, lot: Lot) -> HttpResponse:
    """Pieces go to another place or shelf."""
    form = MoveForm.asked(request, initial={"pieces": lot.pieces}, places=places_of(chapter_of(keys)))

    def save(told: dict[str, Any]) -> str:
        return home_of(transfer(lot=lot, today=timezone.localdate(), **told))

    return ask(request, form, page_of(lot, _("Move to another place"), _("Move")), save)


@require_http_methods(PAGES)
@with_lot
def count(request: HttpRequest, _keys: Keys, lot: Lot) -> HttpResponse:
    """How many really lie there; the difference is written as an event."""
    form = CountForm.asked(request, initial={"pieces": lot.pieces})

    def save(told: dict[str, Any]) -> str:
        count_lot(lot=lot, today=timezone.localdate(), **told)
        return home_of(lot)

    return ask(request, form, page_of(lot, _("Count anew"), _("So many lie there")), save)


@require_http_methods(PAGES)
@with_lot
def off(request: HttpRequest, _keys: Keys, lot: Lot) -> HttpResponse:
    """Pieces are spoiled, broken or lost; all of them stand there only where they went off."""
    gone = lot.best_before is not None and lot.best_before < timezone.localdate()
    form = WriteOffForm.asked(request, initial={"pieces": lot.pieces} if gone else {})

    def save(told: dict[str, Any]) -> str:
        write_off(lot=lot, today=timezone.localdate(), **told)
        return home_of(lot)

    return ask(request, form, page_of(lot, _("Write off"), _("Write off")), save)

"""A thing written down or changed, and its codes."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from peredacha.design.one_form import Page, ask
from peredacha.rooms.goods.forms import CodeForm, GoodForm
from peredacha.rooms.goods.models import Good
from peredacha.rooms.goods.selectors import code_of, looks_like_code, name_of
from peredacha.rooms.goods.services import (
    PAGES,
    GoodDraft,
    add_code,
    add_good,
    change_good,
    chapter_of,
    packers,
    with_good,
)
from peredacha.rooms.vault.services import Keys


@require_http_methods(PAGES)
@packers
def new(request: HttpRequest, keys: Keys) -> HttpResponse:
    """A thing that has never been here; its code is filled in when it was scanned."""
    known = {"barcode": code_of(request.GET.get("code", "")), "name_ru": request.GET.get("name", "")[:80]}
    if looks_like_code(known["name_ru"]):
        known["name_ru"] = ""
    form = GoodForm.asked(request, initial=known)

    def save(told: dict[str, Any]) -> str:
        codes = [told["barcode"]] if told["barcode"] else []
        made = add_good(chapter=chapter_of(keys), told=GoodDraft(**form.told), codes=codes, once=told["once"])
        return reverse(settings.GOOD_COMES, args=[made.id])

    page = Page(_("A new thing"), _("Save"), reverse(settings.GOODS_COME), template="goods/good_form.html")
    return ask(request, form, page, save)


@require_http_methods(PAGES)
@with_good
def change(request: HttpRequest, _keys: Keys, good: Good) -> HttpResponse:
    """Another weight, another kind, another name."""
    form = GoodForm.asked(request, initial=GoodForm.first(good), good=good)
    home = reverse(settings.GOOD_HOME, args=[good.id])

    def save(_told: dict[str, Any]) -> str:
        change_good(good=good, told=GoodDraft(**form.told))
        return home

    page = Page(name_of(good), _("Save"), home, back_text=name_of(good), template="goods/good_form.html")
    return ask(request, form, page, save)


@require_http_methods(PAGES)
@with_good
def code(request: HttpRequest, _keys: Keys, good: Good) -> HttpResponse:
    """One more code of a shop; when it was scanned at a box, the box goes on the shelf next."""
    scanned = code_of(request.GET.get("code", ""))
    form = CodeForm.asked(request, initial={"barcode": scanned})
    home = reverse(settings.GOOD_HOME, args=[good.id])

    def save(told: dict[str, Any]) -> str:
        add_code(good=good, code=told["barcode"])
        return reverse(settings.GOOD_COMES, args=[good.id]) if scanned else home

    lead = _("The same thing of another maker may have its own code. Weight and kind must be the same.")
    back = f"{reverse(settings.GOODS_COME)}?{urlencode({'q': scanned})}" if scanned else home
    return ask(
        request, form, Page(name_of(good), _("It is the same thing"), back, "goods/code.html", lead), save
    )

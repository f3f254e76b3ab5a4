"""What is taken along: the lists, the forms, the sections of a packet."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.design.numbers import TOO_LONG
from peredacha.rooms.bundles.forms import FORMS, SectionForm
from peredacha.rooms.bundles.services import (
    NAMES,
    Kind,
    Packing,
    first_values,
    packing_lines,
    save,
    section_name,
    take_away,
)
from peredacha.rooms.bundles.views.doors import LISTS, PAGES, OpenShelf, with_packing, with_shelf
from peredacha.rooms.vault.services import TooLong


@require_safe
@with_shelf
def listed(request: HttpRequest, opened: OpenShelf, kind: Kind) -> HttpResponse:
    """Everything of one kind, and the way to another one."""
    lines = packing_lines(opened.held, opened.shelf, kind)
    gone = [one for one in opened.shelf.packings if one.kind == kind and one.gone]
    context = {
        "opened": opened,
        "kind": kind,
        "lines": [(one, opened.address(kind, bundle=one.id)) for one in lines],
        "new_url": opened.address(f"new_{kind}"),
        "gone": [opened.address(f"put_{kind}_back", bundle=one.id) for one in gone[-1:]],
    }
    return render(request, "bundles/listed.html", context)


@require_http_methods(PAGES)
@with_shelf
def new(request: HttpRequest, opened: OpenShelf, kind: Kind) -> HttpResponse:
    """Begin another one."""
    return tell(request, opened, kind, None)


@require_http_methods(PAGES)
@with_packing
def change(request: HttpRequest, opened: OpenShelf, one: Packing) -> HttpResponse:
    """Change what is taken along."""
    return tell(request, opened, one.kind, one)


def tell(request: HttpRequest, opened: OpenShelf, kind: Kind, one: Packing | None) -> HttpResponse:
    """Show the form of a bundle or a packet, or keep what it says."""
    first = first_values(opened.held, one, kind)
    form = FORMS[kind].asked(request, **opened.numbers, initial=first)
    if form.is_bound and form.is_valid():
        told = {name: opened.named(value) for name, value in form.told.items()}
        once, now = form.cleaned_data["once"], timezone.now()
        try:
            name = save(**opened.act, kind=kind, told=told, packing=one, once=once, now=now)
            return redirect(opened.address(kind, bundle=name))
        except TooLong:
            form.refuse(str(TOO_LONG))
    back = opened.address(kind, bundle=one.id) if one else opened.address(LISTS[kind])
    away = opened.address(f"take_{kind}_away", bundle=one.id) if one else ""
    context = {"opened": opened, "form": form, "kind": kind, "back_url": back, "away_url": away}
    return render(request, "bundles/form.html", context, status=form.status)


@require_http_methods(PAGES)
@with_packing
def section(request: HttpRequest, opened: OpenShelf, one: Packing, number: int) -> HttpResponse:
    """One section of a packet: its words and its pages."""
    name = section_name(number)
    if not name:
        raise Http404
    first = {"words": one.content[name], "pages": opened.held.numbered(one.content[f"{name}_pages"])}
    form = SectionForm.asked(request, **opened.numbers, initial=first)
    back = opened.address("packet", bundle=one.id)
    if form.is_bound and form.is_valid():
        told = {name: form.told["words"], f"{name}_pages": opened.named(form.told["pages"])}
        try:
            save(**opened.act, kind=one.kind, told=told, packing=one, now=timezone.now())
            return redirect(back)
        except TooLong:
            form.refuse(str(TOO_LONG))
    context = {"opened": opened, "form": form, "heading": NAMES[name], "back_url": back}
    return render(request, "bundles/form.html", context, status=form.status)


@require_POST
@with_packing
def take(request: HttpRequest, opened: OpenShelf, one: Packing) -> HttpResponse:
    """Take a bundle or a packet away; the list offers to put it back."""
    take_away(**opened.act, packing=one, now=timezone.now())
    return redirect(opened.address(LISTS[one.kind]))


@require_POST
@with_packing
def put(request: HttpRequest, opened: OpenShelf, one: Packing) -> HttpResponse:
    """Put it back."""
    take_away(**opened.act, packing=one, gone=False, now=timezone.now())
    return redirect(opened.address(LISTS[one.kind]))

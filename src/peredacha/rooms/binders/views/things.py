"""What is told beside the pages: one list and one form for each kind."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.design.numbers import TOO_LONG
from peredacha.rooms.binders.forms import FORMS
from peredacha.rooms.binders.services import (
    Thing,
    ThingKind,
    first_values,
    save_thing,
    take_away,
    thing_lines,
)
from peredacha.rooms.binders.views.doors import LISTS, PAGES, OpenBinder, with_binder, with_thing
from peredacha.rooms.vault.services import TooLong


@require_safe
@with_binder
def listed(request: HttpRequest, opened: OpenBinder, kind: ThingKind) -> HttpResponse:
    """Everything of one kind, and the way to another one."""
    gone = [one for one in opened.held.things if one.kind == kind and one.gone]
    lines = [(one, opened.address(kind, thing=one.id)) for one in thing_lines(opened.held, kind)]
    context = {
        "opened": opened,
        "kind": kind,
        "lines": lines,
        "new_url": opened.address(f"new_{kind}"),
        "gone": [opened.address(f"put_{kind}_back", thing=one.id) for one in gone[-1:]],
    }
    return render(request, "binders/things.html", context)


@require_http_methods(PAGES)
@with_binder
def new(request: HttpRequest, opened: OpenBinder, kind: ThingKind) -> HttpResponse:
    """Tell something new."""
    return tell(request, opened, kind, None)


@require_http_methods(PAGES)
@with_thing
def change(request: HttpRequest, opened: OpenBinder, one: Thing) -> HttpResponse:
    """Change what was told."""
    return tell(request, opened, one.kind, one)


def tell(request: HttpRequest, opened: OpenBinder, kind: ThingKind, thing: Thing | None) -> HttpResponse:
    """Show the form of a thing, or keep what it says."""
    first, pages = first_values(opened.held, thing) if thing else {}, len(opened.held.pages)
    form = FORMS[kind].asked(request, pages=pages, now_order=opened.held.order, initial=first)
    if form.is_bound and form.is_valid():
        told = {name: named(opened, value) for name, value in form.told.items()}
        once = form.cleaned_data["once"]
        try:
            save_thing(**opened.act, kind=kind, told=told, thing=thing, once=once, now=timezone.now())
            return redirect(opened.address(LISTS[kind]))
        except TooLong:
            form.refuse(str(TOO_LONG))
    context = {
        "opened": opened,
        "form": form,
        "kind": kind,
        "thing": thing,
        "back_url": opened.address(LISTS[kind]),
        "away_url": opened.address(f"take_{kind}_away", thing=thing.id) if thing else "",
    }
    return render(request, "binders/thing.html", context, status=form.status)


def named(opened: OpenBinder, value: Any) -> Any:
    """Numbers of pages as random names; everything else as it is."""
    return list(opened.held.named(value)) if isinstance(value, tuple) else value


@require_POST
@with_thing
def take(request: HttpRequest, opened: OpenBinder, one: Thing) -> HttpResponse:
    """Take a thing away; the list offers to put it back."""
    take_away(**opened.act, line=one, now=timezone.now())
    return redirect(opened.address(LISTS[one.kind]))


@require_POST
@with_thing
def put(request: HttpRequest, opened: OpenBinder, one: Thing) -> HttpResponse:
    """Put a thing back."""
    take_away(**opened.act, line=one, gone=False, now=timezone.now())
    return redirect(opened.address(LISTS[one.kind]))

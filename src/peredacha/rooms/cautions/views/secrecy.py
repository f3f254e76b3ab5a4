"""Undertakings of secrecy: what they mean, who signed, what they cover, when they end."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.design.forms import PlainForm
from peredacha.rooms.cautions.forms import CoverForm, EndForm, SignedForm
from peredacha.rooms.cautions.services import (
    NotYours,
    change_cover,
    free_filings,
    lift,
    may_change,
    record_undertaking,
    told_law,
    told_undertakings,
)
from peredacha.rooms.cautions.views.doors import PAGES, OpenedUndertaking, with_undertaking
from peredacha.rooms.matters.services import OpenMatter, with_matter


@require_safe
@with_matter
def signed(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """Every undertaking of the matter, and what can be done with it."""
    told = told_undertakings(opened.file)
    changes = may_change(opened.keys, opened.file, timezone.now())
    context = {"opened": opened, "signed": told, "changes": changes, "law": told_law()}
    return render(request, "cautions/secrecy.html", context)


@require_http_methods(PAGES)
@with_matter
def add(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """Who signed, and when. From then on everything is covered."""
    form = SignedForm.asked(request, today=timezone.localdate())
    if form.is_bound and form.is_valid():
        key = record_undertaking(keys=opened.keys, file=opened.file, now=timezone.now(), **form.cleaned_data)
        if may_change(opened.keys, opened.file, timezone.now()):
            return redirect("cautions:cover", matter=opened.matter, undertaking=key)
        return redirect("cautions:secrecy", matter=opened.matter)
    return render(
        request,
        "cautions/signed.html",
        {"opened": opened, "form": form, "law": told_law()},
        status=form.status,
    )


@require_http_methods(PAGES)
@with_matter
@with_undertaking
def cover(request: HttpRequest, one: OpenedUndertaking) -> HttpResponse:
    """What exactly it covers."""
    first = vars(one.fact) | {"named": "\n".join(one.fact.named)}
    return change(request, one, CoverForm.asked(request, initial=first), change_cover, "cautions/cover.html")


@require_http_methods(PAGES)
@with_matter
@with_undertaking
def free(request: HttpRequest, one: OpenedUndertaking) -> HttpResponse:
    """A lawyer says that papers to the court and the prosecutor may leave."""
    form = EndForm.asked(request, today=timezone.localdate(), initial={"on": timezone.localdate()})
    return change(request, one, form, free_filings, "cautions/free.html")


@require_http_methods(PAGES)
@with_matter
@with_undertaking
def lifted(request: HttpRequest, one: OpenedUndertaking) -> HttpResponse:
    """The undertaking no longer binds."""
    form = EndForm.asked(request, today=timezone.localdate(), initial={"on": timezone.localdate()})
    return change(request, one, form, lift, "cautions/lift.html")


def change(
    request: HttpRequest, one: OpenedUndertaking, form: PlainForm, act: Callable[..., None], page: str
) -> HttpResponse:
    """Show a form about an undertaking, or do what it says; who may not change it finds nothing."""
    if not may_change(one.opened.keys, one.opened.file, timezone.now()):
        raise Http404
    if form.is_bound and form.is_valid():
        try:
            act(**one.act, now=timezone.now(), **form.cleaned_data)
        except NotYours:
            raise Http404 from None
        return redirect("cautions:secrecy", matter=one.opened.matter)
    context = {"opened": one.opened, "form": form, "fact": one.fact, "law": told_law()}
    return render(request, page, context, status=form.status)

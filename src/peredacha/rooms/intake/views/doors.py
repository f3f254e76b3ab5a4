"""The start page, the ways out, and the pages of advice."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from peredacha.rooms.intake.selectors import find_page
from peredacha.rooms.intake.services import draw_start, kept_by, told_page, told_rule
from peredacha.rooms.intake.views.browser import forgetting


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Three doors, and what to do in the next minute."""
    return render(request, "intake/start.html", {"start": draw_start(kept_by(request).answers)})


@require_safe
def advice(request: HttpRequest, page_id: str) -> HttpResponse:
    """A page of advice."""
    page = find_page(page_id)
    if page is None:
        raise Http404
    return render(request, "intake/page.html", {"page": told_page(page)})


@require_safe
def rule(request: HttpRequest, row: str) -> HttpResponse:
    """One rule of the law: its text, editions, norms, sources, and who confirmed it."""
    told = told_rule(row)
    if told is None:
        raise Http404
    return render(request, "intake/rule.html", {"rule": told})


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Forget everything and show something harmless instead.

    An empty page that moves on at once: a redirect would have to be allowed for forms, hop by hop.
    """
    return forgetting(request, HttpResponse(headers={"Refresh": f"0; url={settings.EXIT_URL}"}))


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Forget everything and say so."""
    return forgetting(request, redirect("intake:forgotten"))


@require_safe
def forgotten(request: HttpRequest) -> HttpResponse:
    """What was forgotten, and what the browser still remembers by itself."""
    return render(request, "intake/forgotten.html")

"""The whole chapter: who is to be handed over, a proposal for all who wait, families for each other."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.rooms.mentoring.forms import LinesForm, PairForm
from peredacha.rooms.mentoring.services import (
    NotNow,
    confirm_lines,
    cross_page,
    offer_cross_help,
    propose_chapter,
    settle_cross_help,
    to_hand_over,
)
from peredacha.rooms.mentoring.views.answering import PAGES, changed_meanwhile
from peredacha.rooms.vault.services import Keys, with_keys


@require_safe
@with_keys("coordinator")
def hand_overs(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Families whose veteran goes."""
    return render(request, "mentoring/hand_overs.html", {"lines": to_hand_over(keys, now=timezone.now())})


@require_http_methods(PAGES)
@with_keys("coordinator")
def proposal(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Made when asked for; ticked lines are confirmed, each by itself."""
    form = LinesForm(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {}
    if form.is_bound and form.is_valid() and form.cleaned_data["lines"]:
        done, late = confirm_lines(keys=keys, lines=form.cleaned_data["lines"], now=timezone.now())
        context = {"done": done, "late": late}
    elif form.is_bound:
        context = {"proposal": propose_chapter(keys, now=timezone.now())}
    return render(request, "mentoring/proposal.html", context)


@require_http_methods(PAGES)
@with_keys("coordinator")
def crossing(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Families who could help each other; a button offers it to both."""
    form = PairForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        one, other = form.cleaned_data["one"], form.cleaned_data["other"]
        try:
            offer_cross_help(keys=keys, one=one, other=other, now=timezone.now())
        except NotNow:
            return changed_meanwhile(request, reverse("mentoring:crossing"))
        return redirect("mentoring:crossing")
    page = cross_page(keys, now=timezone.now())
    return render(request, "mentoring/crossing.html", {"page": page})


@require_POST
@with_keys("coordinator")
def settle(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Both said yes, or one said no: the families are told."""
    form = PairForm(request.POST)
    try:
        if not form.is_valid():
            raise NotNow
        settle_cross_help(keys=keys, now=timezone.now(), **form.cleaned_data)
    except NotNow:
        return changed_meanwhile(request, reverse("mentoring:crossing"))
    return redirect("mentoring:crossing")

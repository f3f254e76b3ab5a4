"""A hearing is opened to the public with a yes, and closed again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from peredacha.rooms.cautions.services import PUBLICITY, risk_step
from peredacha.rooms.cautions.services import Standing as Risk
from peredacha.rooms.hearings.forms import OpenForm
from peredacha.rooms.hearings.services import (
    Standing,
    Yes,
    find_standing,
    let_in,
    may_be_opened,
    when_in_words,
    withdraw,
)
from peredacha.rooms.hearings.views.listing import PAGES
from peredacha.rooms.matters.services import OpenMatter, with_matter

OK, CONFLICT = 200, 409


@require_http_methods(PAGES)
@with_matter
def open_up(request: HttpRequest, opened: OpenMatter, hearing: UUID) -> HttpResponse:
    """What it can provoke, what will be written, who agreed, until when."""
    one = find_standing(opened.file, hearing)
    if one is None or not may_be_opened(one, now=timezone.now()):
        return redirect("hearings:matter", matter=opened.matter)
    standing = risk_step(opened.file, PUBLICITY, timezone.now())
    if not standing.may_go:
        return think_first(request, opened, one, standing)
    day, by_helper = one.at.date(), opened.keys.member is not None
    first = {"court": one.fact.court, "until": OpenForm.first_until(day)}
    form = OpenForm.asked(request, initial=first, day=day, by_helper=by_helper)
    if form.is_bound and form.is_valid():
        told = {name: value for name, value in form.cleaned_data.items() if name != "agreed"}
        let_in(keys=opened.keys, file=opened.file, one=one, yes=Yes(**told), now=timezone.now())
        return redirect("hearings:matter", matter=opened.matter)
    context = {"opened": opened, "form": form, "when": when_in_words(one)}
    return render(request, "hearings/open_up.html", context, status=form.status)


def think_first(request: HttpRequest, opened: OpenMatter, one: Standing, risk: Risk) -> HttpResponse:
    """Before anything goes public: the three questions about what it may bring him."""
    context = {"opened": opened, "when": when_in_words(one), "standing": risk, "about": PUBLICITY}
    status = CONFLICT if request.method == "POST" else OK
    return render(request, "hearings/open_up.html", context, status=status)


@require_POST
@with_matter
def close(request: HttpRequest, opened: OpenMatter, hearing: UUID) -> HttpResponse:
    """The hearing is public no more."""
    one = find_standing(opened.file, hearing)
    if one:
        withdraw(keys=opened.keys, file=opened.file, one=one, now=timezone.now())
    return redirect("hearings:matter", matter=opened.matter)

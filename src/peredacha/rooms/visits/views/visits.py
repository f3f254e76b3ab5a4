"""The visits of a matter, and each step of one."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.design.forms import PlainForm
from peredacha.rooms.errands.services import NoSlot, none_left_said
from peredacha.rooms.matters.selectors import matter_of_family
from peredacha.rooms.matters.services import OpenMatter, with_matter
from peredacha.rooms.vault.services import Keys, with_family
from peredacha.rooms.visits.forms import (
    DayForm,
    MadeForm,
    PermittedForm,
    RefusedForm,
    StepForm,
    WantForm,
    WhoForm,
)
from peredacha.rooms.visits.models import VisitTold
from peredacha.rooms.visits.services import (
    ChangedMeanwhile,
    ask_permission,
    drop,
    give_back,
    note_made,
    note_missed,
    note_permission,
    note_refused,
    plan_day,
    tell_visit,
    told_page,
    told_visits,
    visits_of,
    want_visit,
)
from peredacha.rooms.visits.views.doors import CONFLICT, PAGES, OpenedVisit, with_visit


@require_safe
@with_family(settings.FAMILY_DOOR)
def mine(request: HttpRequest, keys: Keys) -> HttpResponse:
    """The family's own visits, behind an address that names nothing."""
    matter = matter_of_family(keys.holder)
    return redirect("visits:matter", matter=matter.id) if matter else redirect(settings.FAMILY_HOME)


@require_safe
@with_matter
def listing(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """Every visit that is still known, the newest first."""
    told = told_visits(visits_of(opened.keys, opened.file, now=timezone.now()))
    return render(request, "visits/matter.html", {"opened": opened, "visits": told})


@require_http_methods(PAGES)
@with_matter
def new(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """A visit is wanted."""
    form = WantForm.asked(request, today=timezone.localdate())
    if form.is_bound and form.is_valid():
        asked = form.cleaned_data
        told = VisitTold(kind=asked["kind"], on=asked["on"].isoformat() if asked["on"] else "")
        row = want_visit(
            keys=opened.keys, file=opened.file, once=asked["once"], told=told, now=timezone.now()
        )
        return redirect("visits:who", matter=opened.matter, visit=row.id)
    return render(request, "visits/new.html", {"opened": opened, "form": form}, status=form.status)


@require_safe
@with_matter
@with_visit
def visit(request: HttpRequest, one: OpenedVisit) -> HttpResponse:
    """Where it stands, what is next, what to bring."""
    return show(request, one)


def show(request: HttpRequest, one: OpenedVisit, *, changed: bool = False) -> HttpResponse:
    """The page of a visit; ``changed`` says that somebody was faster."""
    told = told_page(one.visit, one.file, now=timezone.now())
    may = {state: one.visit.may(state) for state in ("asked", "permitted", "planned", "made", "dropped")}
    context = {
        "places": one.places,
        "told": told,
        "state": one.visit.row.state,
        "may": may,
        "changed": changed,
    }
    context["ride"] = bool(one.visit.told.ride)
    return render(request, "visits/visit.html", context, status=CONFLICT if changed else 200)


@require_http_methods(PAGES)
@with_matter
@with_visit
def who(request: HttpRequest, one: OpenedVisit) -> HttpResponse:
    """Who goes, and whether they need seats."""
    form = WhoForm.asked(request, initial=vars(one.visit.told))
    return step(request, one, form, lambda told: tell_visit(**one.step, **told), "who")


@require_POST
@with_matter
@with_visit
def take(request: HttpRequest, one: OpenedVisit) -> HttpResponse:
    """A step that one button takes: asked for, nobody came, called off."""
    form = StepForm.asked(request)
    if not form.is_valid():
        return one.back()
    taken = form.cleaned_data["step"]
    try:
        if taken == "asked":
            ask_permission(**one.step)
        else:
            (note_missed if taken == "missed" else drop)(**one.act)
    except ChangedMeanwhile:
        return show(request, one, changed=True)
    return one.back()


@require_http_methods(PAGES)
@with_matter
@with_visit
def permitted(request: HttpRequest, one: OpenedVisit) -> HttpResponse:
    """The permission is there."""
    form = PermittedForm.asked(request, today=timezone.localdate())
    return step(request, one, form, lambda told: note_permission(**one.step, until=told["on"]), "permitted")


@require_http_methods(PAGES)
@with_matter
@with_visit
def day(request: HttpRequest, one: OpenedVisit) -> HttpResponse:
    """The day is fixed: its place in the counter is kept."""
    form = DayForm.asked(request, today=timezone.localdate(), initial={"on": one.visit.told.day})
    return step(request, one, form, lambda told: plan_day(**one.act, **told), "day")


@require_http_methods(PAGES)
@with_matter
@with_visit
def made(request: HttpRequest, one: OpenedVisit) -> HttpResponse:
    """He was visited."""
    form = MadeForm.asked(request, today=timezone.localdate(), initial={"on": one.visit.told.day})
    return step(request, one, form, lambda told: note_made(**one.act, **told), "made")


@require_http_methods(PAGES)
@with_matter
@with_visit
def refused(request: HttpRequest, one: OpenedVisit) -> HttpResponse:
    """They refused it."""
    form = RefusedForm.asked(request)
    return step(
        request,
        one,
        form,
        lambda told: note_refused(**one.act, refused=told["why"], words=told["words"]),
        "refused",
    )


def step(
    request: HttpRequest, one: OpenedVisit, form: PlainForm, act: Callable[[dict[str, Any]], Any], page: str
) -> HttpResponse:
    """Show the form of a step, or take it."""
    if form.is_bound and form.is_valid():
        try:
            act(form.cleaned_data)
        except NoSlot as none:
            form.refuse(none_left_said(none.why))
        except ChangedMeanwhile:
            return show(request, one, changed=True)
        else:
            return one.back()
    context = {"places": one.places, "form": form, "page": page}
    return render(request, "visits/step.html", context, status=form.status)


@require_POST
@with_matter
@with_visit
def seats_back(request: HttpRequest, one: OpenedVisit) -> HttpResponse:
    """The seats in the car are free for others."""
    try:
        give_back(**one.step)
    except ChangedMeanwhile:
        return show(request, one, changed=True)
    return one.back()

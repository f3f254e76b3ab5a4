"""One parcel: where it stands, its next step, who holds it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.rooms.errands.services import NoSlot
from peredacha.rooms.parcels.forms import HoldForm, StepForm
from peredacha.rooms.parcels.services import (
    ChangedMeanwhile,
    lines_for,
    take_step,
    take_up,
    told_counter,
    told_parcel,
    why_no_place,
)
from peredacha.rooms.parcels.views.doors import PAGES, OpenedParcel, open_for, with_parcel

CONFLICT = 409


@require_safe
@with_parcel
def parcel(request: HttpRequest, opened: OpenedParcel) -> HttpResponse:
    """Everything about one parcel, the next step on top."""
    return show(request, opened)


def show(request: HttpRequest, opened: OpenedParcel, *, changed: str = "", status: int = 200) -> HttpResponse:
    """The page of a parcel; ``changed``: why the last thing was not done."""
    told = told_parcel(opened.file, now=timezone.now())
    context = {"opened": opened, "told": told, "changed": changed}
    return render(request, "parcels/parcel.html", context, status=status)


def meanwhile(request: HttpRequest, opened: OpenedParcel) -> HttpResponse:
    """The page as it stands now: somebody was faster, and nothing was done twice."""
    words = _("Somebody was faster: this was changed meanwhile. Read what stands here now.")
    now = open_for(opened.keys, opened.parcel)
    return show(request, now, changed=words, status=CONFLICT)


@require_http_methods(PAGES)
@with_parcel
def step(request: HttpRequest, opened: OpenedParcel, step: str) -> HttpResponse:
    """One step: the page that asks for it, and the step itself."""
    file, now = opened.file, timezone.now()
    if step == "packed" or (step not in file.may_follow and request.method != "POST"):
        return redirect("parcels:parcel", parcel=opened.parcel)
    today = timezone.localdate(now)
    form = StepForm.asked(request, step=step, today=today, lines=lines_for(file, step, today=today))
    if form.is_bound and form.is_valid():
        try:
            take_step(parcel=file, step=step, now=now, **form.cleaned_data)
        except ChangedMeanwhile:
            return meanwhile(request, opened)
        except NoSlot as refused:
            form.refuse(why_no_place(refused))
        else:
            return redirect("parcels:parcel", parcel=opened.parcel)
    return ask(request, opened, form, step)


def ask(request: HttpRequest, opened: OpenedParcel, form: StepForm, step: str) -> HttpResponse:
    """The page of one step; the counter stands beside the day."""
    counts = step == "planned" and opened.file.request.kind != "medicine"
    context = {
        "opened": opened,
        "form": form,
        "step": step,
        "told": told_parcel(opened.file, now=timezone.now()),
        "counter": told_counter(opened.file.errands, now=timezone.now()) if counts else None,
    }
    return render(request, "parcels/step.html", context, status=form.status)


@require_POST
@with_parcel
def hold(request: HttpRequest, opened: OpenedParcel) -> HttpResponse:
    """Take it, or give it back to the board; a family holds nothing."""
    form, member = HoldForm(request.POST), opened.keys.member
    if member is None or not form.is_valid():
        raise Http404
    if not take_up(parcel=opened.file, member=member if form.cleaned_data["take"] else None):
        return meanwhile(request, opened)
    return redirect("parcels:parcel", parcel=opened.parcel)

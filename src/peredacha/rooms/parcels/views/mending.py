"""After a step: it was a mistake; one thing came back to the shelf; a complaint about a refusal."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from peredacha.rooms.parcels.forms import BackForm
from peredacha.rooms.parcels.services import (
    FILING,
    ChangedMeanwhile,
    NotUndone,
    complain,
    shelve,
    stay,
    take_back,
    told_mistake,
)
from peredacha.rooms.parcels.views.doors import PAGES, OpenedParcel, with_parcel
from peredacha.rooms.parcels.views.parcels import CONFLICT, meanwhile, show


@require_http_methods(PAGES)
@with_parcel
def undo(request: HttpRequest, opened: OpenedParcel) -> HttpResponse:
    """One question before a mistaken step is taken back."""
    now = timezone.now()
    if request.method == "POST":
        try:
            take_back(parcel=opened.file, at=request.POST.get("at", ""), now=now)
        except ChangedMeanwhile:
            return meanwhile(request, opened)
        except NotUndone as no:
            return show(request, opened, changed=no.says, status=CONFLICT)
        return redirect("parcels:parcel", parcel=opened.parcel)
    mistake = told_mistake(opened.file, now=now)
    if mistake is None:
        return redirect("parcels:parcel", parcel=opened.parcel)
    return render(request, "parcels/undo.html", {"opened": opened, "mistake": mistake})


@require_POST
@with_parcel
def shelf(request: HttpRequest, opened: OpenedParcel) -> HttpResponse:
    """What a window gave back lies on its shelf again, or stayed there; a family has no shelves."""
    form = BackForm(request.POST)
    if opened.keys.member is None or not form.is_valid():
        raise Http404
    act = stay if form.cleaned_data["stayed"] else shelve
    try:
        act(parcel=opened.file, thing=form.cleaned_data["thing"], now=timezone.now())
    except ChangedMeanwhile:
        return meanwhile(request, opened)
    return redirect("parcels:parcel", parcel=opened.parcel)


@require_POST
@with_parcel
def complaint(request: HttpRequest, opened: OpenedParcel) -> HttpResponse:
    """A complaint that begins with what is known; who does not read the matter reads how it is begun."""
    paper = complain(keys=opened.keys, parcel=opened.file, now=timezone.now())
    if paper is None:
        here = reverse("parcels:parcel", args=[opened.parcel])
        return redirect(reverse("plans:wanted", args=[FILING], query={"back": here}))
    return redirect("plans:about", matter=opened.file.row.matter_id, paper=paper)

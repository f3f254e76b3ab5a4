"""The counter: what is left, what is used and planned; what a family adds to it itself."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.design.forms import PlainForm
from peredacha.rooms.errands.forms import BecameForm, PlanForm, UsedForm
from peredacha.rooms.errands.services import (
    NoSlot,
    errands_of,
    mend_seat,
    none_left_said,
    note_own,
    own_plan,
    place_age,
    plan_own,
    recipient_of,
    seat_damage,
    settle,
    told_counter,
    told_slot,
)
from peredacha.rooms.errands.views.doors import PAGES
from peredacha.rooms.matters.selectors import matter_of_family
from peredacha.rooms.matters.services import OpenMatter, with_matter
from peredacha.rooms.vault.services import Keys, with_family


@require_safe
@with_family(settings.FAMILY_DOOR)
def mine(request: HttpRequest, keys: Keys) -> HttpResponse:
    """The family's own counter, behind an address that names nothing."""
    matter = matter_of_family(keys.holder)
    return redirect("errands:counter", matter=matter.id) if matter else redirect(settings.FAMILY_HOME)


@require_safe
@with_matter
def counter(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """What is left this year, until when, and every slot with who and when."""
    now = timezone.now()
    recipient = recipient_of(opened.keys, opened.file, now=now)
    context = {
        "opened": opened,
        "told": told_counter(opened.keys, opened.file, now=now),
        "place": place_age(recipient, today=timezone.localdate(now)),
        "lost": seat_damage(opened.keys, opened.file, now=now),
    }
    return render(request, "errands/counter.html", context)


@require_POST
@with_matter
def mend(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """A fresh key for what is carried, in the place of a damaged one."""
    mend_seat(keys=opened.keys, file=opened.file, now=timezone.now(), anew="anew" in request.POST)
    return redirect("errands:counter", matter=opened.matter)


def rules(opened: OpenMatter) -> dict[str, Any]:
    """What a form about a slot must know: the day, and whether kilograms count where he is."""
    recipient = recipient_of(opened.keys, opened.file, now=timezone.now())
    return {"today": timezone.localdate(), "by_weight": recipient.held == "remand"}


@require_http_methods(PAGES)
@with_matter
def used(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """The family handed something in itself, or saw him."""
    form = UsedForm.asked(request, **rules(opened))
    if form.is_bound and form.is_valid():
        note_own(keys=opened.keys, file=opened.file, now=timezone.now(), **form.cleaned_data)
        return redirect("errands:counter", matter=opened.matter)
    return show(request, opened, form, "used")


@require_http_methods(PAGES)
@with_matter
def plan(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """The family plans something: its place is kept, so that nobody else takes it."""
    form = PlanForm.asked(request, **rules(opened))
    if form.is_bound and form.is_valid():
        try:
            plan_own(keys=opened.keys, file=opened.file, now=timezone.now(), **form.cleaned_data)
        except NoSlot as none:
            form.refuse(none_left_said(none.why))
        else:
            return redirect("errands:counter", matter=opened.matter)
    return show(request, opened, form, "plan")


@require_http_methods(PAGES)
@with_matter
def became(request: HttpRequest, opened: OpenMatter, slot: UUID) -> HttpResponse:
    """What became of something that the family planned."""
    errands = errands_of(opened.keys, opened.file, now=timezone.now())
    entry = own_plan(errands, slot) if errands else None
    if errands is None or entry is None:
        raise Http404
    form = BecameForm.asked(request, kind=entry.slot.kind, initial={"on": entry.slot.on}, **rules(opened))
    if form.is_bound and form.is_valid():
        settle(opened=errands, key=str(slot), now=timezone.now(), **form.cleaned_data)
        return redirect("errands:counter", matter=opened.matter)
    about = told_slot(entry, timezone.localdate()).title
    return show(request, opened, form, "became", about=about)


def show(
    request: HttpRequest, opened: OpenMatter, form: PlainForm, page: str, *, about: str = ""
) -> HttpResponse:
    """The page of a form about a slot; ``about``: which, where it is planned already."""
    context = {"opened": opened, "form": form, "page": page, "about": about}
    return render(request, "errands/slot.html", context, status=form.status)

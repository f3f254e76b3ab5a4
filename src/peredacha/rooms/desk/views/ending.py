"""A matter shown to somebody, closed, opened again, its clock held."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from peredacha.rooms.desk.forms import CloseForm, HoldForm, ReadingForm, ReferralForm
from peredacha.rooms.desk.services import (
    ask_family,
    close,
    hold_clock,
    lawyers_for,
    let_in,
    note_referral,
    open_again,
)
from peredacha.rooms.desk.views.doors import with_inner
from peredacha.rooms.desk.views.pages import show
from peredacha.rooms.matters.services import MatterFile, NotAllowed, close_reading
from peredacha.rooms.vault.services import Keys


def changed(request: HttpRequest, file: MatterFile) -> HttpResponse:
    """Somebody acted first, or the family has not agreed: nothing was done."""
    return render(request, "desk/changed.html", {"matter_id": file.matter.id}, status=409)


@require_POST
@with_inner
def refer(request: HttpRequest, keys: Keys, file: MatterFile) -> HttpResponse:
    """Ask the family whether its matter may be shown to somebody."""
    form = ReferralForm(request.POST, prefix="referral", use_required_attribute=False)
    if form.is_valid():
        ask_family(keys=keys, file=file, now=timezone.now(), **form.cleaned_data)
        return redirect("desk:helpers", matter_id=file.matter.id)
    return show(request, keys, file, "helpers", referral=form)


@require_POST
@with_inner
def move(request: HttpRequest, keys: Keys, file: MatterFile, key: str) -> HttpResponse:
    """The next word on a referral."""
    try:
        note_referral(keys=keys, file=file, key=key, state=request.POST.get("state", ""), now=timezone.now())
    except NotAllowed:
        return changed(request, file)
    return redirect("desk:helpers", matter_id=file.matter.id)


@require_POST
@with_inner
def read_for_hours(request: HttpRequest, keys: Keys, file: MatterFile, key: str) -> HttpResponse:
    """Let a lawyer read for some hours."""
    now = timezone.now()
    lawyers = lawyers_for(keys, now=now)
    form = ReadingForm(request.POST, prefix="reading", lawyers=lawyers, use_required_attribute=False)
    if not form.is_valid():
        return show(request, keys, file, "helpers", reading=form)
    try:
        let_in(keys=keys, file=file, key=key, now=now, **form.cleaned_data)
    except NotAllowed:
        return changed(request, file)
    return redirect("desk:helpers", matter_id=file.matter.id)


@require_POST
@with_inner
def stop_reading(request: HttpRequest, keys: Keys, file: MatterFile, member: UUID) -> HttpResponse:
    """Take a reading for some hours back at once."""
    try:
        close_reading(keys=keys, file=file, member=member, now=timezone.now())
    except NotAllowed:
        return changed(request, file)
    return redirect("desk:helpers", matter_id=file.matter.id)


@require_POST
@with_inner
def close_it(request: HttpRequest, keys: Keys, file: MatterFile) -> HttpResponse:
    """Close the matter."""
    form = CloseForm(request.POST, prefix="close", use_required_attribute=False)
    if form.is_valid():
        close(keys=keys, file=file, now=timezone.now(), **form.cleaned_data)
        return redirect("desk:history", matter_id=file.matter.id)
    return show(request, keys, file, "history", close=form)


@require_POST
@with_inner
def reopen(request: HttpRequest, keys: Keys, file: MatterFile) -> HttpResponse:
    """Open a closed matter again."""
    open_again(keys=keys, file=file, now=timezone.now())
    return redirect("desk:matter", matter_id=file.matter.id)


@require_POST
@with_inner
def hold(request: HttpRequest, keys: Keys, file: MatterFile) -> HttpResponse:
    """Let the clock stand still for a while."""
    form = HoldForm(request.POST, prefix="hold", use_required_attribute=False)
    if form.is_valid():
        hold_clock(keys=keys, file=file, now=timezone.now(), **form.cleaned_data)
        return redirect("desk:history", matter_id=file.matter.id)
    return show(request, keys, file, "history", hold=form)

"""The family's own page."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.design.forms import MessageForm
from peredacha.design.looking import is_looked_at
from peredacha.design.sheets import whole_page
from peredacha.rooms.conversations.services import mark_read
from peredacha.rooms.desk.services import note_referral, say
from peredacha.rooms.hearings.services import withdraw_all
from peredacha.rooms.home.services import (
    ToldExport,
    erase,
    file_of_family,
    packed_export,
    told_check,
    told_family,
)
from peredacha.rooms.matters.services import NotAllowed, close_reading, leave_trace
from peredacha.rooms.mentoring.services import family_part
from peredacha.rooms.people.services import drop_visit, visit_of
from peredacha.rooms.vault.services import Keys, with_family


def show(request: HttpRequest, keys: Keys, form: MessageForm) -> HttpResponse:
    """The page; when the matter is gone, a page that says so."""
    file = file_of_family(keys, now=timezone.now())
    if file is None:
        return render(request, "home/gone.html", status=410)
    status = 422 if form.errors else 200
    context = {"family": told_family(keys, file, now=timezone.now()), "form": form, "part": family_part(file)}
    context["check"] = told_check(visit_of(request), today=timezone.localdate())
    answer = render(request, "home/family.html", context, status=status)
    if is_looked_at(request):
        mark_read(keys=keys, file=file)
    return answer


@require_safe
@with_family(settings.FAMILY_DOOR)
def home(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Who stands by the family, what happens next, the talk, who has read."""
    return show(request, keys, MessageForm())


@require_POST
@with_family(settings.FAMILY_DOOR)
def talk(request: HttpRequest, keys: Keys) -> HttpResponse:
    """A message of the family."""
    form = MessageForm(request.POST)
    file = file_of_family(keys, now=timezone.now())
    if file and form.is_valid():
        say(keys=keys, file=file, now=timezone.now(), **form.cleaned_data)
        return redirect("home:family")
    return show(request, keys, form)


@require_POST
@with_family(settings.FAMILY_DOOR)
def answer(request: HttpRequest, keys: Keys, key: str) -> HttpResponse:
    """Yes or no to showing the matter to somebody, or taking a yes back."""
    file = file_of_family(keys, now=timezone.now())
    if file is None:
        return redirect("home:family")
    try:
        note_referral(keys=keys, file=file, key=key, state=request.POST.get("state", ""), now=timezone.now())
    except NotAllowed:
        return render(request, "home/changed.html", status=409)
    return redirect("home:family")


@require_POST
@with_family(settings.FAMILY_DOOR)
def stop_reading(request: HttpRequest, keys: Keys, member: UUID) -> HttpResponse:
    """Take a reading for some hours back at once."""
    file = file_of_family(keys, now=timezone.now())
    if file is None:
        return redirect("home:family")
    try:
        close_reading(keys=keys, file=file, member=member, now=timezone.now())
    except NotAllowed:
        return render(request, "home/changed.html", status=409)
    return redirect("home:family")


@require_safe
@with_family(settings.FAMILY_DOOR)
def export(request: HttpRequest, keys: Keys) -> Any:
    """Everything of the family's as one file with a neutral name: no word of us, no day."""
    now = timezone.now()
    file = file_of_family(keys, now=now)
    if file is None:
        return redirect("home:family")
    leave_trace(keys=keys, file=file, act="exported", now=now)
    headers = {
        "Content-Disposition": 'attachment; filename="notes.zip"',
        # Small already; pressing it once more would only keep pieces back.
        "Content-Encoding": "identity",
    }
    pieces = packed_export(keys, file, page=export_page)
    return StreamingHttpResponse(pieces, content_type="application/zip", headers=headers)


def export_page(told: ToldExport) -> str:
    """The page of the export, which carries its own looks."""
    return whole_page(render_to_string("home/export.html", {"export": told}))


@require_http_methods(["GET", "HEAD", "POST"])
@with_family(settings.FAMILY_DOOR)
def erase_all(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Everything goes at once, after one page that says so."""
    file = file_of_family(keys, now=timezone.now())
    if request.method == "POST" and file:
        withdraw_all(keys=keys, file=file, now=timezone.now())
        erase(file.matter, today=timezone.localdate())
        return drop_visit(redirect("home:erased"))
    return render(request, "home/erase.html") if file else redirect("home:family")


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """What was erased."""
    return render(request, "home/gone.html")

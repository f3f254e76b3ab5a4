"""The family's own page."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.design.forms import MessageForm
from peredacha.design.sheets import whole_page
from peredacha.rooms.desk.services import note_referral, say
from peredacha.rooms.home.services import erase, file_of_family, told_export, told_family
from peredacha.rooms.matters.services import NotAllowed, close_reading, leave_trace
from peredacha.rooms.mentoring.services import family_part
from peredacha.rooms.people.services import drop_visit
from peredacha.rooms.vault.services import Keys, with_family


def show(request: HttpRequest, keys: Keys, form: MessageForm) -> HttpResponse:
    """The page; when the matter is gone, a page that says so."""
    file = file_of_family(keys, now=timezone.now())
    if file is None:
        return render(request, "home/gone.html", status=410)
    context = {"family": told_family(file, now=timezone.now()), "form": form, "part": family_part(file)}
    return render(request, "home/family.html", context, status=422 if form.errors else 200)


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
def export(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Everything of the family's as one file with a neutral name."""
    now = timezone.now()
    file = file_of_family(keys, now=now)
    if file is None:
        return redirect("home:family")
    leave_trace(keys=keys, file=file, act="exported", now=now)
    html = whole_page(render_to_string("home/export.html", {"export": told_export(file)}))
    return HttpResponse(html, headers={"Content-Disposition": 'attachment; filename="notes.html"'})


@require_http_methods(["GET", "HEAD", "POST"])
@with_family(settings.FAMILY_DOOR)
def erase_all(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Everything goes at once, after one page that says so."""
    file = file_of_family(keys, now=timezone.now())
    if request.method == "POST" and file:
        erase(file.matter, today=timezone.localdate())
        return drop_visit(redirect("home:erased"))
    return render(request, "home/erase.html") if file else redirect("home:family")


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """What was erased."""
    return render(request, "home/gone.html")

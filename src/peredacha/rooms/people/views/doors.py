"""The door: sign in, second factor, sign out, and the way back with printed words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from peredacha.design.wording import said
from peredacha.rooms.people.forms import CodeForm, RecoveryForm, SignInForm
from peredacha.rooms.people.models import Member
from peredacha.rooms.people.services.devices import (
    device_of,
    keep_device,
    new_device,
    news_of_devices,
    note_device,
)
from peredacha.rooms.people.services.guarding import patient
from peredacha.rooms.people.services.keeping import recover
from peredacha.rooms.people.services.passkeys import authentication_options, give_passkey
from peredacha.rooms.people.services.second_step import give_code, waiting_member
from peredacha.rooms.people.services.sessions import (
    Visit,
    any_visit_of,
    drop_visit,
    end_visit,
    keep_visit,
    visit_of,
    waiting_visit_of,
)
from peredacha.rooms.people.services.signing_in import Refused, sign_in
from peredacha.rooms.people.services.sources import source_of
from peredacha.rooms.people.views.browser import arrival

PAGE_AND_FORM = require_http_methods(["GET", "HEAD", "POST"])


@PAGE_AND_FORM
@patient
def enter(request: HttpRequest) -> HttpResponse:
    """Login name and passphrase; then a half-open visit waits for the second factor."""
    form = SignInForm.asked(request)
    if form.is_valid():
        found = sign_in(
            **form.cleaned_data, now=timezone.now(), device=device_of(request), source=source_of(request)
        )
        if not isinstance(found, Refused):
            return half_open(request, found.visit)
        form.refuse(said(found.said))
    return render(request, "people/sign_in.html", {"form": form}, status=form.status)


@PAGE_AND_FORM
@patient
def come_back(request: HttpRequest) -> HttpResponse:
    """The printed words and a new passphrase; the second factor is asked as always."""
    form = RecoveryForm.asked(request)
    if form.is_valid():
        found = recover(**form.cleaned_data, now=timezone.now())
        if not isinstance(found, Refused):
            return half_open(request, found.visit)
        form.refuse(said(found.said))
    return render(request, "people/recover.html", {"form": form}, status=form.status)


@PAGE_AND_FORM
def second_factor(request: HttpRequest) -> HttpResponse:
    """The code; a right one opens a visit under a new id."""
    waiting = waiting_visit_of(request)
    member = waiting_member(waiting)
    if waiting is None or member is None:
        return redirect(arrival() if visit_of(request) else "people:sign_in")
    form = CodeForm.asked(request)
    if form.is_valid():
        found = give_code(visit=waiting, typed=form.cleaned_data["code"], now=timezone.now())
        if not isinstance(found, Refused):
            return open_door(request, found, member)
        form.refuse(said(found.said))
    return second_page(request, form, waiting, member)


@require_POST
def second_factor_by_key(request: HttpRequest) -> HttpResponse:
    """The passkey's answer; a right one opens a visit under a new id."""
    waiting = waiting_visit_of(request)
    member = waiting_member(waiting)
    if waiting is None or member is None:
        return redirect("people:sign_in")
    found = give_passkey(visit=waiting, answer=request.POST.get("answer", ""), now=timezone.now())
    if not isinstance(found, Refused):
        return open_door(request, found, member)
    return second_page(request, CodeForm.refused(said(found.said)), waiting, member)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out: the row and the cookie go."""
    visit = any_visit_of(request)
    if visit:
        end_visit(visit)
    return drop_visit(redirect("people:sign_in"))


def half_open(request: HttpRequest, visit: Visit) -> HttpResponse:
    """On to the second factor, with a new cookie; whatever visit this browser had is over."""
    old = any_visit_of(request)
    if old:
        end_visit(old)
    return keep_visit(redirect("people:second_factor"), visit)


def open_door(request: HttpRequest, visit: Visit, member: Member) -> HttpResponse:
    """The way in: first the news about other devices, if there are any."""
    device = device_of(request) or new_device()
    note_device(member_id=member.id, device=device, today=timezone.localdate())
    page = "people:news" if news_of_devices(member, device) else arrival()
    return keep_device(keep_visit(redirect(page), visit), device)


def second_page(request: HttpRequest, form: CodeForm, visit: Visit, member: Member) -> HttpResponse:
    """The page of the second factor."""
    context = {"form": form, "passkey": authentication_options(visit=visit, member=member)}
    return render(request, "people/second_factor.html", context, status=form.status)

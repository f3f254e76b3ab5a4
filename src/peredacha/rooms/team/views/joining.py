"""Joining: the link, the words on paper, the app."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.design.wording import said
from peredacha.rooms.people.services import (
    Refused,
    Visit,
    device_of,
    keep_device,
    keep_visit,
    new_device,
    note_device,
    patient,
    square_of,
    totp_address,
    waiting_visit_of,
)
from peredacha.rooms.team.forms import AppForm, JoinForm, WordsForm
from peredacha.rooms.team.selectors import find_invitation, is_open, is_vouched
from peredacha.rooms.team.services import (
    asked_places,
    begin_joining,
    confirm_words,
    finish_joining,
    prepared_code,
    step_of,
    told_kinds,
)

PAGE_AND_FORM = require_http_methods(["GET", "HEAD", "POST"])
STEPS = {"words": "team:join_words", "factor": "team:join_factor"}


def at_step(step: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Hand the visit to the view of its step; whoever stands at another one is led there."""

    def guard(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest) -> HttpResponse:
            visit = waiting_visit_of(request)
            here = step_of(visit)
            return view(request, visit) if here == step else redirect(STEPS.get(here, "people:sign_in"))

        return guarded

    return guard


@PAGE_AND_FORM
@patient
def join(request: HttpRequest, token: str) -> HttpResponse:
    """The link of an invitation: names and a passphrase."""
    invitation, today = find_invitation(token), timezone.localdate()
    if invitation is None or not is_open(invitation, today):
        raise Http404
    if not is_vouched(invitation, today):
        return render(request, "team/join_early.html")
    form = JoinForm.asked(request)
    if form.is_valid():
        language = (get_language() or "ru")[:2]
        found = begin_joining(
            invitation=invitation, **form.cleaned_data, language=language, now=timezone.now()
        )
        if not isinstance(found, Refused):
            return keep_visit(redirect("team:join_words"), found)
        form.refuse(said(found.said))
    context = {"form": form, "roles": told_kinds(invitation), "ends_on": invitation.role_ends_on}
    return render(request, "team/join.html", context, status=form.status)


@require_safe
@at_step("words")
def join_words(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The twelve words, to be printed or written down."""
    return words_page(request, visit, "team:join_check")


@PAGE_AND_FORM
@at_step("words")
def join_check(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Two of the words typed back."""
    return check_page(request, visit, confirm_words, "team:join_words", "team:join_factor")


@PAGE_AND_FORM
@at_step("factor")
def join_factor(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The app with one-time codes; its first code finishes joining."""
    form = AppForm.asked(request)
    if form.is_valid():
        found = finish_joining(visit=visit, typed=form.cleaned_data["code"], now=timezone.now())
        if not isinstance(found, Refused):
            return arrive(request, found)
        form.refuse(said(found.said))
    context = {"form": form, **app_picture(visit.extra["secret"])}
    return render(request, "team/join_factor.html", context, status=form.status)


def arrive(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The first open visit: the printed codes; this browser is the first device."""
    device = device_of(request) or new_device()
    note_device(member_id=visit.subject, device=device, today=timezone.localdate())
    return keep_device(keep_visit(redirect("team:codes"), visit), device)


def words_page(request: HttpRequest, visit: Visit, onward: str) -> HttpResponse:
    """The words of a visit, numbered."""
    code = prepared_code(visit)
    return render(request, "team/words.html", {"words": code.words if code else (), "onward": onward})


def check_page(
    request: HttpRequest, visit: Visit, keep: Callable[..., bool], back: str, onward: str
) -> HttpResponse:
    """The asked words; ``keep(visit=, typed=)`` puts them in force when they are right."""
    form = WordsForm.asked(request, places=asked_places(visit))
    if form.is_valid():
        if keep(visit=visit, typed=form.cleaned_data["words"]):
            return redirect(onward)
        form.refuse_words()
    context = {"form": form, "back": back}
    return render(request, "team/words_check.html", context, status=form.status)


def app_picture(secret: str) -> dict[str, Any]:
    """The square picture for the app, and the same secret in letters, four by four."""
    letters = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    return {"square": square_of(totp_address(secret)), "letters": letters}

"""From the plan to a person: what is needed, how to reach, send, and the eight words."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from peredacha.design.wording import language
from peredacha.rooms.intake.forms import NeedsForm, ReachForm, SendForm, WordsBackForm
from peredacha.rooms.intake.selectors import is_somebody_there
from peredacha.rooms.intake.services import (
    OldTicket,
    TooManyAnswers,
    code_qr,
    fresh_ticket,
    send_request,
    wanted,
    with_needs,
    with_reach,
    words_are_written_down,
    words_to_show,
)
from peredacha.rooms.intake.views.browser import keeping, kept_by
from peredacha.rooms.matters.services import NoReception
from peredacha.rooms.people.services import AllPlacesTaken, keep_visit, visit_of
from peredacha.rooms.vault.services import with_family

PAGES = ["GET", "HEAD", "POST"]


def page(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    """A page of this way; 422 when something is to be mended."""
    form = context.get("form")
    return render(request, name, context, status=422 if form is not None and form.errors else 200)


@require_http_methods(PAGES)
def needs(request: HttpRequest) -> HttpResponse:
    """What would help now."""
    if not is_somebody_there():
        return render(request, "intake/nobody_there.html")
    kept = kept_by(request)
    asked = wanted(kept)
    initial = {"asks": asked.asks, "danger": ["yes"] if asked.danger else []} if asked else {}
    form = NeedsForm(
        request.POST if request.method == "POST" else None, initial=initial, use_required_attribute=False
    )
    if form.is_bound and form.is_valid():
        changed = with_needs(kept, **form.cleaned_data)
        return keeping(redirect("intake:reach"), changed)
    return page(request, "intake/needs.html", {"form": form})


@require_http_methods(PAGES)
def reach(request: HttpRequest) -> HttpResponse:
    """How the family may be reached; not at all is a good answer."""
    kept = kept_by(request)
    asked = wanted(kept)
    if asked is None:
        return redirect("intake:needs")
    known = asked.reach
    initial = {**vars(known), "notices": ["yes"] if known.notices else []} if known else {"way": "none"}
    form = ReachForm(
        request.POST if request.method == "POST" else None, initial=initial, use_required_attribute=False
    )
    if form.is_bound and form.is_valid():
        try:
            return keeping(redirect("intake:send"), with_reach(kept, form.cleaned_data))
        except TooManyAnswers:
            form.add_error("value", form.fields["value"].error_messages["max_length"])
    return page(request, "intake/reach.html", {"form": form})


@require_http_methods(PAGES)
def send(request: HttpRequest) -> HttpResponse:
    """Own words, what becomes of them, and the button that sends."""
    kept = kept_by(request)
    asked = wanted(kept)
    if asked is None:
        return redirect("intake:needs")
    now = timezone.now()
    form = SendForm(request.POST if request.method == "POST" else None, use_required_attribute=False)
    if form.is_bound and form.is_valid():
        try:
            visit = send_request(kept, form.cleaned_data, language=language(), now=now)
            return keep_visit(redirect("intake:words"), visit)
        except (AllPlacesTaken, NoReception) as error:
            return not_now(request, form, form.busy if isinstance(error, AllPlacesTaken) else form.nobody)
        except OldTicket:
            form.add_error(None, form.too_old)
    ticket = request.POST.get("ticket", "")
    if not form.is_bound or form.non_field_errors():
        ticket = fresh_ticket(now)
    return page(request, "intake/send.html", {"form": form, "ticket": ticket, "asked": asked})


def not_now(request: HttpRequest, form: SendForm, said: str) -> HttpResponse:
    """Everything that was typed once more, with one sentence what to do."""
    form.add_error(None, said)
    context = {"form": form, "ticket": request.POST.get("ticket", ""), "asked": wanted(kept_by(request))}
    return render(request, "intake/send.html", context, status=503)


@require_http_methods(PAGES)
@with_family("intake:return")
def words(request: HttpRequest, _keys: object) -> HttpResponse:
    """The eight words, shown until two of them are typed back."""
    visit = visit_of(request)
    code = words_to_show(visit) if visit else None
    if visit is None or code is None:
        return redirect(settings.FAMILY_HOME)
    form = WordsBackForm(code, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        words_are_written_down(visit)
        return redirect(settings.FAMILY_HOME)
    context = {"form": form, "code": code, "address": settings.SITE_ADDRESS, "qr": code_qr(code)}
    return page(request, "intake/words.html", context)

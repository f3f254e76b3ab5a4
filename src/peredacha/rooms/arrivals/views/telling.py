"""Calls and letters: typed, compared with who is here already, saved."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.rooms.arrivals.forms import CallForm, LetterForm, MailFileForm, MailForm
from peredacha.rooms.arrivals.services.mails import NoMail, read_mail
from peredacha.rooms.arrivals.services.wording import told_hint
from peredacha.rooms.arrivals.services.writing import NotThere, hints_for, write_down
from peredacha.rooms.arrivals.views.answering import PAGES, in_memory, page, seated
from peredacha.rooms.vault.services import Keys, TooLong, with_keys


@require_safe
@with_keys("coordinator")
def index(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Every way in that a helper writes down."""
    seated(keys)
    return page(request, "arrivals/index.html", {})


def taken(request: HttpRequest, keys: Keys, form: CallForm, *, name: str, came_by: str) -> HttpResponse:
    """The page of a form; a right one is saved, after the helper has looked at who may be here already."""
    seated(keys)
    hints: list[Any] = []
    if form.is_bound and form.is_valid():
        hints = [told_hint(hint) for hint in hints_for(keys, form.cleaned_data)]
        if not hints:
            try:
                matter = write_down(keys, form.cleaned_data, came_by=came_by, now=timezone.now())
                return redirect("arrivals:saved", matter_id=matter.id)
            except NotThere:
                form.add_error(None, form.gone)
            except TooLong:
                form.add_error("words", form.too_long)
    return page(request, name, {"form": form, "hints": hints, "came_by": came_by}, 409 if hints else 200)


@require_http_methods(PAGES)
@with_keys("coordinator")
def call(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Somebody is on the telephone."""
    form = CallForm(request.POST if request.method == "POST" else None)
    return taken(request, keys, form, name="arrivals/call.html", came_by="phone")


@require_http_methods(PAGES)
@with_keys("coordinator")
def letter(request: HttpRequest, keys: Keys) -> HttpResponse:
    """A paper letter is opened."""
    today = timezone.localdate()
    form = LetterForm(
        request.POST if request.method == "POST" else None, initial={"received_on": today, "opened_on": today}
    )
    if form.is_bound and form.is_valid():
        form.not_ahead(today)
    return taken(request, keys, form, name="arrivals/letter.html", came_by="paper")


@require_http_methods(PAGES)
@with_keys("coordinator")
def mail(request: HttpRequest, keys: Keys) -> HttpResponse:
    """What was read from an e-mail is looked through and saved."""
    if request.method != "POST":
        return redirect("arrivals:mail_file")
    form = MailForm(request.POST)
    if form.is_valid():
        form.not_ahead(timezone.localdate())
    return taken(request, keys, form, name="arrivals/letter.html", came_by="mail")


@in_memory
@require_http_methods(PAGES)
@with_keys("coordinator")
@csrf_protect
def mail_file(request: HttpRequest, keys: Keys) -> HttpResponse:
    """The file of an e-mail fills the form; nothing is saved yet, and the file stays in memory."""
    seated(keys)
    form = MailFileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_bound and getattr(request, "too_big", False):
        form.errors["file"] = form.error_class([form.too_big])
    elif form.is_bound and form.is_valid():
        try:
            read = read_mail(form.cleaned_data["file"].read())
            context = {"form": MailForm(initial=read.initial), "came_by": "mail", "read": read}
            return page(request, "arrivals/letter.html", context)
        except NoMail:
            form.add_error("file", form.unreadable)
    return page(request, "arrivals/mail_file.html", {"form": form})

"""What is done on the page of one matter: talk, tries, promises, claims, facts."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from peredacha.design.forms import MessageForm
from peredacha.rooms.desk.forms import FACT_FORMS, ContactForm, DoneForm, NextStepForm
from peredacha.rooms.desk.services import (
    add_fact,
    form_settings,
    give_back,
    keep_promise,
    log_try,
    name_next_step,
    say,
    take,
)
from peredacha.rooms.desk.views.doors import with_inner, with_matter
from peredacha.rooms.desk.views.pages import show
from peredacha.rooms.matters.services import ClaimedByAnother, MatterFile
from peredacha.rooms.vault.services import Keys


@require_POST
@with_matter
def talk(request: HttpRequest, keys: Keys, file: MatterFile) -> HttpResponse:
    """A message to the family."""
    form = MessageForm(request.POST)
    if form.is_valid():
        say(keys=keys, file=file, now=timezone.now(), **form.cleaned_data)
        return redirect("desk:matter", matter_id=file.matter.id)
    return show(request, keys, file, "talk", say=form)


@require_POST
@with_inner
def inner(request: HttpRequest, keys: Keys, file: MatterFile) -> HttpResponse:
    """A message among the helpers."""
    form = MessageForm(request.POST, prefix="inner")
    if form.is_valid():
        say(keys=keys, file=file, now=timezone.now(), inner=True, **form.cleaned_data)
        return redirect("desk:helpers", matter_id=file.matter.id)
    return show(request, keys, file, "helpers", inner=form)


@require_POST
@with_inner
def contact(request: HttpRequest, keys: Keys, file: MatterFile) -> HttpResponse:
    """A try to reach the family: one of three buttons is enough; back to where the button was."""
    form = ContactForm(request.POST, prefix="contact", use_required_attribute=False)
    if form.is_valid():
        log_try(keys=keys, file=file, now=timezone.now(), **form.cleaned_data)
        if request.POST.get("back") == "queue":
            return redirect(settings.QUEUE_HOME)
        return redirect("desk:helpers", matter_id=file.matter.id)
    return show(request, keys, file, "helpers", contact=form)


@require_POST
@with_matter
def next_step(request: HttpRequest, keys: Keys, file: MatterFile) -> HttpResponse:
    """What happens next by when; naming it again moves it."""
    form = NextStepForm(request.POST, prefix="next", use_required_attribute=False)
    if form.is_valid():
        name_next_step(keys=keys, file=file, now=timezone.now(), **form.cleaned_data)
        return redirect("desk:matter", matter_id=file.matter.id)
    return show(request, keys, file, "talk", next=form)


@require_POST
@with_matter
def done(request: HttpRequest, keys: Keys, file: MatterFile) -> HttpResponse:
    """What was promised is done, and what comes after it."""
    form = DoneForm(request.POST, prefix="done", use_required_attribute=False)
    if form.is_valid():
        keep_promise(keys=keys, file=file, now=timezone.now(), **form.cleaned_data)
        return redirect("desk:matter", matter_id=file.matter.id)
    return show(request, keys, file, "talk", done=form)


@require_http_methods(["GET", "HEAD", "POST"])
@with_matter
def add(request: HttpRequest, keys: Keys, file: MatterFile, kind: str) -> HttpResponse:
    """One more fact about the person inside."""
    if kind not in FACT_FORMS:
        raise Http404
    posted = request.POST if request.method == "POST" else None
    form = FACT_FORMS[kind](posted, use_required_attribute=False, **form_settings(file, kind))
    if posted is not None and form.is_valid():
        add_fact(keys=keys, file=file, kind=kind, told=form.told, now=timezone.now())
        return redirect("desk:people", matter_id=file.matter.id)
    context = {"form": form, "matter_id": file.matter.id}
    return render(request, "desk/fact.html", context, status=422 if form.errors else 200)


@require_POST
@with_matter
def claim(request: HttpRequest, keys: Keys, file: MatterFile) -> HttpResponse:
    """Take the matter for the shift; when another is at it, say so."""
    try:
        take(keys=keys, file=file, now=timezone.now())
    except ClaimedByAnother:
        return render(request, "desk/claimed.html", {"matter_id": file.matter.id}, status=409)
    return redirect("desk:matter", matter_id=file.matter.id)


@require_POST
@with_matter
def release(request: HttpRequest, keys: Keys, file: MatterFile) -> HttpResponse:
    """Give the matter back to the queue."""
    give_back(keys=keys, file=file, now=timezone.now())
    return redirect(settings.QUEUE_HOME)

"""Many lines changed at once and undone; the shift handed over and taken over."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from peredacha.rooms.shifts.forms import BulkForm, HandOverForm, QueueForm
from peredacha.rooms.shifts.services import (
    Change,
    change_many,
    draft_of,
    hand_shift_over,
    lines_to_choose,
    preview,
    take_over,
    undo,
    undoable,
)
from peredacha.rooms.shifts.views.doors import with_reception
from peredacha.rooms.vault.services import Keys

PAGES = ["GET", "HEAD", "POST"]


@require_http_methods(PAGES)
@with_reception
def bulk(request: HttpRequest, keys: Keys, chapter: str) -> HttpResponse:
    """Choose lines and what to do; then a preview; nothing is done before the second button."""
    now = timezone.now()
    kind, page = QueueForm(request.GET).asked
    lines = lines_to_choose(keys, chapter, kind=kind, page=page, now=now)
    posted = request.POST if request.method == "POST" else None
    form = BulkForm(posted, lines=lines, use_required_attribute=False)
    if posted is None or not form.is_valid():
        context = {"form": form, "lines": lines, "undoable": undoable(keys, now=now)}
        return render(request, "shifts/bulk.html", context, status=422 if form.errors else 200)
    asked = form.cleaned_data
    change = Change(asked["act"], asked["by"], asked["why"])
    if "sure" in posted:
        change_many(keys=keys, matters=asked["matters"], change=change, now=now)
        return redirect("shifts:bulk")
    context = {"kept": form.kept, "lines": preview(keys, asked["matters"], change, now=now)}
    return render(request, "shifts/bulk_preview.html", context)


@require_POST
@with_reception
def undo_bulk(request: HttpRequest, keys: Keys, chapter: str, batch: str) -> HttpResponse:
    """Bring back what stood before one change of many."""
    undo(keys=keys, batch=batch, now=timezone.now())
    return redirect("shifts:bulk")


@require_http_methods(PAGES)
@with_reception
def hand_over(request: HttpRequest, keys: Keys, chapter: str) -> HttpResponse:
    """The draft of the hand-over, to be mended and left to the next shift."""
    now = timezone.now()
    lines = [(one.matter, one.title, one.text) for one in draft_of(keys, now=now)]
    form = HandOverForm(request.POST or None, lines=lines, use_required_attribute=False)
    if request.method == "POST" and form.is_valid():
        hand_shift_over(keys=keys, texts=form.told, now=now)
        return redirect("shifts:queue")
    return render(request, "shifts/hand_over.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@with_reception
def take_line(request: HttpRequest, keys: Keys, chapter: str, line: UUID) -> HttpResponse:
    """Take one line of the last shift over."""
    take_over(keys=keys, line=line, now=timezone.now())
    return redirect("shifts:queue")

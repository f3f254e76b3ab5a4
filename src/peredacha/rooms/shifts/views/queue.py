"""The queue of the shift, and a helper's own families."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from peredacha.design.forms import fresh_mark
from peredacha.rooms.shifts.forms import QueueForm
from peredacha.rooms.shifts.services import queue_page, take_next, told_ended, told_lines, told_own
from peredacha.rooms.shifts.views.doors import with_reception
from peredacha.rooms.vault.services import Keys, with_keys


@require_safe
@with_reception
def queue(request: HttpRequest, keys: Keys, chapter: str) -> HttpResponse:
    """The queue of the chapter, what the last shift left on top; looking or printing claims nothing."""
    now = timezone.now()
    kind, page = QueueForm(request.GET).asked
    context = {
        "queue": queue_page(keys, chapter, kind=kind, page=page, now=now),
        "left": told_lines(keys, now=now),
        "mark": fresh_mark(),
    }
    return render(request, "shifts/queue.html", context)


@require_POST
@with_reception
def next_one(request: HttpRequest, keys: Keys, chapter: str) -> HttpResponse:
    """Claim the first free line and go to its page."""
    matter = take_next(keys=keys, chapter=chapter, now=timezone.now())
    if matter is None:
        return render(request, "shifts/nothing_free.html")
    return redirect("desk:matter", matter_id=matter.id)


@require_safe
@with_keys()
def own(request: HttpRequest, keys: Keys) -> HttpResponse:
    """The families whom this helper stands by, and how it ended with those that are closed."""
    now = timezone.now()
    return render(
        request, "shifts/own.html", {"lines": told_own(keys, now=now), "ended": told_ended(keys, now=now)}
    )

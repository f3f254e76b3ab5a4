"""The lawyer: the queue of papers that wait, and one paper with what changed since the last look."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.rooms.matters.services import with_matter_for
from peredacha.rooms.plans.forms import LookForm
from peredacha.rooms.plans.services import (
    ChangedMeanwhile,
    about,
    changes_since_look,
    review_queue,
    take_step,
    told_paper,
)
from peredacha.rooms.plans.views.choosing import PAGES
from peredacha.rooms.plans.views.doors import OpenedPaper, with_paper
from peredacha.rooms.plans.views.papers import CONFLICT, show, version_of
from peredacha.rooms.vault.services import Keys, with_keys


@require_safe
@with_keys("lawyer")
def review(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Papers that wait to be looked at, the nearest deadline first."""
    return render(request, "plans/review.html", {"waiting": review_queue(keys, now=timezone.now())})


@require_http_methods(PAGES)
@with_matter_for("lawyer")
@with_paper
def look(request: HttpRequest, opened: OpenedPaper) -> HttpResponse:
    """One paper that was sent: what changed, the whole text, and the lawyer's word on exactly this version."""
    found = version_of(opened)
    if opened.paper.state != "sent":
        return redirect(opened.address("paper"))
    form = LookForm.asked(request)
    if form.is_bound and form.is_valid():
        try:
            take_step(**opened.act, now=timezone.now(), **form.cleaned_data)
            return redirect("plans:review")
        except ChangedMeanwhile:
            return show(request, opened, found, said="changed", status=CONFLICT)
    told = told_paper(opened.file, opened.binder, opened.paper, found, timezone.now())
    lines = changes_since_look(opened.paper) if told.page else ()
    context = {
        "form": form,
        "places": opened.places,
        "told": told,
        "lines": lines,
        "about": about(found.filing),
    }
    return render(request, "plans/look.html", context, status=form.status)

"""A paper that was made: its page, its files, its older versions, and what is done with it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.core.documents.jobs import Form
from peredacha.gateways.printing import NotPrinted
from peredacha.rooms.matters.services import with_matter
from peredacha.rooms.people.selectors import roles_of
from peredacha.rooms.plans.forms import AnsweredForm, FiledForm
from peredacha.rooms.plans.services import (
    KINDS,
    ChangedMeanwhile,
    HeldBack,
    NotMade,
    Version,
    gate_of,
    printed,
    take_step,
    told_paper,
)
from peredacha.rooms.plans.views.choosing import PAGES
from peredacha.rooms.plans.views.doors import OpenedPaper, with_paper

NOTHING_RUNS = "sandbox; default-src 'none'"
CONFLICT, BUSY = 409, 503


def version_of(opened: OpenedPaper, number: int | None = None) -> Version:
    """A version by its number, or the newest one; Http404 when there is none."""
    found = opened.paper.versions
    place = len(found) if number is None else number
    if not 1 <= place <= len(found):
        raise Http404
    return found[place - 1]


def show(
    request: HttpRequest, opened: OpenedPaper, version: Version, *, said: str = "", status: int = 200
) -> HttpResponse:
    """The page of a version; ``said`` names what could not be done: "changed", "busy" or "held_back"."""
    told = told_paper(opened.file, opened.binder, opened.paper, version, timezone.now())
    gate = gate_of(opened.file, opened.paper, version, now=timezone.now())
    member = opened.keys.member
    is_lawyer = (
        bool(member and "lawyer" in roles_of(member, timezone.localdate())) and opened.paper.state == "sent"
    )
    context = {"places": opened.places, "told": told, "said": said, "is_lawyer": is_lawyer, "gate": gate}
    context["lost"] = opened.file.damaged or opened.file.missing
    return render(request, "plans/paper.html", context, status=status)


@require_safe
@with_matter
@with_paper
def paper(request: HttpRequest, opened: OpenedPaper) -> HttpResponse:
    """The newest version; a paper that was never made leads to what is missing."""
    if not opened.paper.versions:
        return redirect(opened.address("next"))
    return show(request, opened, version_of(opened))


@require_safe
@with_matter
@with_paper
def version(request: HttpRequest, opened: OpenedPaper, number: int) -> HttpResponse:
    """An older version, as it was."""
    return show(request, opened, version_of(opened, number))


@require_safe
@with_matter
@with_paper
def print_version(request: HttpRequest, opened: OpenedPaper, number: int, form: Form) -> HttpResponse:
    """The file of a version: whole in memory, with a name that tells nothing, never a page of ours."""
    found = version_of(opened, number)
    try:
        body = printed(**opened.act, version=found, form=form, now=timezone.now())
    except HeldBack:
        return show(request, opened, found, said="held_back", status=CONFLICT)
    except (NotPrinted, NotMade):
        return show(request, opened, found, said="busy", status=BUSY)
    headers = {
        "Content-Disposition": f'attachment; filename="paper.{form}"',
        "Content-Security-Policy": NOTHING_RUNS,
        "X-Content-Type-Options": "nosniff",
        "Content-Encoding": "identity",
    }
    return HttpResponse(body, content_type=KINDS[form], headers=headers)


@require_POST
@with_matter
@with_paper
def send(request: HttpRequest, opened: OpenedPaper) -> HttpResponse:
    """The newest version goes to the lawyer."""
    found = version_of(opened)
    if opened.paper.state not in ("made", "comment"):
        return redirect(opened.address("paper"))
    try:
        take_step(**opened.act, step="sent", digest=request.POST.get("digest", ""), now=timezone.now())
    except (ChangedMeanwhile, NotMade):
        return show(request, opened, found, said="changed", status=CONFLICT)
    return redirect(opened.address("paper"))


@require_http_methods(PAGES)
@with_matter
@with_paper
def filed(request: HttpRequest, opened: OpenedPaper) -> HttpResponse:
    """Handed in: on which day, under which number."""
    form = FiledForm.asked(request, today=timezone.localdate(), initial=first_of(opened))
    return note(request, opened, form, "filed", "plans/filed.html")


@require_http_methods(PAGES)
@with_matter
@with_paper
def answered(request: HttpRequest, opened: OpenedPaper) -> HttpResponse:
    """An answer came, or none."""
    if opened.paper.handed_in is None:
        raise Http404
    form = AnsweredForm.asked(request, today=timezone.localdate(), initial=first_of(opened))
    return note(request, opened, form, "", "plans/answered.html")


def first_of(opened: OpenedPaper) -> dict[str, Any]:
    """What stands in a form about the newest version before anything is typed."""
    try:
        return {"digest": version_of(opened).digest, "on": timezone.localdate()}
    except NotMade:
        raise Http404 from None


def note(request: HttpRequest, opened: OpenedPaper, form: FiledForm, step: Any, page: str) -> HttpResponse:
    """Show a form about the newest version, or keep what it says."""
    if form.is_bound and form.is_valid():
        told = {"step": step, **form.cleaned_data}
        try:
            take_step(**opened.act, now=timezone.now(), **told)
        except ChangedMeanwhile:
            return show(request, opened, version_of(opened), said="changed", status=CONFLICT)
        return redirect(opened.address("paper"))
    return render(request, page, {"form": form, "places": opened.places}, status=form.status)

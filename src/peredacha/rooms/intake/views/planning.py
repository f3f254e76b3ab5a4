"""The plan in its forms: the page, the sheet, the file to carry, the calendar, and the search for him."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from peredacha.design.sheets import whole_page
from peredacha.rooms.intake.selectors import is_somebody_there
from peredacha.rooms.intake.services import (
    PlanPage,
    draw_plan,
    kept_by,
    plan_calendar,
    told_letter,
    told_plan,
    told_search,
)

PlanView = Callable[..., HttpResponse]


def with_plan(view: PlanView) -> PlanView:
    """Hand the plan to a view; without answers lead to the start."""

    @require_safe
    @wraps(view)
    def guarded(request: HttpRequest, **places: str) -> HttpResponse:
        page = draw_plan(kept_by(request).answers, now=timezone.now())
        return view(request, page, **places) if page else redirect("intake:start")

    return guarded


@with_plan
def plan(request: HttpRequest, page: PlanPage) -> HttpResponse:
    """The plan: the next step big, then the way in time."""
    context = {"plan": told_plan(page), "somebody_there": is_somebody_there()}
    return render(request, "intake/plan.html", context)


@with_plan
def sheet(request: HttpRequest, page: PlanPage) -> HttpResponse:
    """The same for one sheet of A4."""
    return render(request, "intake/sheet.html", {"plan": told_plan(page)})


@with_plan
def file(request: HttpRequest, page: PlanPage) -> HttpResponse:
    """The same as one self-contained file with a neutral name."""
    html = whole_page(
        render_to_string("intake/file.html", {"plan": told_plan(page), "search": told_search(page)})
    )
    return download(html.encode(), "text/html; charset=utf-8", "plan.html")


@with_plan
def calendar(request: HttpRequest, page: PlanPage) -> HttpResponse:
    """Every date ahead as a calendar file."""
    body = plan_calendar(page, seed=kept_by(request).seed, now=timezone.now())
    return download(body, "text/calendar; charset=utf-8", "dates.ics")


@with_plan
def where(request: HttpRequest, page: PlanPage) -> HttpResponse:
    """Whom to ask where he is, what to say, what the answers mean."""
    return render(request, "intake/where.html", {"search": told_search(page)})


@with_plan
def letters(request: HttpRequest, page: PlanPage) -> HttpResponse:
    """The enquiry letters that fit."""
    return render(request, "intake/letters.html", {"search": told_search(page)})


@with_plan
def letter(request: HttpRequest, page: PlanPage, letter_id: str) -> HttpResponse:
    """One letter to print and fill in by hand."""
    told = told_letter(page, letter_id)
    return render(request, "intake/letter.html", {"letter": told}) if told else redirect("intake:letters")


def download(body: bytes, kind: str, name: str) -> HttpResponse:
    """A file to keep."""
    return HttpResponse(
        body, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )

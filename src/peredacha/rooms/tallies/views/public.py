"""For everybody: what one parcel costs, and the report of a month in kind."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from peredacha.rooms.tallies.selectors import last_full_month, month_named, months_with_tallies
from peredacha.rooms.tallies.services import ToldReport, as_csv, public_report, told_cost, told_house


def report_of(named: str) -> ToldReport:
    """The report of a month that is over; Http404 for one that is not, or in which nothing was counted."""
    month, last = month_named(named), last_full_month(timezone.localdate())
    if month is None or month not in months_with_tallies(last):
        raise Http404
    return public_report(month)


def shown(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    """A public page, and who counted what it tells."""
    return render(request, template, {**context, "house": told_house()})


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """The months that are over."""
    months = months_with_tallies(last_full_month(timezone.localdate()))
    return shown(request, "tallies/reports.html", months=months)


@require_safe
def cost(request: HttpRequest) -> HttpResponse:
    """What one parcel costs, how it is counted, and what the number does not show."""
    return shown(request, "tallies/cost.html", told=told_cost(today=timezone.localdate()))


@require_safe
def report(request: HttpRequest, month: str) -> HttpResponse:
    """One month in kind."""
    return shown(request, "tallies/report.html", report=report_of(month))


@require_safe
def table(request: HttpRequest, month: str) -> HttpResponse:
    """One month as a table for a spreadsheet."""
    told = report_of(month)
    body = "\ufeff" + as_csv(told)
    headers = {"Content-Disposition": f'attachment; filename="month-{told.key}.csv"'}
    return HttpResponse(body, content_type="text/csv; charset=utf-8", headers=headers)

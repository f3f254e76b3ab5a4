"""Pages of the facilities room: everybody may read, and tell in two taps what was different at a window."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.rooms.facilities.forms import FacilitySearchForm, TellForm
from peredacha.rooms.facilities.models import VERDICTS, Facility
from peredacha.rooms.facilities.selectors import page_of_facilities
from peredacha.rooms.facilities.selectors.cards import read_facility
from peredacha.rooms.facilities.selectors.lines import find_line, goods_in_groups, lines_of, list_lines
from peredacha.rooms.facilities.selectors.pages import read_page
from peredacha.rooms.facilities.selectors.reports import list_reports
from peredacha.rooms.facilities.services import note_outcome, report_outcome, settle_report
from peredacha.rooms.people.services import FAMILY, SignedMember, helpers, signed_member, visit_of


@require_safe
def search_facilities(request: HttpRequest) -> HttpResponse:
    """The search, and what it found; without a question, everything."""
    form = FacilitySearchForm(request.GET)
    found = None
    if form.is_valid():
        found = page_of_facilities(**form.cleaned_data, number=request.GET.get("page", "1"))
    return render(request, "facilities/search.html", {"form": form, "found": found})


@require_safe
def show_facility(request: HttpRequest, public_id: str) -> HttpResponse:
    """One card; after somebody told something, with a word of thanks."""
    page = read_page(public_id, today=timezone.localdate())
    if page is None:
        raise Http404(_("There is no such card."))
    context = {"card": page.card, "page": page, "told": request.GET.get("told", "")}
    return render(request, "facilities/card.html", context)


@require_safe
def choose_line(request: HttpRequest, public_id: str) -> HttpResponse:
    """The first tap: what was different."""
    facility = _there(public_id)
    lines = {"lines": lines_of(facility), "lists": list_lines(), "groups": goods_in_groups()}
    return render(request, "facilities/different.html", {"facility": facility, **lines})


@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest, public_id: str, subject: str, thing: str) -> HttpResponse:
    """The second tap: what happened with it. Those we know count at once, a stranger's word waits."""
    facility = _there(public_id)
    line = find_line(facility, subject, thing) if subject in VERDICTS else None
    if line is None:
        raise Http404(_("There is no such line on this card."))
    form = TellForm(request.POST or None, subject=subject, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        known = _is_known(request)
        note = note_outcome if known else report_outcome
        kept = note(facility=public_id, subject=subject, thing=thing, **form.cleaned_data)
        told = "counts" if kept and known else "waits" if kept else "full"
        return redirect(reverse("facilities:card", args=[public_id], query={"told": told}))
    context = {"facility": facility, "line": line, "form": form}
    return render(request, "facilities/tell.html", context, status=422 if form.errors else 200)


@require_safe
@helpers()
def show_reports(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """What strangers told, for a helper who knows."""
    return render(request, "facilities/reports.html", {"reports": list_reports()})


@require_POST
@helpers()
def settle(request: HttpRequest, signed: SignedMember, report: UUID) -> HttpResponse:
    """One tap: it is so, or it is not; what is neither leaves it waiting."""
    word = request.POST.get("is_so")
    if word in ("yes", "no"):
        settle_report(report=report, is_so=word == "yes")
    return redirect("facilities:reports")


def _there(public_id: str) -> Facility:
    facility = read_facility(public_id)
    if facility is None:
        raise Http404(_("There is no such card."))
    return facility


def _is_known(request: HttpRequest) -> bool:
    """Whether a helper or a family with its words is behind the request; who it is is not looked at."""
    visit = visit_of(request)
    return signed_member(request) is not None or (visit is not None and visit.kind == FAMILY)

"""For helpers: every number of their chapter, and sums from receipts."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.rooms.people.services import SignedMember, helpers
from peredacha.rooms.tallies.forms import SpendingForm
from peredacha.rooms.tallies.selectors import before, month_named, next_month
from peredacha.rooms.tallies.services import inside_report, spend, take_back, told_spendings

PAGES = ["GET", "HEAD", "POST"]
FIRST_YEAR = 2020


@require_safe
@helpers("coordinator", "packer", "steward")
def numbers(request: HttpRequest, signed: SignedMember, month: str = "") -> HttpResponse:
    """A month of the own chapter with every number, by place."""
    this = timezone.localdate().replace(day=1)
    shown = month_named(month) if month else this
    if shown is None or shown.year < FIRST_YEAR or shown > this:
        raise Http404
    later = next_month(shown) if shown < this else None
    context = {
        "report": inside_report(signed.member.chapter, shown),
        "earlier": before(shown) if shown.year > FIRST_YEAR else None,
        "later": later,
        "may_spend": signed.has("coordinator"),
    }
    return render(request, "tallies/numbers.html", context)


@require_http_methods(PAGES)
@helpers("coordinator")
def spending(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """A sum from a receipt, and the sums of the last months."""
    chapter, today = signed.member.chapter, timezone.localdate()
    form = SpendingForm.asked(request, today=today)
    if form.is_bound and form.is_valid():
        spend(chapter=chapter, **form.cleaned_data)
        return redirect("tallies:spending")
    context = {"form": form, "spendings": told_spendings(chapter, today=today)}
    return render(request, "tallies/spending.html", context, status=form.status)


@require_POST
@helpers("coordinator")
def back(request: HttpRequest, signed: SignedMember, spending_id: UUID) -> HttpResponse:
    """A sum that was typed by mistake goes out."""
    if not take_back(chapter=signed.member.chapter, spending=spending_id):
        raise Http404
    return redirect("tallies:spending")

"""Pages of the facilities room: everybody may read, nobody can write."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from peredacha.rooms.facilities.forms import FacilitySearchForm
from peredacha.rooms.facilities.selectors import find_facility, page_of_facilities


@require_safe
def search_facilities(request: HttpRequest) -> HttpResponse:
    """The search, and what it found; without a question, everything."""
    form = FacilitySearchForm(request.GET)
    found = None
    if form.is_valid():
        asked = form.cleaned_data
        number = request.GET.get("page", "1")
        found = page_of_facilities(region=asked["region"], text=asked["text"], number=number)
    return render(request, "facilities/search.html", {"form": form, "found": found})


@require_safe
def show_facility(request: HttpRequest, public_id: str) -> HttpResponse:
    """One card."""
    card = find_facility(public_id, today=timezone.localdate())
    if card is None:
        raise Http404(_("There is no such card."))
    return render(request, "facilities/card.html", {"card": card})

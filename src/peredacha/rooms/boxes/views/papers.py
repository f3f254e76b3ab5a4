"""Papers of one box: what is typed here is printed and kept nowhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from peredacha.core.language import date_in_words
from peredacha.design.printing import PrintForm
from peredacha.design.wording import language
from peredacha.rooms.boxes.services import (
    ONE,
    PDF_HEADERS,
    NotPrinted,
    printing_of,
    shape_at,
    slips_of,
    told_of_lists,
    what_of,
)
from peredacha.rooms.boxes.views.doors import BUSY, PAGES, OpenBox, with_box


def site_of(request: HttpRequest) -> str:
    """The address of the site, without a path."""
    return request.build_absolute_uri("/").rstrip("/")


@require_http_methods(PAGES)
@with_box
def papers(request: HttpRequest, opened: OpenBox) -> HttpResponse:
    """The papers of one box."""
    if opened.parcel.contents is None:
        return redirect("boxes:box", parcel=opened.id)
    person, today = opened.parcel.errands.recipient, timezone.localdate()
    shape = shape_at(person.facility, on=today)
    form, kind, status = PrintForm.asked(request, shape=shape.form), request.POST.get("paper", ""), 200
    if form.is_bound and form.is_valid() and kind in ONE:
        path = reverse("boxes:box", args=[opened.id])
        printing = printing_of(form.cleaned_data, site_of(request))
        try:
            pdf = slips_of(kind, opened.parcel, printing, path=path, now=timezone.now())
            return HttpResponse(pdf, content_type="application/pdf", headers=dict(PDF_HEADERS))
        except NotPrinted:
            status = BUSY
    context = {
        "opened": opened,
        "form": form,
        "since": date_in_words(shape.day, language()) if shape.day else "",
        "told": told_of_lists(person, today=today),
        "busy": status == BUSY,
        "what": what_of(opened.parcel),
    }
    return render(request, "boxes/papers.html", context, status=max(status, form.status))

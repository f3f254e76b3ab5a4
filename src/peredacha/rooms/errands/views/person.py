"""The person inside: what is known, one question a page, and one tap for “he is still there”."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.rooms.errands.forms import PAGES as QUESTIONS
from peredacha.rooms.errands.forms import PersonForm, PlaceForm
from peredacha.rooms.errands.models import Recipient
from peredacha.rooms.errands.selectors import facility_choices, goods_choices
from peredacha.rooms.errands.services import (
    begin_errands,
    confirm_place,
    place_age,
    recipient_of,
    tell_person,
    told_pages,
)
from peredacha.rooms.errands.views.doors import PAGES
from peredacha.rooms.matters.services import OpenMatter, with_matter

WALK = "walk"


@require_safe
@with_matter
def person(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """Everything that is known of the person, each with a way to change it."""
    today = timezone.localdate()
    recipient = recipient_of(opened.keys, opened.file, now=timezone.now())
    rows = [
        {
            "key": key,
            "value": value,
            "url": reverse("errands:question", kwargs={"matter": opened.matter, "number": number}),
        }
        for number, (key, value) in enumerate(told_pages(recipient, today=today), start=1)
    ]
    context = {"opened": opened, "rows": rows, "place": place_age(recipient, today=today)}
    return render(request, "errands/person.html", context)


@require_http_methods(PAGES)
@with_matter
def question(request: HttpRequest, opened: OpenMatter, number: int) -> HttpResponse:
    """One page about the person; who walks through all of them comes to the next."""
    if not 1 <= number <= len(QUESTIONS):
        raise Http404
    recipient = recipient_of(opened.keys, opened.file, now=timezone.now())
    form = asked(request, opened, QUESTIONS[number - 1], recipient)
    if form.is_bound and form.is_valid():
        tell_person(keys=opened.keys, file=opened.file, told=form.told, now=timezone.now())
        return redirect(onwards(opened, number, walks=WALK in request.GET))
    context = {"opened": opened, "form": form, "number": number, "total": len(QUESTIONS)}
    return render(request, "errands/question.html", context, status=form.status)


def asked(
    request: HttpRequest, opened: OpenMatter, table: type[PersonForm], recipient: Recipient
) -> PersonForm:
    """The form of a page with what is known already."""
    today, region = timezone.localdate(), str(opened.file.request.answers.get("region", ""))
    choices = (
        facility_choices(region, recipient.facility, today=today) if table is PlaceForm else goods_choices()
    )
    data = request.POST if request.method == "POST" else None
    return table(data, recipient=recipient, choices=choices, today=today)


def onwards(opened: OpenMatter, number: int, *, walks: bool) -> str:
    """The next page for who walks through all of them; else the page with everything."""
    if walks and number < len(QUESTIONS):
        places = {"matter": opened.matter, "number": number + 1}
        return f"{reverse('errands:question', kwargs=places)}?{WALK}=1"
    return reverse("errands:person", kwargs={"matter": opened.matter})


@require_POST
@with_matter
def still_there(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """He is still there, or where who packs heard that he is: known today."""
    now, moved = timezone.now(), "moved" in request.POST
    errands = begin_errands(keys=opened.keys, file=opened.file, now=now)
    confirm_place(opened=errands, how="", now=now, moved=moved)
    return redirect("errands:person", matter=opened.matter)

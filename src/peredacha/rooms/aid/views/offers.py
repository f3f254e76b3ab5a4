"""The list of offers, a new one, and one offer with its list and steps."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.design.fields import Option
from peredacha.rooms.aid.forms import GoodForm, PlaceForm, SearchForm, StepForm
from peredacha.rooms.aid.selectors import classes, places_found
from peredacha.rooms.aid.services import (
    ChangedMeanwhile,
    NoReaders,
    OpenOffer,
    add_good,
    begin_offer,
    drop_good,
    states_after,
    take_step,
    told_list,
    told_offer,
    told_offers,
)
from peredacha.rooms.aid.views.doors import CONFLICT, PAGES, ROLES, chapter_of, page, with_offer
from peredacha.rooms.vault.services import Keys, TooLong, with_keys


@require_safe
@with_keys(*ROLES)
def index(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Every offer of the chapter, the nearest day first; who has no seat yet reads whom to ask."""
    offers = told_offers(chapter_of(keys), today=timezone.localdate()) if keys.circles else []
    return render(request, "aid/index.html", {"offers": offers, "has_seat": bool(keys.circles)})


@require_http_methods(PAGES)
@with_keys(*ROLES)
def begin(request: HttpRequest, keys: Keys) -> HttpResponse:
    """To which place: looked for by words, then chosen."""
    chapter_of(keys)
    search = SearchForm(request.GET)
    found, more = places_found(search.cleaned_data["text"] if search.is_valid() else "")
    places = [(one.public_id, Option(one.title, f"{one.name}, {one.place}")) for one in found]
    form = PlaceForm(request.POST if request.method == "POST" else None, places=places)
    if form.is_bound and form.is_valid():
        try:
            offer = begin_offer(keys=keys, facility=form.cleaned_data["place"], now=timezone.now())
            return redirect("aid:offer", offer=offer.id)
        except NoReaders:
            form.refuse(_("You have no seat among the packers yet. Ask a coordinator for one."))
    context = {"form": form, "search": search, "found": found, "more": more}
    return render(request, "aid/begin.html", context, status=form.status)


@require_safe
@with_offer
def show(request: HttpRequest, keys: Keys, opened: OpenOffer) -> HttpResponse:
    """One offer: where it stands, what is next, the papers, the list, the files, what happened."""
    return page(request, "aid/offer.html", opened, told=told_offer(opened, today=timezone.localdate()))


@require_http_methods(PAGES)
@with_offer
def goods(request: HttpRequest, keys: Keys, opened: OpenOffer) -> HttpResponse:
    """One thing more on the list of a draft."""
    if not opened.is_draft:
        raise Http404
    form = GoodForm(request.POST if request.method == "POST" else None, classes=classes())
    if form.is_bound and form.is_valid():
        try:
            add_good(keys=keys, opened=opened, good=form.told, now=timezone.now())
            return redirect("aid:goods", offer=opened.offer.id)
        except ChangedMeanwhile:
            return redirect("aid:offer", offer=opened.offer.id)
    told = told_offer(opened, today=timezone.localdate())
    return page(request, "aid/goods.html", opened, form=form, told=told)


@require_POST
@with_offer
def drop(request: HttpRequest, keys: Keys, opened: OpenOffer, row_id: UUID) -> HttpResponse:
    """A thing goes out of the list of a draft."""
    try:
        drop_good(keys=keys, opened=opened, row_id=row_id)
    except ChangedMeanwhile:
        return redirect("aid:offer", offer=opened.offer.id)
    return redirect("aid:goods", offer=opened.offer.id)


@require_safe
@with_offer
def sheet(request: HttpRequest, keys: Keys, opened: OpenOffer) -> HttpResponse:
    """The list with certificates and receipts, for paper."""
    told = told_offer(opened, today=timezone.localdate())
    return page(request, "aid/list.html", opened, rows=told_list(opened), told=told)


@require_http_methods(PAGES)
@with_offer
def step(request: HttpRequest, keys: Keys, opened: OpenOffer) -> HttpResponse:
    """What happened, on which day, and when somebody looks again."""
    today, states = timezone.localdate(), states_after(opened.offer)
    if not states:
        raise Http404
    initial = {"seen": opened.offer.state, "on": today, "state": states[0][0] if len(states) == 1 else None}
    form = StepForm(request.POST or None, states=states, today=today, initial=initial)
    status = 200
    if form.is_bound and form.is_valid():
        try:
            take_step(keys=keys, opened=opened, now=timezone.now(), **form.cleaned_data)
            return redirect("aid:offer", offer=opened.offer.id)
        except TooLong:
            form.add_error("text", form.fields["text"].error_messages["max_length"])
        except ChangedMeanwhile:
            form.refuse(_("Somebody else wrote here meanwhile. Look at what stands there now."))
            status = CONFLICT
    return page(request, "aid/step.html", opened, status, form=form)

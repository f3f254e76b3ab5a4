"""Many boxes at once: begun, waited for, looked at, taken; nothing is taken before somebody says so."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.rooms.batches.forms import CodeForm, WantedForm
from peredacha.rooms.batches.selectors import batch_with_code, batches_of, parcel_with_code
from peredacha.rooms.batches.services import (
    NobodyWaits,
    NoPackers,
    OpenBatch,
    Wanted,
    batch_sums,
    batch_words,
    begin_batch,
    box_views,
    gap_said,
    pages_of,
    places_waiting,
    take_boxes,
    waiting,
)
from peredacha.rooms.batches.views.doors import LOOKS_AGAIN, PAGES, chapter_of, packers, with_batch
from peredacha.rooms.boxes.selectors import code_of
from peredacha.rooms.boxes.services import kit_choices
from peredacha.rooms.vault.services import Keys

NO_PACKERS = gettext_lazy(
    "You do not sit in the circle of the packers. A coordinator founds it and gives seats on the page Keys and safety."
)


@require_http_methods(PAGES)
@packers
def index(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Who waits, a new batch, the batches of the last days."""
    now, chapter = timezone.now(), chapter_of(keys)
    cards = waiting(keys)
    kits = kit_choices(chapter, timezone.localdate(now))
    form = WantedForm.asked(request, places=places_waiting(cards), kits=kits)
    if form.is_bound and form.is_valid():
        try:
            return redirect(
                "batches:batch", batch=begin_batch(keys=keys, wanted=Wanted(**form.told), now=now).id
            )
        except NobodyWaits:
            form.refuse(_("No parcel waits to be packed there. It waits once its day is planned."))
        except NoPackers:
            form.refuse(str(NO_PACKERS))
    batches = [(one, batch_words(one), code_of(one.id)) for one in batches_of(chapter)]
    context = {"form": form, "waiting": len(cards), "batches": batches}
    return render(request, "batches/index.html", context, status=form.status)


@require_safe
@with_batch
def batch(request: HttpRequest, keys: Keys, opened: OpenBatch) -> HttpResponse:
    """A batch: being packed, to be looked at, or broken off."""
    now = timezone.now()
    if opened.works(now) or opened.broke(now):
        context = {"batch": opened, "words": batch_words(opened.row), "broke": opened.broke(now)}
        waiting = render(request, "batches/waiting.html", context)
        if not opened.broke(now):
            waiting.headers["Refresh"] = LOOKS_AGAIN
        return waiting
    pages, asked = pages_of(opened), request.GET.get("page", "1")
    page = min(max(int(asked), 1), pages) if asked.isdecimal() and len(asked) < 6 else 1
    context = {
        "batch": opened,
        "code": code_of(opened.id),
        "gap": gap_said(opened),
        "sums": batch_sums(opened),
        "boxes": box_views(keys, opened, page),
        "pages": [(number, number == page) for number in range(1, pages + 1)] if pages > 1 else [],
        "open": len(opened.open_boxes),
        "taken": any(one.state == "taken" for one in opened.boxes),
    }
    return render(request, "batches/batch.html", context)


@require_POST
@with_batch
def take(request: HttpRequest, keys: Keys, opened: OpenBatch) -> HttpResponse:
    """Take all boxes from the store, or the one that was named."""
    now, named = timezone.now(), request.POST.get("parcel", "")
    only = tuple(one.parcel for one in opened.open_boxes if str(one.parcel) == named)
    if not opened.works(now) and (only or not named):
        take_boxes(keys=keys, batch=opened, only=only, now=now)
    return redirect("batches:batch", batch=opened.id)


@require_http_methods(PAGES)
@packers
def code(request: HttpRequest, keys: Keys) -> HttpResponse:
    """The code of a paper leads back to its box or its batch."""
    form = CodeForm.asked(request)
    if form.is_bound and form.is_valid():
        chapter, typed = chapter_of(keys), form.cleaned_data["code"]
        parcel, batch = parcel_with_code(chapter, typed), batch_with_code(chapter, typed)
        if parcel:
            return redirect("parcels:parcel", parcel=parcel)
        if batch:
            return redirect("batches:batch", batch=batch)
        form.refuse(_("Nothing has this code any more. After the end of a parcel its paper leads nowhere."))
    return render(request, "batches/code.html", {"form": form}, status=form.status)

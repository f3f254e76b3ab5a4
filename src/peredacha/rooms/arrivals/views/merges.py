"""Two matters about one person: found, looked at side by side, made one, parted again."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.rooms.arrivals.forms import MergeForm
from peredacha.rooms.arrivals.selectors import alike_cards, merges_into, named_of
from peredacha.rooms.arrivals.services.merging import NotTogether, TooLate, merge, part, preview
from peredacha.rooms.arrivals.services.wording import told_hint
from peredacha.rooms.arrivals.services.wording_merges import told_merge, told_side
from peredacha.rooms.arrivals.views.answering import CONFLICT, PAGES, file_or_404, page
from peredacha.rooms.matters.services import drawn_card
from peredacha.rooms.vault.services import Keys, TooLong, with_keys


@require_safe
@with_keys("coordinator")
def similar(request: HttpRequest, keys: Keys, matter_id: UUID) -> HttpResponse:
    """Who may be the same person, and what was made one before."""
    return similar_page(request, keys, matter_id)


def similar_page(request: HttpRequest, keys: Keys, matter_id: UUID, *, failed: bool = False) -> HttpResponse:
    """The page; ``failed`` after a try that could not be done."""
    now = timezone.now()
    file = file_or_404(keys, matter_id)
    found = alike_cards(keys, named_of(drawn_card(file, now=now)), but=[matter_id], limit=10)
    context = {
        "side": told_side(file, now=now),
        "hints": [told_hint(hint) for hint in found],
        "merges": [told_merge(row, today=timezone.localdate(now)) for row in merges_into(file.matter)],
        "failed": failed,
    }
    return page(request, "arrivals/similar.html", context, CONFLICT if failed else 200)


@require_http_methods(PAGES)
@with_keys("coordinator")
def together(request: HttpRequest, keys: Keys, matter_id: UUID, other_id: UUID) -> HttpResponse:
    """What a merge would do; then it is done."""
    kept, second, now = file_or_404(keys, matter_id), file_or_404(keys, other_id), timezone.now()
    if matter_id == other_id:
        raise Http404
    would = preview(kept, second, now=now)
    form = MergeForm(request.POST if request.method == "POST" else None, asks=would.family_reads)
    if form.is_bound and form.is_valid():
        try:
            merge(keys=keys, kept=kept, second=second, now=now, **form.cleaned_data)
            return redirect("arrivals:merge", matter_id=matter_id)
        except NotTogether:
            return similar_page(request, keys, matter_id, failed=True)
        except TooLong:
            form.add_error(None, form.too_much)
    sides = told_side(kept, now=now), told_side(second, now=now)
    return page(
        request,
        "arrivals/together.html",
        {"form": form, "would": would, "kept": sides[0], "second": sides[1]},
    )


@require_POST
@with_keys("coordinator")
def apart(request: HttpRequest, keys: Keys, matter_id: UUID, merge_id: UUID) -> HttpResponse:
    """The two are parted again."""
    file = file_or_404(keys, matter_id)
    row = next((one for one in merges_into(file.matter) if one.id == merge_id), None)
    if row is None:
        raise Http404
    try:
        second = part(keys=keys, kept=file, row=row, now=timezone.now())
    except TooLate:
        return similar_page(request, keys, matter_id, failed=True)
    return redirect("arrivals:merge", matter_id=second.id)

"""One police station of a roll: a roll-call by one tap, a row changed, people closed into matters."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from peredacha.rooms.arrivals.selectors import indexed_cards
from peredacha.rooms.arrivals.services import told_hint
from peredacha.rooms.rolls.forms import CloseForm, RowForm, TapForm, UndoForm
from peredacha.rooms.rolls.services import (
    ChangedMeanwhile,
    RollEntry,
    RollFile,
    Station,
    change_row,
    close_rows,
    told_row,
    undo_closing,
)
from peredacha.rooms.rolls.services.writing import RowGone
from peredacha.rooms.rolls.views.answering import CONFLICT, PAGES, UNPROCESSABLE, page
from peredacha.rooms.rolls.views.rolls import added, roll_or_404
from peredacha.rooms.vault.services import Keys, TooLong, with_keys

PAGE = 100
MOST_PAGES = 50


def station_or_404(file: RollFile, key: str) -> Station:
    """A station of the roll."""
    found = file.station(key)
    if found is None:
        raise Http404
    return found


def page_of(request: HttpRequest) -> int:
    """The number of the page, from 0."""
    number = request.GET.get("page", "0")
    return min(int(number), MOST_PAGES) if number.isascii() and number.isdecimal() and len(number) < 4 else 0


@require_http_methods(PAGES)
@with_keys("coordinator")
def show(request: HttpRequest, keys: Keys, roll_id: UUID, key: str) -> HttpResponse:
    """The people of one station; a person typed here is added."""
    file = roll_or_404(keys, roll_id, to_write=request.method == "POST")
    station = station_or_404(file, key)
    form = RowForm(request.POST if request.method == "POST" else None, initial={"station": station.name})
    if form.is_bound and added(keys, file, form):
        place = reverse("rolls:station", args=[roll_id, file.station_key(form.changes["station"])])
        return redirect(f"{place}#one-title")
    return grid(request, file, station, form)


def grid(request: HttpRequest, file: RollFile, station: Station, form: RowForm, **more: Any) -> HttpResponse:
    """The page of a station."""
    number = page_of(request)
    shown = station.entries[number * PAGE : (number + 1) * PAGE]
    context = {
        "roll": file.roll,
        "station": station,
        "rows": [told_row(entry) for entry in shown],
        "form": form,
        "number": number,
        "later": number + 1 if len(station.entries) > (number + 1) * PAGE else None,
        "earlier": number - 1,
        "batches": sorted({one.person.batch for one in station.entries if one.person.batch}),
        **more,
    }
    return page(request, "rolls/station.html", context, UNPROCESSABLE if "closing" in more else 200)


@require_POST
@with_keys("coordinator")
def tap(request: HttpRequest, keys: Keys, roll_id: UUID, key: str) -> HttpResponse:
    """A tap on a row says what is known; the other button leads to ordinary matters."""
    file = roll_or_404(keys, roll_id, to_write=True)
    if "tap" not in request.POST:
        return closing(request, keys, file, key)
    form = TapForm(request.POST)
    if not form.is_valid():
        raise Http404
    row, seen, state = form.cleaned_data["tap"]
    try:
        change_row(keys=keys, file=file, row_id=row, seen=seen, changes={"state": state}, now=timezone.now())
    except ChangedMeanwhile as changed:
        return row_page(request, file, changed.entry, RowForm(initial=shown_in(changed.entry)), CONFLICT)
    except RowGone as error:
        raise Http404 from error
    return redirect("rolls:station", roll_id=roll_id, key=key)


def closing(request: HttpRequest, keys: Keys, file: RollFile, key: str) -> HttpResponse:
    """Which people become matters: first a page that tells, then it is done."""
    station = station_or_404(file, key)
    rows = [(str(one.id), one.person.name) for one in station.entries if not one.person.matter]
    form = CloseForm(rows, request.POST)
    if not form.is_valid():
        return grid(request, file, station, RowForm(initial={"station": station.name}), closing=form)
    chosen = [UUID(row) for row in form.cleaned_data["row"]]
    if form.cleaned_data["sure"]:
        close_rows(keys=keys, file=file, rows=chosen, now=timezone.now())
        return redirect("rolls:station", roll_id=file.roll.id, key=key)
    entries = file.chosen(chosen)
    cards = indexed_cards(keys, [one.person.named for one in entries])
    told = [
        (told_row(one), [told_hint(hint) for hint in cards.alike(one.person.named, limit=2)])
        for one in entries
    ]
    return page(request, "rolls/closing.html", {"told": told, "roll": file.roll, "key": key})


@require_POST
@with_keys("coordinator")
def undo(request: HttpRequest, keys: Keys, roll_id: UUID, key: str) -> HttpResponse:
    """The matters of one closing are taken back, as far as nobody has worked on them."""
    file, form = roll_or_404(keys, roll_id, to_write=True), UndoForm(request.POST)
    if not form.is_valid():
        raise Http404
    done = undo_closing(keys=keys, file=file, batch=form.cleaned_data["batch"], now=timezone.now())
    if not done.kept:
        return redirect("rolls:station", roll_id=roll_id, key=key)
    again = roll_or_404(keys, roll_id)
    station = station_or_404(again, key)
    return grid(request, again, station, RowForm(initial={"station": station.name}), undone=done)


@require_http_methods(PAGES)
@with_keys("coordinator")
def row(request: HttpRequest, keys: Keys, roll_id: UUID, row_id: UUID) -> HttpResponse:
    """One person is changed; who comes second sees what the first one wrote."""
    file = roll_or_404(keys, roll_id, to_write=True)
    entry = next(iter(file.chosen([row_id])), None)
    if entry is None:
        raise Http404
    form = RowForm(request.POST if request.method == "POST" else None, initial=shown_in(entry))
    if form.is_bound and form.is_valid():
        return changed(request, keys, file, entry, form)
    return row_page(request, file, entry, form)


def changed(
    request: HttpRequest, keys: Keys, file: RollFile, entry: RollEntry, form: RowForm
) -> HttpResponse:
    """Save a changed row, or show what stands there now beside what was typed."""
    seen = request.POST.get("seen", "")
    try:
        number = int(seen) if seen.isascii() and seen.isdecimal() and len(seen) < 8 else 0
        now = timezone.now()
        after = change_row(keys=keys, file=file, row_id=entry.id, seen=number, changes=form.changes, now=now)
    except ChangedMeanwhile as other:
        return row_page(request, file, other.entry, form, CONFLICT)
    except TooLong:
        form.add_error("note", form.fields["note"].error_messages["max_length"])
        return row_page(request, file, entry, form)
    return redirect("rolls:station", roll_id=file.roll.id, key=file.station_key(after.station))


def shown_in(entry: RollEntry) -> dict[str, Any]:
    """A row as its form shows it."""
    person = entry.person
    who = person.typed or ", ".join(filter(None, [person.name, str(person.birth_year or "")]))
    return {
        "who": who,
        "age": person.age,
        "station": person.station,
        "lawyer": person.lawyer,
        "state": person.state,
        "note": person.note,
    }


def row_page(
    request: HttpRequest, file: RollFile, entry: RollEntry, form: RowForm, status: int = 200
) -> HttpResponse:
    """The page of one person; after a clash with what the other one wrote."""
    context = {
        "form": form,
        "roll": file.roll,
        "row": told_row(entry),
        "key": file.station_key(entry.person.station),
        "clash": status == CONFLICT,
    }
    return page(request, "rolls/row.html", context, status)

"""The grid of a mass detention: many helpers type at once, one tap a person, a list for every police station."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.core.linkage import read_roll
from peredacha.rooms.rolls.forms import PasteForm, RollStateForm, RowForm
from peredacha.rooms.rolls.selectors import rolls_of
from peredacha.rooms.rolls.services import (
    RollFile,
    add_one,
    begin_roll,
    close_roll,
    from_line,
    open_roll,
    paste_rows,
    reopen_roll,
    said_of,
    told_row,
    told_stations,
)
from peredacha.rooms.rolls.services.entries import Detained
from peredacha.rooms.rolls.services.files import RollEntry
from peredacha.rooms.rolls.services.told import people_in_words
from peredacha.rooms.rolls.views.answering import PAGES, page, seated
from peredacha.rooms.vault.services import Keys, TooLong, with_keys


def roll_or_404(keys: Keys, roll_id: UUID, *, to_write: bool = False) -> RollFile:
    """A roll of one's own chapter; a closed one is not there for who wants to write."""
    seated(keys)
    file = open_roll(keys, roll_id, now=timezone.now())
    if file is None or (to_write and file.roll.state != "open"):
        raise Http404
    return file


@require_safe
@with_keys("coordinator")
def index(request: HttpRequest, keys: Keys) -> HttpResponse:
    """The rolls of the chapter."""
    return page(request, "rolls/index.html", {"rolls": rolls_of(seated(keys))})


@require_POST
@with_keys("coordinator")
def begin(request: HttpRequest, keys: Keys) -> HttpResponse:
    """A new roll."""
    seated(keys)
    return redirect("rolls:roll", roll_id=begin_roll(keys=keys, now=timezone.now()).id)


@require_http_methods(PAGES)
@with_keys("coordinator")
def show(request: HttpRequest, keys: Keys, roll_id: UUID) -> HttpResponse:
    """The stations with their sums; a person typed here is added."""
    file = roll_or_404(keys, roll_id, to_write=request.method == "POST")
    form = RowForm(request.POST if request.method == "POST" else None)
    if form.is_bound and added(keys, file, form):
        return redirect("rolls:roll", roll_id=roll_id)
    context = {
        "roll": file.roll,
        "file": file,
        "people": people_in_words(len(file.entries)),
        "stations": told_stations(file),
        "form": form.ready_to_type(),
    }
    return page(request, "rolls/roll.html", context)


def added(keys: Keys, file: RollFile, form: RowForm) -> bool:
    """Save a typed person; False where something is to be mended."""
    if not form.is_valid():
        return False
    try:
        ticket, now = form.cleaned_data["ticket"], timezone.now()
        add_one(keys=keys, file=file, person=Detained(**form.changes), ticket=ticket, now=now)
    except TooLong:
        form.add_error("note", form.fields["note"].error_messages["max_length"])
        return False
    return True


@require_POST
@with_keys("coordinator")
def state(request: HttpRequest, keys: Keys, roll_id: UUID) -> HttpResponse:
    """The roll is closed, or opened again."""
    file = roll_or_404(keys, roll_id)
    form = RollStateForm(request.POST)
    if form.is_valid():
        (close_roll if form.cleaned_data["state"] == "closed" else reopen_roll)(roll=file.roll)
    return redirect("rolls:roll", roll_id=roll_id)


@require_http_methods(PAGES)
@with_keys("coordinator")
def paste(request: HttpRequest, keys: Keys, roll_id: UUID) -> HttpResponse:
    """A pasted list is read, looked at, and saved at the second press."""
    file = roll_or_404(keys, roll_id, to_write=True)
    form = PasteForm(request.POST if request.method == "POST" else None)
    if not (form.is_bound and form.is_valid()):
        return page(request, "rolls/paste.html", {"form": form, "roll": file.roll})
    people, problems = read_people(form)
    if form.cleaned_data["sure"] and people and save_people(keys, file, form, people):
        return redirect("rolls:roll", roll_id=roll_id)
    rows = [told_row(RollEntry(roll_id, number, one)) for number, one in enumerate(people, 1)]
    context = {"form": form, "roll": file.roll, "rows": rows, "problems": problems, "looked": bool(people)}
    return page(request, "rolls/paste.html", context)


def save_people(keys: Keys, file: RollFile, form: PasteForm, people: list[Detained]) -> bool:
    """Save a list that was looked at; False where a line is longer than a row."""
    try:
        paste_rows(
            keys=keys, file=file, people=people, ticket=form.cleaned_data["ticket"], now=timezone.now()
        )
    except TooLong:
        form.add_error("text", form.fields["text"].error_messages["max_length"])
        return False
    return True


def read_people(form: PasteForm) -> tuple[list[Detained], list[str]]:
    """The people of a pasted list, and what somebody should look at."""
    reading = read_roll(form.cleaned_data["text"])
    station, today = form.cleaned_data["station"].strip(), timezone.localdate()
    people = [from_line(line, today) for line in reading.lines]
    return [one if one.station else one.at_station(station) for one in people], said_of(reading)


@require_safe
@with_keys("coordinator")
def sheet(request: HttpRequest, keys: Keys, roll_id: UUID) -> HttpResponse:
    """Every station with its people, for paper."""
    file = roll_or_404(keys, roll_id)
    stations = [
        (told, [told_row(entry) for entry in one.entries])
        for told, one in zip(told_stations(file), file.stations)
    ]
    return page(request, "rolls/sheet.html", {"stations": stations, "roll": file.roll})

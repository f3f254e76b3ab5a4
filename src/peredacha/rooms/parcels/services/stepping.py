"""A step is taken: under a lock, once, with what follows from it in the counter, the store and the atlas."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from peredacha.core.carried import (
    CAME_BACK,
    COARSE,
    ELSEWHERE,
    contents_line,
    erase_day,
    next_look,
    step_line,
)
from peredacha.core.law.quotas import Slot
from peredacha.core.law.quotas.case import Counted
from peredacha.rooms.errands.models import UNKNOWN
from peredacha.rooms.errands.services import LONGEST_PLAN, PLANNED, reserve, settle, tell_recipient
from peredacha.rooms.parcels.models import Contents, Parcel, ParcelStep
from peredacha.rooms.parcels.services.cards import put_card
from peredacha.rooms.parcels.services.files import (
    ChangedMeanwhile,
    ParcelFile,
    locked,
    signed_step,
    written,
)
from peredacha.rooms.parcels.services.outcomes import note_arrival, note_refusal
from peredacha.rooms.people.models import Member
from peredacha.rooms.stores.services import put_back
from peredacha.rooms.tallies.services import count

COUNTED: dict[str, Counted] = {"parcel": "parcels", "packet": "packets"}
"""By kind of request, what the law counts; medicines by a doctor's paper are not counted."""
SPARE = timedelta(days=7)
"""So long after its day a plan keeps its place."""
TALLIES = {"refused": "parcel_refused", "returned": "parcel_returned", "lost": "parcel_lost"}

Effect = Callable[[ParcelFile, ParcelStep, datetime], ParcelFile]


@transaction.atomic
def take_step(
    *, parcel: ParcelFile, step: str, now: datetime, on: date | str = "", **words: str
) -> ParcelFile:
    """Take the next step; ``words`` as the fields of ParcelStep. The same step told twice is one.

    Raises ChangedMeanwhile when it does not follow, NoSlot when the law leaves no place, NotOpen, TooLong.
    """
    fresh = locked(parcel, now=now)
    told = signed_step(fresh.keys, step, now, on=on, **words)
    if is_told(fresh, told):
        return fresh
    if step == "packed" or step not in fresh.may_follow:
        raise ChangedMeanwhile
    effect = EFFECTS.get(step)
    return noted(effect(fresh, told, now) if effect else fresh, told, now=now)


@transaction.atomic
def lay_in(*, parcel: ParcelFile, contents: Contents, now: datetime) -> ParcelFile:
    """What lies in the box; the place in the counter is kept on with the true weight. The same contents twice are one.

    Raises ChangedMeanwhile when it may not be packed now, NoSlot when the law leaves no place, TooLong.
    """
    fresh = locked(parcel, now=now)
    if fresh.state == "packed" and fresh.contents == contents:
        return fresh
    if "packed" not in fresh.may_follow or fresh.planned_on is None:
        raise ChangedMeanwhile
    kept = kept_place(fresh, fresh.planned_on, now, grams=contents.grams)
    told = signed_step(fresh.keys, "packed", now, on=timezone.localdate(now))
    return noted(written(kept, contents_line(contents)), told, now=now)


def is_told(file: ParcelFile, told: ParcelStep) -> bool:
    """Whether the same was told already: as the last word, or of the same thing."""
    if told.step == "thing":
        return any(one.step == "thing" and one.thing == told.thing for one in file.steps)
    return bool(file.steps) and file.steps[-1].says(told)


def noted(file: ParcelFile, told: ParcelStep, *, now: datetime) -> ParcelFile:
    """The parcel with one more step, its clear row and its card; inside a transaction."""
    after, today = written(file, step_line(told)), timezone.localdate(now)
    row, state = after.row, after.state
    row.state = COARSE[state]
    row.next_on = next_look(state, after.steps, deliver_by=after.request.deliver_by, today=today)
    row.erase_on = row.erase_on if state == file.state else erase_day(state, today)
    row.save(update_fields=["state", "next_on", "erase_on"])
    put_card(after)
    return after


def confirmed(file: ParcelFile, told: ParcelStep, now: datetime) -> ParcelFile:
    """The place is known again: the errands know it too, for every other parcel, letter and visit."""
    known = replace(file.errands.recipient, confirmed_on=told.on, confirmed_by=told.code)
    return replace(file, errands=tell_recipient(opened=file.errands, recipient=known, now=now))


def elsewhere(file: ParcelFile, told: ParcelStep, now: datetime) -> ParcelFile:
    """Somebody heard where he is now, or only that he is not there: no fact before the matter's readers say so."""
    known = replace(file.errands.recipient, heard=told.code or told.text or UNKNOWN)
    return replace(file, errands=tell_recipient(opened=file.errands, recipient=known, now=now))


def planned(file: ParcelFile, told: ParcelStep, now: datetime) -> ParcelFile:
    """A place in the counter is kept for the day; what came back is packed anew."""
    anew = file.contents is None or file.state in CAME_BACK
    grams = 0 if anew or file.contents is None else file.contents.grams
    return kept_place(file, date.fromisoformat(told.on), now, grams=grams)


def kept_place(file: ParcelFile, on: date, now: datetime, *, grams: int) -> ParcelFile:
    """The place in the counter, kept on for three weeks and a week beyond its day; raises NoSlot."""
    kind, today = COUNTED.get(file.request.kind), timezone.localdate(now)
    if kind is None:
        return file
    until = min(max(today + PLANNED, on + SPARE), today + LONGEST_PLAN)
    slot = Slot(file.slot_key, kind, on, grams, "movement", "reserved", until)
    return replace(file, errands=reserve(opened=file.errands, slot=slot, now=now))


def sent(file: ParcelFile, told: ParcelStep, now: datetime) -> ParcelFile:
    """The place in the counter is used, on the true day with the true weight."""
    return settled(file, "used", now, on=date.fromisoformat(told.on))


def thing_refused(file: ParcelFile, told: ParcelStep, now: datetime) -> ParcelFile:
    """The window took everything but one thing: the card of the place says so, the box is lighter."""
    note_refusal(file, told, thing=told.thing)
    if file.contents is None:
        return file
    lighter = written(file, contents_line(file.contents.without(told.thing)))
    if lighter.state in ("handed", "posted"):
        return settled(lighter, "used", now)
    planned_on = lighter.planned_on
    grams = lighter.contents.grams if lighter.contents else 0
    return kept_place(lighter, planned_on, now, grams=grams) if planned_on else lighter


def refused(file: ParcelFile, told: ParcelStep, now: datetime) -> ParcelFile:
    """The whole parcel came back from the window: the place is free again, and the card of the place says why."""
    note_refusal(file, told, thing=told.thing)
    return back(file, told, now)


def back(file: ParcelFile, told: ParcelStep, now: datetime) -> ParcelFile:
    """It does not reach the person: its place in the counter is free, its things lie on their shelves again."""
    today = timezone.localdate(now)
    put_back(errand=file.id, today=today)
    counted(file, told, today)
    return settled(file, "released", now)


def lost(file: ParcelFile, told: ParcelStep, now: datetime) -> ParcelFile:
    """Nobody knows where it is. Its place stays used: the institution may have counted it."""
    counted(file, told, timezone.localdate(now))
    return file


def delivered(file: ParcelFile, told: ParcelStep, now: datetime) -> ParcelFile:
    """It reached the person: what was taken is known to the card of the place, and counted without a name."""
    note_arrival(file, told)
    counted(file, told, timezone.localdate(now))
    return file


def settled(file: ParcelFile, state: str, now: datetime, *, on: date | None = None) -> ParcelFile:
    """What became of the place in the counter."""
    grams = file.contents.grams if file.contents else None
    errands = settle(opened=file.errands, key=file.slot_key, state=state, now=now, on=on, grams=grams)
    return replace(file, errands=errands)


def counted(file: ParcelFile, told: ParcelStep, today: date) -> None:
    """One more in the counters that survive the erasing."""
    tally = tally_of(file, told)
    if tally:
        count(**tally, today=today)


def tally_of(file: ParcelFile, told: ParcelStep) -> dict[str, Any]:
    """What a step counts in those numbers; empty for one that counts nothing."""
    kind = TALLIES.get(told.step, "")
    if told.step == "delivered":
        kind = "packet_delivered" if file.request.kind == "packet" else "parcel_delivered"
    facility, chapter = file.errands.recipient.facility, file.row.chapter
    return {"chapter": chapter, "kind": kind, "facility": facility, "grams": file.grams} if kind else {}


EFFECTS: dict[str, Effect] = {
    "placed": confirmed,
    ELSEWHERE: elsewhere,
    "planned": planned,
    "handed": sent,
    "posted": sent,
    "thing": thing_refused,
    "refused": refused,
    "returned": back,
    "declined": back,
    "called_off": back,
    "lost": lost,
    "delivered": delivered,
}
"""What follows from a step besides its own line."""


@transaction.atomic
def take_up(*, parcel: ParcelFile, member: Member | None) -> bool:
    """This helper holds the parcel from now on; None gives it back. False where somebody else was faster."""
    free = Parcel.objects.filter(id=parcel.id)
    if member:
        free = free.filter(held_by=None) | free.filter(held_by=member)
    return bool(free.update(held_by=member))

"""One thing that a window gave back lies outside the box: with one tap it is on its shelf again, or stayed there."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from peredacha.core.carried import STAYED
from peredacha.rooms.parcels.services.files import ParcelFile, locked, signed_step
from peredacha.rooms.parcels.services.stepping import noted
from peredacha.rooms.stores.selectors import held_for
from peredacha.rooms.stores.services import hold, leave

Pieces = dict[str, int]


def off_shelf(file: ParcelFile) -> dict[str, Pieces]:
    """Things by name that were taken for the box, do not lie in it any more and lie on no shelf: pieces by good."""
    if file.keys.member is None or file.contents is None or file.last("thing") is None:
        return {}
    inside, held = file.contents.pieces, held_for(file.id)
    out = {good: number - inside.get(good, 0) for good, number in held.items()}
    found: dict[str, Pieces] = {}
    for line in (line for box in file.boxes if box for line in box.lines):
        if out.get(line.good, 0) > 0:
            found.setdefault(line.name, {})[line.good] = out[line.good]
    return found


@transaction.atomic
def shelve(*, parcel: ParcelFile, thing: str, now: datetime) -> None:
    """Put one thing that a window gave back on its shelf; a second time: nothing. Raises ChangedMeanwhile."""
    fresh = locked(parcel, now=now)
    back = off_shelf(fresh).get(thing)
    if back:
        held = held_for(fresh.id)
        hold(errand=fresh.id, pieces=kept(held, back), today=timezone.localdate(now))


def kept(held: Pieces, back: Pieces) -> Pieces:
    """What a parcel holds without these pieces."""
    return {good: number - back.get(good, 0) for good, number in held.items()}


@transaction.atomic
def stay(*, parcel: ParcelFile, thing: str, now: datetime) -> None:
    """One thing did not come back: it has left the house, and nobody asks again. A second time: nothing.

    Raises ChangedMeanwhile.
    """
    fresh, today = locked(parcel, now=now), timezone.localdate(now)
    gone = off_shelf(fresh).get(thing)
    if gone:
        leave(errand=fresh.id, pieces=gone, today=today)
        noted(fresh, signed_step(fresh.keys, STAYED, now, on=today, thing=thing), now=now)


def come_back(file: ParcelFile, thing: str, today: date) -> None:
    """It was a mistake that a thing stayed there: the question whether it came back is asked again."""
    lines = [line for box in file.boxes if box for line in box.lines if line.name == thing and line.good]
    leave(errand=file.id, pieces={one.good: -one.pieces for one in lines}, today=today)

"""One thing that a window gave back: it lies outside the box, and goes back to its shelf with one tap."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from peredacha.rooms.parcels.services.files import ParcelFile, locked
from peredacha.rooms.stores.selectors import held_for
from peredacha.rooms.stores.services import hold


def off_shelf(file: ParcelFile) -> tuple[str, ...]:
    """Names of the things that were taken for the box, do not lie in it any more, and lie on no shelf yet."""
    if file.keys.member is None or file.contents is None or file.last("thing") is None:
        return ()
    inside = file.contents.pieces
    out = {good for good, number in held_for(file.id).items() if number > inside.get(good, 0)}
    lines = (line for box in file.boxes if box for line in box.lines)
    return tuple(dict.fromkeys(line.name for line in lines if line.good in out))


@transaction.atomic
def shelve(*, parcel: ParcelFile, now: datetime) -> None:
    """Put what a window gave back on its shelf; a second time: nothing. Raises ChangedMeanwhile."""
    fresh = locked(parcel, now=now)
    if fresh.contents and off_shelf(fresh):
        hold(errand=fresh.id, pieces=fresh.contents.pieces, today=timezone.localdate(now))

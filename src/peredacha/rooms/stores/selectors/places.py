"""Places, single lots and collections of a chapter."""

from datetime import date, timedelta
from uuid import UUID

from peredacha.rooms.stores.models import INCOMING, Drive, Good, Lot, Movement, Place

STILL_COMES_IN = timedelta(days=60)
"""So long after a collection its things are still being put on the shelf."""


def places_of(chapter: str) -> list[Place]:
    """Every place of a chapter, by name."""
    return list(Place.objects.filter(chapter=chapter))


def find_place(chapter: str, place: UUID) -> Place | None:
    """A place of the chapter; None where there is none."""
    return Place.objects.filter(chapter=chapter, id=place).first()


def find_lot(chapter: str, lot: UUID) -> Lot | None:
    """A lot of the chapter with its good and place; None where there is none."""
    rows = Lot.objects.filter(good__chapter=chapter, id=lot)
    return rows.select_related("good", "place").first()


def last_place(good: Good) -> Lot | None:
    """Where this good was put last, else where anything was put last; None where nothing ever came."""
    came = Movement.objects.filter(kind__in=INCOMING).select_related("lot__place").order_by("-day", "id")
    found = came.filter(lot__good=good).first() or came.filter(lot__good__chapter=good.chapter).first()
    return found.lot if found else None


def recent_drives(chapter: str, today: date) -> list[Drive]:
    """The collections whose things still come in, the newest first."""
    return list(Drive.objects.filter(chapter=chapter, day__gte=today - STILL_COMES_IN))

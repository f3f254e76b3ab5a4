"""Boxes that come, things moved, counted and thrown away. The same form sent twice is done once."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from peredacha.design.one_form import NotDone
from peredacha.rooms.goods.services import name_of_form
from peredacha.rooms.stores.models import Drive, Good, Lot, MovementKind, Place
from peredacha.rooms.stores.services.events import Movements, locked, record, was_done
from peredacha.rooms.tallies.services import count


@dataclass(frozen=True)
class Delivery:
    """Pieces of one good that came in: where they are put, until when they are good, from a collection or bought."""

    pieces: int
    place: Place
    shelf: str = ""
    best_before: date | None = None
    kind: MovementKind = MovementKind.RECEIVED
    drive: Drive | None = None


def standing_lot(good: Good, place: Place, shelf: str, best_before: date | None) -> Lot:
    """The lot of these; made when it does not stand yet."""
    lot, _made = Lot.objects.get_or_create(good=good, place=place, shelf=shelf, best_before=best_before)
    return lot


@transaction.atomic
def receive(*, good: Good, told: Delivery, today: date, once: str = "") -> Lot:
    """Put what came on its shelf; gives its lot. Raises NotDone where it is of another chapter or far too much."""
    if told.place.chapter != good.chapter or (told.drive and told.drive.chapter != good.chapter):
        raise NotDone(_("This place is not there any more: choose another one."), "place")
    lot = locked([standing_lot(good, told.place, told.shelf, told.best_before).id]).popitem()[1]
    name = name_of_form(once)
    if not was_done(name):
        record(lot, told.pieces, Movements(told.kind, today, drive=told.drive), name=name)
        if told.kind == MovementKind.DONATED:
            count_gift(good, told.pieces, today)
    return lot


def count_gift(good: Good, pieces: int, today: date) -> None:
    """A gift in kind counts in the numbers of the month; nobody's name is asked."""
    kind = next(iter(good.groups.split()), "")
    count(chapter=good.chapter, kind="gift_received", goods=kind, grams=pieces * good.grams, today=today)


@transaction.atomic
def transfer(*, lot: Lot, pieces: int, place: Place, shelf: str, today: date, once: str = "") -> Lot:
    """Move pieces to another place or shelf; gives the lot there. Raises NotThere, NotDone."""
    if place.chapter != lot.good.chapter:
        raise NotDone(_("This place is not there any more: choose another one."), "place")
    there = standing_lot(lot.good, place, shelf, lot.best_before)
    if there.id == lot.id:
        raise NotDone(_("They lie there already: choose another place or shelf."), "place")
    lots = locked([lot.id, there.id])
    name = name_of_form(once)
    if not was_done(name):
        told = Movements(MovementKind.TRANSFERRED, today)
        record(lots[lot.id], -pieces, told, name=name)
        record(lots[there.id], pieces, told)
    return there


@transaction.atomic
def count_lot(*, lot: Lot, pieces: int, today: date, once: str = "") -> int:
    """So many really lie there: write the difference as an event; gives it. No event where nothing differs."""
    lots = locked([lot.id])
    name = name_of_form(once)
    difference = pieces - lots[lot.id].pieces
    if was_done(name) or not difference:
        return 0
    record(lots[lot.id], difference, Movements(MovementKind.COUNTED, today), name=name)
    return difference


@transaction.atomic
def write_off(*, lot: Lot, pieces: int, today: date, once: str = "") -> None:
    """Take spoiled, broken or lost pieces out. Raises NotThere."""
    lots = locked([lot.id])
    name = name_of_form(once)
    if not was_done(name):
        record(lots[lot.id], -pieces, Movements(MovementKind.WRITTEN_OFF, today), name=name)

"""The one door through which a lot changes: an event and its sum in one step, and never below nothing.

Lots are locked in the order of their names before anything is read, so that two who take at once wait for each other
and neither takes what the other has. On SQLite the transaction itself is the lock; on both databases the sum is changed
by a statement that refuses to go below nothing, and the column refuses it once more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F, Sum
from django.utils.translation import gettext as _

from peredacha.design.one_form import NotDone
from peredacha.rooms.goods.selectors import name_of
from peredacha.rooms.stores.models import MOST_PIECES, Drive, Lot, Movement, MovementKind
from peredacha.rooms.stores.selectors import veiled_errand
from peredacha.rooms.stores.selectors.packing import uuid_of

Lots = dict[UUID, Lot]


@dataclass(frozen=True)
class Lacking:
    """A lot with fewer pieces than were to be taken; ``name`` of its good, empty where the lot is not known."""

    lot: str
    name: str
    wanted: int
    there: int


class NotThere(NotDone):
    """Some pieces are not there; ``short`` says of which lots. Nothing was taken."""

    def __init__(self, short: Iterable[Lacking]) -> None:
        self.short = tuple(short)
        names = ", ".join(dict.fromkeys(one.name for one in self.short if one.name))
        says = _("There are no longer so many: %(names)s. Look at the shelf and write fewer.")
        super().__init__(says % {"names": names or "?"}, "pieces")


@dataclass(frozen=True)
class Movements:
    """What all events of one act have in common."""

    kind: MovementKind
    day: date
    drive: Drive | None = None
    errand: UUID | None = None


def locked(lots: Iterable[UUID]) -> Lots:
    """These lots with their goods, locked until the transaction ends; what is not known is not there."""
    rows = Lot.objects.select_for_update(of=("self",)).filter(id__in=sorted(set(lots)))
    return {one.id: one for one in rows.select_related("good").order_by("id")}


def was_done(name: UUID) -> bool:
    """Whether an event with this name stands; ask after the lots are locked."""
    return Movement.objects.filter(id=name).exists()


def record(lot: Lot, pieces: int, told: Movements, *, name: UUID | None = None) -> Movement:
    """Write one event and change the sum of its lot. Raises NotThere, NotDone for more than a lot can hold."""
    room = Lot.objects.filter(id=lot.id, pieces__gte=-pieces)
    if pieces > 0:
        room = Lot.objects.filter(id=lot.id, pieces__lte=MOST_PIECES - pieces)
    if not room.update(pieces=F("pieces") + pieces):
        if pieces > 0:
            raise NotDone(_("So many pieces do not fit on one shelf: check the number."), "pieces")
        there = Lot.objects.filter(id=lot.id).values_list("pieces", flat=True).first() or 0
        raise NotThere([Lacking(str(lot.id), name_of(lot.good), -pieces, there)])
    return Movement.objects.create(
        id=name or uuid4(),
        lot=lot,
        pieces=pieces,
        kind=told.kind,
        day=told.day,
        drive=told.drive,
        errand=told.errand,
    )


@transaction.atomic
def take(*, chapter: str, lines: Iterable[tuple[str, int]], errand: UUID, today: date) -> int:
    """Take pieces for a parcel, all or none; gives how many.

    ``lines``: the key of a lot as in :func:`store_of` and its pieces; lines of one lot are added up, lines of no
    pieces left out. ``errand`` is a random name that only says "packed for a parcel". Raises NotThere with every lot
    that is short, also one that is not of this chapter; ValueError for pieces below nothing.
    """
    wanted: dict[str, int] = {}
    for key, pieces in lines:
        if pieces < 0:
            raise ValueError("pieces below nothing cannot be taken")
        wanted[key] = wanted.get(key, 0) + pieces
    found = {str(one.id): one for one in locked(filter(None, map(uuid_of, wanted))).values()}
    known = {key: one for key, one in found.items() if one.good.chapter == chapter}
    short = [
        lacking(key, pieces, known.get(key)) for key, pieces in wanted.items() if pieces > held(known, key)
    ]
    if short:
        raise NotThere(short)
    told = Movements(MovementKind.PACKED, today, errand=veiled_errand(errand))
    for key, pieces in wanted.items():
        if pieces:
            record(known[key], -pieces, told)
    return sum(wanted.values())


def held(lots: dict[str, Lot], key: str) -> int:
    """How many pieces lie in a lot; none in one that is not known."""
    return lots[key].pieces if key in lots else 0


def lacking(key: str, wanted: int, lot: Lot | None) -> Lacking:
    """One line of what is short."""
    return Lacking(key, name_of(lot.good) if lot else "", wanted, lot.pieces if lot else 0)


@transaction.atomic
def put_back(*, errand: UUID, today: date) -> int:
    """Put everything that was taken for a parcel back on its shelf; gives how many pieces. A second time: none."""
    moved = Movement.objects.filter(errand=veiled_errand(errand)).order_by()
    lots = locked(moved.values_list("lot", flat=True))
    taken = dict(moved.values_list("lot").annotate(total=Sum("pieces")))
    told = Movements(MovementKind.UNPACKED, today, errand=veiled_errand(errand))
    back = {lot: -total for lot, total in sorted(taken.items()) if total < 0 and lot in lots}
    for lot, pieces in back.items():
        record(lots[lot], pieces, told)
    return sum(back.values())


@transaction.atomic
def hold(*, errand: UUID, pieces: Mapping[str, int], today: date) -> int:
    """Let a parcel hold just so many pieces of each good by its key; gives how many went back to a shelf.

    What is too many goes back; what is missing comes from the lots it was taken from before, and a good that was never
    taken for this parcel is left alone. Raises NotThere where somebody else took it meanwhile; then nothing changed.
    """
    moved = Movement.objects.filter(errand=veiled_errand(errand)).order_by()
    lots = locked(moved.values_list("lot", flat=True))
    held = {lot: -total for lot, total in moved.values_list("lot").annotate(total=Sum("pieces"))}
    back, short = 0, list[Lacking]()
    goods = {str(lots[lot].good_id): lots[lot].good for lot in held}
    for key, good in goods.items():
        mine = [lot for lot in sorted(held) if lots[lot].good_id == good.id]
        over = sum(held[lot] for lot in mine) - pieces.get(key, 0)
        for lot in mine:
            change = min(over, held[lot]) if over > 0 else -min(-over, lots[lot].pieces)
            if change:
                kind = MovementKind.UNPACKED if change > 0 else MovementKind.PACKED
                record(lots[lot], change, Movements(kind, today, errand=veiled_errand(errand)))
            over, back = over - change, back + max(change, 0)
        if over < 0:
            short.append(Lacking("", name_of(good), pieces.get(key, 0), pieces.get(key, 0) + over))
    if short:
        raise NotThere(short)
    return back


@transaction.atomic
def leave(*, errand: UUID, pieces: Mapping[str, int], today: date) -> None:
    """So many pieces of each good by its key stayed where a parcel was carried: it holds them no more.

    They are not on a shelf again: the sum of each lot stays as it is. Below nothing: the parcel holds them again.
    """
    veil = veiled_errand(errand)
    moved = Movement.objects.filter(errand=veil).order_by()
    lots = locked(moved.values_list("lot", flat=True))
    held = {lot: -total for lot, total in moved.values_list("lot").annotate(total=Sum("pieces"))}
    for key, number in pieces.items():
        left = number
        for lot in sorted(one for one in held if str(lots[one].good_id) == key):
            change = min(left, held[lot]) if number > 0 else left
            if change:
                own, gone = (veil, None) if change > 0 else (None, veil)
                record(lots[lot], abs(change), Movements(MovementKind.UNPACKED, today, errand=own))
                record(lots[lot], -abs(change), Movements(MovementKind.PACKED, today, errand=gone))
            left -= change


@transaction.atomic
def forget(errand: UUID) -> int:
    """Blank the name of a parcel in every event: what was packed stays, for which parcel does not. Gives how many."""
    return Movement.objects.filter(errand=veiled_errand(errand)).update(errand=None)

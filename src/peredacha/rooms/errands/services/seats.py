"""A seat of the matter: a pair whose private half lies in the matter's safe, so that its readers open what is carried.

Those who pack open the same safes through their circle, and nothing else of the matter. When somebody left the matter,
the pair is drawn anew before the next line is written.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from peredacha.core.sealing import KeyPair, NotSealedHere
from peredacha.rooms.errands.models import ErrandFile, SeatRow
from peredacha.rooms.errands.selectors import packers_of
from peredacha.rooms.matters.models import SafeOfMatter
from peredacha.rooms.matters.services import MatterFile, further_safes
from peredacha.rooms.vault.models import Holder, HolderKind
from peredacha.rooms.vault.selectors import holders_of, recoveries_of
from peredacha.rooms.vault.services import (
    CircleKeys,
    Keys,
    OpenSafe,
    erase_holders,
    erase_safes,
    grant,
    new_safes,
    open_safe,
    read_rows,
    renewed_if_stale,
    revoke,
    write_row,
)


def with_seat(keys: Keys, file: MatterFile) -> Keys:
    """The keys with every seat that lies in the matter; the same keys where there is none."""
    rows = read_rows(SeatRow.objects.filter(safe_id=file.safe.id), file.safe)
    seats = [seat for one in rows if one.content for seat in opened_seat(one.content)]
    return replace(keys, circles=(*keys.circles, *seats)) if seats else keys


def opened_seat(content: dict[str, str]) -> Iterable[CircleKeys]:
    """The seat in a row; nothing where it is damaged."""
    try:
        holder, pair = UUID(content["holder"]), KeyPair.unpacked(bytes.fromhex(content["pair"]))
    except (KeyError, ValueError, NotSealedHere):
        return
    yield CircleKeys(holder, holder, 1, pair, b"")


@transaction.atomic
def new_seat(*, keys: Keys, file: MatterFile) -> Holder:
    """A fresh pair, its private half in the matter's safe."""
    pair = KeyPair.fresh()
    holder = Holder(kind=HolderKind.CIRCLE, public=pair.public.packed()).marked()
    holder.save(force_insert=True)
    content = {"holder": str(holder.id), "pair": pair.packed().hex()}
    write_row(SeatRow, renewed_if_stale(keys, file.safe), content)
    return holder


def newest_seat(file: MatterFile) -> tuple[UUID, int] | None:
    """The seat in use and the data key of the matter under which it was written; None while there is none."""
    rows = read_rows(SeatRow.objects.filter(safe_id=file.safe.id), file.safe)
    found = [(one.row.epoch, seat.holder) for one in rows if one.content for seat in opened_seat(one.content)]
    return (found[-1][1], found[-1][0]) if found else None


@transaction.atomic
def seat_for(*, keys: Keys, file: MatterFile, now: datetime) -> Holder:
    """The seat for a new safe: the one in use; a fresh one where there is none, or somebody left since it was drawn.

    What the older seat opens gets the fresh one, too, and new data keys.
    """
    found = newest_seat(file)
    if found and found[1] >= file.safe.epoch and found[0] in standing([found[0]]):
        return Holder.objects.get(id=found[0])
    fresh = new_seat(keys=keys, file=file)
    seated = with_seat(keys, file)
    for row in further_safes(file.matter):
        move_seat(keys=seated, row=row, fresh=fresh, now=now)
    return fresh


def standing(holders: Iterable[UUID]) -> set[UUID]:
    """Which of these pairs stand in the database, as the house wrote them."""
    return {one.id for one in Holder.objects.filter(id__in=list(holders)) if one.is_genuine}


def move_seat(*, keys: Keys, row: SafeOfMatter, fresh: Holder, now: datetime) -> None:
    """Let a fresh seat open a safe, and the older one nothing that comes."""
    opened, before = open_safe(keys, row.safe_id, now=now), row.seat_id
    if opened is None or before == fresh.id:
        return
    grant(keys=keys, opened=opened, holder=fresh)
    revoke(keys=keys, opened=opened, holder=before)
    row.seat = fresh
    row.save(update_fields=["seat"])
    if not any(one.seat_id == before for one in further_safes(row.matter)):
        erase_holders([before])


def seat_damage(keys: Keys, file: MatterFile, *, now: datetime) -> str:
    """Whether the matter's seat opens all that was made for it: empty where it does.

    ``mendable``: these keys open the errands nevertheless, and can let a fresh seat in; ``lost``: they do not.
    """
    found, seated = newest_seat(file), with_seat(keys, file)
    rows = [one for one in further_safes(file.matter) if found is None or one.seat_id != found[0]]
    shut = (isinstance(one, ErrandFile) and open_safe(seated, one.safe_id, now=now) is None for one in rows)
    return ("lost" if any(shut) else "mendable") if rows else ""


@transaction.atomic
def mend_seat(*, keys: Keys, file: MatterFile, now: datetime, anew: bool) -> None:
    """A fresh seat for whatever these keys open, through the packers' circle too; the rest stays with who packs.

    ``anew``: errands that do not open are erased; the next word begins them again with what the matter knows.
    """
    fresh = seat_for(keys=keys, file=file, now=now)
    seated = with_seat(keys, file)
    for row in further_safes(file.matter):
        move_seat(keys=seated, row=row, fresh=fresh, now=now)
        if anew and isinstance(row, ErrandFile) and open_safe(seated, row.safe_id, now=now) is None:
            erase_safes([row.safe_id])


def new_carried_safe(*, keys: Keys, file: MatterFile, seat: Holder) -> OpenSafe:
    """A safe for what is carried: sealed to the matter's seat and to the packers of the chapter."""
    chapter = file.matter.chapter
    packers = packers_of(chapter)
    readers = [seat, *([packers] if packers else []), *recoveries_of([chapter])]
    return new_safes(giver=keys.holder, pair=keys.pair, readers=[readers])[0]


def opened_to_packers(*, keys: Keys, opened: OpenSafe, chapter: str) -> OpenSafe:
    """The safe with the packers among its readers: they may have been founded after it was made."""
    packers = packers_of(chapter)
    if packers and packers.id not in {one.id for one in holders_of(opened.id)}:
        grant(keys=keys, opened=opened, holder=packers)
    return renewed_if_stale(keys, opened)

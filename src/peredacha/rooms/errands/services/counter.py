"""Places in the counter: planned, used, given back. Two who want the last one at once: one gets it."""

from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from peredacha.core.law.quotas import NoneLeft, Slot, none_left
from peredacha.rooms.errands.models import ErrandFile
from peredacha.rooms.errands.services.files import (
    SLOT,
    OpenErrands,
    open_errands,
    signed,
    written,
)
from peredacha.rooms.vault.models import Safe

PLANNED = timedelta(days=21)
"""So long a plan keeps its place when nobody says otherwise."""
LONGEST_PLAN = timedelta(days=60)


class NoSlot(Exception):
    """The law leaves no place; ``why`` says of what."""

    def __init__(self, why: NoneLeft) -> None:
        """With the reason."""
        super().__init__()
        self.why = why


class NotOpen(Exception):
    """The errands do not open any more."""


@transaction.atomic
def reserve(*, opened: OpenErrands, slot: Slot, now: datetime, note: str = "") -> OpenErrands:
    """Take a place in the counter for a plan. Raises NoSlot where none is left, and NotOpen.

    Whoever writes locks the safe first, and reads again what is used by then. The same plan told twice is one.
    """
    fresh, today = locked(opened, now=now), timezone.localdate(now)
    before = fresh.find(slot.key)
    if before and before.slot == slot:
        return fresh
    others = replace(fresh, entries=tuple(one for one in fresh.entries if one.slot.key != slot.key))
    why = none_left(others.counter(slot.on, today=today), slot.kind, grams=slot.grams)
    if why:
        raise NoSlot(why)
    return noted(fresh, slot, note, now)


@transaction.atomic
def note_slot(*, opened: OpenErrands, slot: Slot, now: datetime, note: str = "") -> OpenErrands:
    """What happened, whatever the law leaves: somebody used it, or it is given back. Raises NotOpen."""
    fresh = locked(opened, now=now)
    before = fresh.find(slot.key)
    return fresh if before and before.slot == slot else noted(fresh, slot, note, now)


@transaction.atomic
def settle(
    *,
    opened: OpenErrands,
    key: str,
    state: str,
    now: datetime,
    on: date | None = None,
    grams: int | None = None,
) -> OpenErrands:
    """A planned slot is ``used`` or ``released``; nothing happens where there is none. Raises NotOpen."""
    fresh = locked(opened, now=now)
    before = fresh.find(key)
    if before is None:
        return fresh
    changes: dict[str, Any] = {"state": state, "until": None}
    changes |= {} if on is None else {"on": on}
    changes |= {} if grams is None else {"grams": grams}
    slot = replace(before.slot, **changes)
    return fresh if slot == before.slot else noted(fresh, slot, before.note, now)


def locked(opened: OpenErrands, *, now: datetime) -> OpenErrands:
    """The errands as they stand now, held until the transaction ends. Raises NotOpen."""
    Safe.objects.select_for_update().filter(id=opened.safe.id).first()
    row = ErrandFile.objects.filter(id=opened.row.id).select_related("matter").first()
    fresh = open_errands(opened.keys, row, now=now) if row else None
    if fresh is None:
        raise NotOpen
    return fresh


def noted(fresh: OpenErrands, slot: Slot, note: str, now: datetime) -> OpenErrands:
    """The last word on a slot, written."""
    told = {**asdict(slot), "on": slot.on.isoformat(), "until": slot.until.isoformat() if slot.until else ""}
    return written(fresh, {"kind": SLOT, "slot": told, "note": note, **signed(fresh.keys, now)}, now=now)

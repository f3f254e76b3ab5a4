"""What a family does with the counter itself: it handed something in, plans something, gives a place back."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from peredacha.core.law.quotas import Slot
from peredacha.core.law.quotas.case import Counted
from peredacha.rooms.errands.services.counter import locked, note_slot, reserve
from peredacha.rooms.errands.services.files import Entry, OpenErrands, begin_errands, touch
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.services import Keys

AFTER = timedelta(days=7)
"""So long after its day a family's own plan keeps its place, so that somebody can tell what became of it."""


@transaction.atomic
def note_own(
    *, keys: Keys, file: MatterFile, key: UUID, kind: Counted, on: date, grams: int, now: datetime
) -> OpenErrands:
    """The family handed something in, or saw him, whatever the law leaves; the same form twice counts once."""
    opened = locked(begin_errands(keys=keys, file=file, now=now), now=now)
    if opened.find(str(key)):
        return opened
    noted = note_slot(opened=opened, slot=Slot(str(key), kind, on, grams, "family"), now=now)
    touch(keys, file, now)
    return noted


@transaction.atomic
def plan_own(
    *,
    keys: Keys,
    file: MatterFile,
    key: UUID,
    kind: Counted,
    on: date,
    grams: int,
    note: str,
    now: datetime,
) -> OpenErrands:
    """The family plans something: its place is kept until a week after the day. Raises NoSlot."""
    opened = locked(begin_errands(keys=keys, file=file, now=now), now=now)
    if opened.find(str(key)):
        return opened
    slot = Slot(str(key), kind, on, grams, "family", "reserved", on + AFTER)
    kept = reserve(opened=opened, slot=slot, now=now, note=note)
    touch(keys, file, now)
    return kept


def own_plan(opened: OpenErrands, key: UUID) -> Entry | None:
    """A plan that the family made on the page of the counter and that still waits for its end."""
    found = opened.find(str(key))
    return found if found and is_own_plan(found.slot) else None


def is_own_plan(slot: Slot) -> bool:
    """Whether the family planned it here; what other rooms keep in the counter is ended there."""
    try:
        own = slot.source == "family" and str(UUID(slot.key)) == slot.key
    except ValueError:
        return False
    return own and slot.state == "reserved"

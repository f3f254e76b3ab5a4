"""Two matters become one: what was carried and is under way goes along, and comes back when they are parted."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, transaction

from peredacha.rooms.errands.models import ErrandFile, Recipient
from peredacha.rooms.errands.services import (
    Entry,
    OpenErrands,
    begin_errands,
    errands_of,
    note_slot,
    seat_for,
    settle,
    tell_recipient,
    with_seat,
)
from peredacha.rooms.letters.models import Letter
from peredacha.rooms.matters.models import SafeOfMatter
from peredacha.rooms.matters.services import MatterFile, further_safes
from peredacha.rooms.vault.models import Holder
from peredacha.rooms.vault.services import Keys, grant, open_safe, revoke


@transaction.atomic
def carry_over(*, keys: Keys, source: MatterFile, target: MatterFile, now: datetime) -> dict[str, Any]:
    """Move what is under way from one matter to the other and add its slots; gives the way back, as plain values."""
    moving = [one for one in further_safes(source.matter) if not isinstance(one, ErrandFile)]
    own = errands_of(keys, source, now=now)
    if own is None:
        return {}
    seat = seat_for(keys=keys, file=target, now=now)
    kept = begin_errands(keys=keys, file=target, now=now)
    slots = add_slots(own, kept, now)
    rows = [told for one in moving if (told := moved(with_seat(keys, source), one, target, seat, now))]
    grant(keys=own.keys, opened=own.safe, holder=seat)  # answers to letters lie there
    return {"slots": slots, "rows": rows, "seat": str(seat.id)}


def add_slots(own: OpenErrands, kept: OpenErrands, now: datetime) -> list[str]:
    """What was used of the second person's counter counts in the first, and what only the second one knows stays."""
    tell_recipient(opened=kept, recipient=together(kept.recipient, own.recipient), now=now)
    added = [one for one in own.entries if not counts(kept.find(one.slot.key))]
    for one in added:
        note_slot(opened=kept, slot=one.slot, note=one.note, now=now)
    return [one.slot.key for one in added]


def counts(entry: Entry | None) -> bool:
    """Whether a slot stands there and was not given back."""
    return entry is not None and entry.slot.state != "released"


def together(kept: Recipient, own: Recipient) -> Recipient:
    """The first one's words, with the second one's where it says nothing; what either must not have."""
    if not kept.surname:
        return own
    silent, told = vars(Recipient()), vars(own)
    empty = [name for name, value in vars(kept).items() if value == silent[name] and name != "held"]
    both = {name: tuple(dict.fromkeys((*vars(kept)[name], *told[name]))) for name in ("avoids", "health")}
    return replace(kept, **{name: told[name] for name in empty} | both)


def moved(
    keys: Keys, row: SafeOfMatter, target: MatterFile, seat: Holder, now: datetime
) -> tuple[str, str, str] | None:
    """One safe with another matter; gives table, row and its seat before. None where the target has such a one."""
    opened, before = open_safe(keys, row.safe_id, now=now), row.seat_id
    if opened is None:
        return None
    row.matter, row.seat = target.matter, seat
    try:
        with transaction.atomic():
            row.save(update_fields=["matter", "seat"])
    except IntegrityError:
        return None
    grant(keys=keys, opened=opened, holder=seat)
    return row._meta.label_lower, str(row.pk), str(before)


@transaction.atomic
def bring_back(
    *, keys: Keys, told: Mapping[str, Any], source: MatterFile, target: MatterFile, now: datetime
) -> None:
    """The way back of :func:`carry_over`: ``source`` is the matter that gets its own again."""
    seated = with_seat(keys, target)
    for label, name, before in told.get("rows", ()):
        table: type[SafeOfMatter] = apps.get_model(label)
        row = table._default_manager.filter(pk=UUID(name), matter=target.matter).first()
        returned(seated, row, source, Holder.objects.filter(id=before).first(), now)
    own = errands_of(keys, source, now=now)
    if own and "seat" in told:
        for letter in Letter.objects.filter(matter=target.matter, correspondent__matter=source.matter):
            returned(seated, letter, source, own.row.seat, now)
        revoke(keys=own.keys, opened=own.safe, holder=UUID(told["seat"]))
    kept, own = errands_of(keys, target, now=now), errands_of(keys, source, now=now)
    for key in told.get("slots", ()):
        entry = kept.find(key) if kept else None
        if kept and entry:
            own = own and note_slot(opened=own, slot=entry.slot, note=entry.note, now=now)
            kept = settle(opened=kept, key=key, state="released", now=now)


def returned(
    keys: Keys, row: SafeOfMatter | None, source: MatterFile, holder: Holder | None, now: datetime
) -> None:
    """One safe with its own matter again, open to that one's seat and no more to the other's."""
    opened = open_safe(keys, row.safe_id, now=now) if row and holder else None
    if row is None or holder is None or opened is None:
        return
    leaving = row.seat_id
    grant(keys=keys, opened=opened, holder=holder)
    revoke(keys=keys, opened=opened, holder=leaving)
    row.matter, row.seat = source.matter, holder
    row.save(update_fields=["matter", "seat"])

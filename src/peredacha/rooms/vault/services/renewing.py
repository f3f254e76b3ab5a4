"""Renewing: after somebody may no longer read, safes get new data keys and, if wished, old texts are sealed again.

What is to be done stands in the tables, so that it goes on in slices, by whoever has the keys, after any stop.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from django.apps import apps
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from peredacha.rooms.vault.models import CircleEpoch, Grant, Holder, HolderKind, Safe, SealedRow
from peredacha.rooms.vault.selectors import may_stay, reception_holder
from peredacha.rooms.vault.services.keyring import Keys
from peredacha.rooms.vault.services.rows import read_row, rewrite_row
from peredacha.rooms.vault.services.safes import (
    OpenSafe,
    begin_safe_epoch,
    open_safe,
    open_safes,
    readers_but,
)

SLICE = 200
"""So many safes or rows are renewed in one step: one to three seconds."""
Table = type[SealedRow]


@dataclass(frozen=True)
class Left:
    """What is still to be renewed and can be, with these keys."""

    safes: int
    rows: int


def sealed_tables() -> list[Table]:
    """Every table of the house whose rows stand in a safe."""
    return [model for model in apps.get_models() if issubclass(model, SealedRow)]


def mark_stale(holders: Iterable[UUID]) -> int:
    """Mark every safe of which one of these holders has the newest data key; gives how many."""
    known = Grant.objects.filter(holder__in=list(holders), epoch=F("safe__epoch")).values("safe")
    return Safe.objects.filter(id__in=known).update(stale=True)


def stale_safes(keys: Keys) -> "QuerySet[Safe]":
    """Safes to be renewed that these keys open."""
    mine = Grant.objects.filter(holder__in=keys.holders, epoch=F("safe__epoch")).values("safe")
    return Safe.objects.filter(stale=True, id__in=mine).order_by("id")


def left_to_renew(keys: Keys, tables: Sequence[Table] | None = None) -> Left:
    """How much is still to be done with these keys."""
    rows = sum(_old_rows(keys, table).count() for table in tables or sealed_tables())
    return Left(stale_safes(keys).count(), rows)


def renew_safes(*, keys: Keys, safes: Iterable[UUID] | None = None, most: int = SLICE) -> int:
    """New data keys for stale safes (or for ``safes``), a slice at a time; gives how many were renewed.

    Circles get the new key under their newest pair; members who were frozen or have left get none. Where nobody
    else would remain, the reception of the keys' chapter does. Raises KeyChanged.
    """
    ids = list(stale_safes(keys).values_list("id", flat=True) if safes is None else safes)
    return sum(1 for _safe in islice((one for one in ids if _renew(keys, one)), most))


@transaction.atomic
def _renew(keys: Keys, safe: UUID) -> bool:
    Safe.objects.select_for_update().get(id=safe)
    opened = open_safe(keys, safe, now=timezone.now())
    if opened is None or opened.epoch not in opened.data_keys:
        return False
    staying = [one for one in readers_but(safe, opened.epoch, []) if not one.member or may_stay(one.member)]
    readers = _newest(staying)
    if all(one.kind == HolderKind.RECOVERY for one in readers) and keys.member:
        reception = reception_holder(keys.member.chapter)
        readers += [reception] if reception else []
    begin_safe_epoch(keys=keys, opened=opened, holders=readers)
    return True


def _newest(readers: list[Holder]) -> list[Holder]:
    """The same readers, each circle by its newest pair."""
    old = CircleEpoch.objects.filter(holder__in=readers).select_related("circle")
    newest = {one.holder_id: _newest_holder(one) for one in old}
    return list({one.id: one for one in (newest.get(reader.id, reader) for reader in readers)}.values())


def _newest_holder(epoch: CircleEpoch) -> Holder:
    rows = CircleEpoch.objects.filter(circle=epoch.circle_id).select_related("holder").order_by("-number")
    return next((row.holder for row in rows if row.is_genuine), epoch.holder)


def renew_texts(*, keys: Keys, tables: Sequence[Table] | None = None, most: int = SLICE) -> int:
    """Seal older rows again with the newest data key, a slice at a time; gives how many. Damaged ones stay."""
    done = 0
    for table in tables or sealed_tables():
        if done < most:
            done += _renew_table(keys, table, most - done)
    return done


@transaction.atomic
def _renew_table(keys: Keys, table: Table, most: int) -> int:
    rows = _old_rows(keys, table).select_for_update(of=("self",)).order_by("safe_id", "sequence")
    opened = open_safes(keys, set(rows.values_list("safe_id", flat=True)), now=timezone.now())
    return sum(1 for _row in islice(filter(lambda row: _reseal(row, opened), rows.iterator()), most))


def _reseal(row: SealedRow, opened: dict[UUID, OpenSafe]) -> bool:
    safe = opened.get(row.safe_id)
    content = read_row(row, safe).content if safe and safe.epoch in safe.data_keys else None
    if safe is None or content is None:
        return False
    rewrite_row(row, safe, content)
    return True


def _old_rows(keys: Keys, table: Table) -> "QuerySet[SealedRow]":
    mine = Grant.objects.filter(holder__in=keys.holders).values("safe")
    return table._default_manager.filter(safe__in=mine, safe__epoch__gt=F("epoch"))

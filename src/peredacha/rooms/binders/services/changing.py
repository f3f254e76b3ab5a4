"""Lines of a binder changed under a lock, so that two who work at once both keep what they did."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from peredacha.core.binder import moved, placed
from peredacha.core.binder.values import Page
from peredacha.rooms.binders.models import BinderFile, BinderRow
from peredacha.rooms.binders.selectors import lock_binder
from peredacha.rooms.binders.services.holding import (
    HeldPage,
    Holding,
    Thing,
    ThingKind,
    read_holding,
)
from peredacha.rooms.conversations.services import author_of, forget_copies
from peredacha.rooms.matters.services import MatterFile, leave_trace, refresh, take_back
from peredacha.rooms.vault.models import SealedRow
from peredacha.rooms.vault.services import Keys, read_row, read_rows, renewed_if_stale, rewrite_row, write_row

IN_ONE_ROW = 700
"""So many random names fit one sealed row."""
Change = Callable[[dict[str, Any]], None]
WHOLE_TURN = 360


@transaction.atomic
def change_row(
    *, keys: Keys, file: MatterFile, row: UUID, change: Change, table: type[SealedRow] = BinderRow
) -> None:
    """Change what a line says as it stands now. A line that was erased meanwhile is left alone. Raises TooLong."""
    rows = table._default_manager.select_for_update()
    found = rows.filter(id=row, safe_id=file.safe.id).first()
    content = read_row(found, file.safe).content if found else None
    if found is not None and content is not None:
        change(content)
        rewrite_row(found, renewed_if_stale(keys, file.safe), content)


def turn(*, keys: Keys, file: MatterFile, page: HeldPage) -> None:
    """Turn a page a quarter to the right."""

    def change(content: dict[str, Any]) -> None:
        content["rotation"] = (content["rotation"] + 90) % WHOLE_TURN

    change_row(keys=keys, file=file, row=page.row.id, change=change)


def describe(*, keys: Keys, file: MatterFile, page: HeldPage, **told: Any) -> None:
    """Keep what is told of a page: ``source``, ``on`` (ISO day), ``text``. Raises TooLong."""
    change_row(keys=keys, file=file, row=page.row.id, change=lambda content: content.update(told))


def take_away(
    *, keys: Keys, file: MatterFile, line: HeldPage | Thing, now: datetime, gone: bool = True
) -> None:
    """Take a page or a thing away, or put it back; nothing is lost by it."""
    change_row(keys=keys, file=file, row=line.row.id, change=lambda content: content.update(gone=gone))
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)


@transaction.atomic
def arrange(*, keys: Keys, file: MatterFile, typed: Mapping[str, int]) -> None:
    """Put pages where the numbers typed beside them say. Raises Unbindable."""
    lock_binder(file.safe.id)
    held = read_holding(file)
    keep_order(keys, file, placed([one.page for one in held.pages], typed))


@transaction.atomic
def move(*, keys: Keys, file: MatterFile, page: str, by: int) -> None:
    """Move a page so many places down, or up below 0. Raises Unbindable."""
    lock_binder(file.safe.id)
    held = read_holding(file)
    keep_order(keys, file, moved([one.page for one in held.pages], page, by))


def keep_order(keys: Keys, file: MatterFile, pages: Sequence[Page]) -> None:
    """Write the order down; the first lines about it take all names, the others go empty."""
    names = [page.id for page in pages]
    parts = [names[at : at + IN_ONE_ROW] for at in range(0, len(names), IN_ONE_ROW)]
    opened = renewed_if_stale(keys, file.safe)
    reads = read_rows(BinderRow.objects.filter(safe=file.safe.id), file.safe)
    for read in reads:
        if read.content is not None and read.content.get("kind") == "order":
            rewrite_row(read.row, opened, {"kind": "order", "pages": parts.pop(0) if parts else []})
    for part in parts:
        write_row(BinderRow, opened, {"kind": "order", "pages": part})


@transaction.atomic
def save_thing(
    *,
    keys: Keys,
    file: MatterFile,
    kind: ThingKind,
    told: Mapping[str, Any],
    now: datetime,
    thing: Thing | None = None,
    once: str = "",
) -> UUID:
    """Keep an event, a document and so on, a new one or in the place of an old one; gives its random name.

    ``told`` holds plain values: ISO days, words, lists of random names of pages. ``once`` came with the form: the same
    form sent twice gives one thing. Raises TooLong.
    """
    lock_binder(file.safe.id)
    if thing is None:
        thing = next(
            (one for one in read_holding(file).things if once and one.content.get("once") == once), None
        )
    if thing is not None:
        change_row(keys=keys, file=file, row=thing.row.id, change=lambda content: content.update(told))
        name = thing.id
    else:
        name = uuid4()
        made = {"kind": kind, "key": str(name), "gone": False, "once": once, "by": asdict(author_of(keys))}
        content = {**made, "at": now.isoformat(), **told}
        write_row(BinderRow, renewed_if_stale(keys, file.safe), content)
    refresh(keys=keys, file=file, now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)
    return name


@transaction.atomic
def erase_page(*, keys: Keys, file: MatterFile, page: HeldPage, now: datetime) -> None:
    """Erase a page that was taken away, for good; its file too when no other page needs it."""
    lock_binder(file.safe.id)
    held = read_holding(file)
    fresh = held.find(page.id)
    if fresh is None or not fresh.gone:
        return
    doomed = [(BinderRow._meta.label_lower, str(fresh.row.id))]
    if not needed_elsewhere(held, fresh) and fresh.file in held.files:
        doomed.append((BinderFile._meta.label_lower, str(held.files[fresh.file].id)))
    forget_copies(doomed)
    take_back(tables=(BinderRow, BinderFile), copies=doomed, target=file)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)


def needed_elsewhere(held: Holding, page: HeldPage) -> bool:
    """Whether another page comes from the same file."""
    return any(one.file == page.file and one.id != page.id for one in (*held.pages, *held.away))

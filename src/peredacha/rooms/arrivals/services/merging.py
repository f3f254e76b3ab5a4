"""Two matters about one person become one, and can be parted again for thirty days.

What the second one says is sealed again into the safes of the first; the second keeps every row and is closed.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from peredacha.core.facts import Status, Told
from peredacha.core.linkage import Likeness, compare
from peredacha.design.wording import said
from peredacha.rooms.arrivals.models import Merge
from peredacha.rooms.arrivals.selectors import can_undo, merges_into, named_of
from peredacha.rooms.arrivals.services.acting import author_of
from peredacha.rooms.arrivals.services.carrying import bring_back, carry_over
from peredacha.rooms.binders.models import BinderRow
from peredacha.rooms.bundles.models import BundleRow
from peredacha.rooms.conversations.models import Message
from peredacha.rooms.conversations.services import (
    Copies,
    FilesChanged,
    blob_tables,
    copied_files,
    count_files,
    forget_copies,
    forget_files,
    keeping_marks,
    read_thread,
    tell_files_again,
)
from peredacha.rooms.hearings.models import CardRow
from peredacha.rooms.matters.models import FactRow, Matter
from peredacha.rooms.matters.services import (
    MatterFile,
    drawn_card,
    erase_matter,
    families_of,
    lead_back,
    lead_families,
    leave_trace,
    open_file,
    refresh,
    reopen,
    retell,
    settle_doors,
    shut,
    take_back,
)
from peredacha.rooms.plans.models import PaperRow
from peredacha.rooms.vault.selectors import holders_of
from peredacha.rooms.vault.services import Keys, grant, read_row, revoke, write_row

UNDO = timedelta(days=30)
TABLES = (FactRow, Message, PaperRow, BinderRow, BundleRow, CardRow)


class NotTogether(Exception):
    """The two cannot become one: the same matter, one is closed, somebody else holds the second, or writes in it."""


class TooLate(Exception):
    """The two cannot be parted any more: the thirty days are over, or something damaged the way back."""


@dataclass(frozen=True, repr=False)
class Preview:
    """What a merge would do."""

    likeness: Likeness
    facts: int
    messages: int
    damaged: int
    files: int
    """How many files come along."""
    family_reads: bool
    """Whether a family has a key to one of them, so that the helper must vouch that they are one."""
    families: int
    """How many families' words of the second would open the first."""
    held_apart: bool
    """Whether somebody holds the second who does not hold the first."""

    @property
    def told_reasons(self) -> list[str]:
        """Why the two are alike, or not."""
        return [said(reason) for reason in self.likeness.reasons]


def preview(kept: MatterFile, second: MatterFile, *, now: datetime) -> Preview:
    """What merging ``second`` into ``kept`` would do; nothing is changed."""
    cards = drawn_card(kept, now=now), drawn_card(second, now=now)
    threads = read_thread(second), read_thread(second, inner=True)
    families, (files, broken) = families_of(second.matter), count_files(second)
    return Preview(
        likeness=compare(named_of(cards[0]), named_of(cards[1])),
        facts=len(second.entries),
        messages=sum(1 for thread in threads for one in thread.messages if one.text is not None),
        damaged=second.damaged + broken,
        files=files,
        family_reads=bool(families or families_of(kept.matter)),
        families=len(families),
        held_apart=held_apart(kept.matter, second.matter),
    )


def held_apart(kept: Matter, second: Matter) -> bool:
    """Whether the second has a holder who would lose it from sight."""
    return second.held_by_id is not None and second.held_by_id != kept.held_by_id


def merge(*, keys: Keys, kept: MatterFile, second: MatterFile, one_family: bool, now: datetime) -> Merge:
    """Tell the second matter again in the first with its files, and close it. Raises NotTogether, NotSealedHere,
    and TooLong where the way back would not fit one sealed row; then nothing was changed.

    ``one_family``: the helper knows that both are one family; without it no family may have a key to either.
    """
    with copied_files(second, kept, now=now) as files:
        try:
            return made_one(keys, kept, second, files, one_family=one_family, now=now)
        except FilesChanged as changed:
            raise NotTogether from changed


@transaction.atomic
def made_one(
    keys: Keys, kept: MatterFile, second: MatterFile, files: Copies, *, one_family: bool, now: datetime
) -> Merge:
    """The merge in one step, its files being copied already."""
    rows = Matter.objects.select_for_update().filter(id__in=[kept.matter.id, second.matter.id])
    if len(rows) != 2 or any(row.state == "closed" or row.chapter != kept.matter.chapter for row in rows):
        raise NotTogether
    families = families_of(second.matter)
    reading = bool(families or families_of(kept.matter))
    if held_apart(kept.matter, second.matter) or (reading and not one_family) or kept.inner is None:
        raise NotTogether
    given = [one for one in families if one.id not in holders_with(kept)]
    again = retell(tables=TABLES, source=second, target=kept)
    told = [*again.values(), *tell_files_again(files, again), *danger_of(keys, kept, second, now)]
    content: dict[str, Any] = {
        "copies": told,
        "families": [str(one.id) for one in given],
        "doors": lead_families(families=families, to=kept.matter),
        "before": shut(second.matter, today=timezone.localdate(now)),
        "at": now.isoformat(),
        "carried": carry_over(keys=keys, source=second, target=kept, now=now),
    }
    for one in given:
        grant(keys=keys, opened=kept.safe, holder=one)
    row = write_row(
        Merge,
        kept.inner,
        content,
        kept_id=kept.matter.id,
        merged_id=second.matter.id,
        undo_until=timezone.localdate(now) + UNDO,
    )
    afresh(keys, kept.matter, now)
    leave_trace(keys=keys, file=second, act="matter_closed", now=now)
    return row


def danger_of(keys: Keys, kept: MatterFile, second: MatterFile, now: datetime) -> list[tuple[str, str]]:
    """Danger told only in the second raises the urgency of the first; gives table and id of the row."""
    if not second.request.danger or kept.request.danger:
        return []
    told = Told(Status(urgency=3, why=second.request.words), author_of(keys), now.isoformat())
    row = write_row(FactRow, kept.safe, told.packed())
    return [(FactRow._meta.label_lower, str(row.id))]


def holders_with(file: MatterFile) -> set[UUID]:
    """Everybody who has a key to the outer safe."""
    return {one.id for one in holders_of(file.matter.safe_id)}


def afresh(keys: Keys, matter: Matter, now: datetime) -> None:
    """Draw the card anew and leave a trace."""
    file = open_file(keys, matter, now=now)
    if file:
        refresh(keys=keys, file=file, now=now)
        leave_trace(keys=keys, file=file, act="matter_changed", now=now)


@transaction.atomic
def part(*, keys: Keys, kept: MatterFile, row: Merge, now: datetime) -> Matter:
    """Undo a merge: the copies go, the second is as it was. Gives the second; raises TooLate.

    What was added to the first since stays there. A family that got a key loses it, and the first gets a new data key.
    """
    content = read_row(row, kept.inner).content if kept.inner else None
    if content is None or not can_undo(row, today=timezone.localdate(now)):
        raise TooLate
    forget_copies(content["copies"])
    with keeping_marks(kept):
        take_back(tables=(*TABLES, *blob_tables()), copies=content["copies"], target=kept)
    opened = kept.safe
    for one in content["families"]:
        opened = revoke(keys=keys, opened=opened, holder=UUID(one))
    lead_back(content["doors"])
    reopen(row.merged, content["before"])
    second = row.merged
    row.delete()
    afresh(keys, kept.matter, now)
    second.refresh_from_db()
    file = open_file(keys, second, now=now)
    if file:
        bring_back(keys=keys, told=content.get("carried", {}), source=file, target=kept, now=now)
        leave_trace(keys=keys, file=file, act="matter_changed", now=now)
    return second


@transaction.atomic
def let_go(matter: Matter, *, today: date) -> None:
    """To be called before a matter is erased: what hangs on it by merges goes or is handed on. Needs no key.

    A kept matter takes those merged into it along, and the keys of their families. Where a merged one is erased by its
    clock, the words of its families go on opening the kept one.
    """
    for row in merges_into(matter):
        let_go(row.merged, today=today)
        forget_files(row.merged)
        erase_matter(row.merged, today=today)
    settle_doors(matter)

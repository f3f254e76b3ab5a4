"""What a merge of two matters needs of this room: rows told again and taken back, a matter shut and reopened.

Which tables are told again is said by the room above, which knows them.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from peredacha.rooms.matters.models import Claim, Matter, MatterState
from peredacha.rooms.matters.services.clocks import clock_from
from peredacha.rooms.matters.services.files import MatterFile
from peredacha.rooms.vault.models import SealedRow
from peredacha.rooms.vault.services import OpenSafe, read_row, read_rows, rewrite_row, write_rows

Table = type[SealedRow]
HELD = "held"
"""Who held the second says nothing of who holds the first: such facts are not told again."""


@transaction.atomic
def retell(*, tables: Sequence[Table], source: MatterFile, target: MatterFile) -> dict[str, tuple[str, str]]:
    """Seal every readable row of ``source`` again into the safes of ``target``; gives table and id of each copy by the
    id of its original.

    What a row says, its teller and its time too, stays as it is. Raises NotSealedHere without the newest data key.
    """
    made: dict[str, tuple[str, str]] = {}
    for table in tables:
        for old, new in ((source.safe, target.safe), (source.inner, target.inner)):
            if old is None or new is None:
                continue
            reads = read_rows(table._default_manager.filter(safe_id=old.id), old)
            told = [(one.row.id, one.content) for one in reads if one.content is not None]
            told = [(one, content) for one, content in told if not is_held(content)]
            rows = write_rows(table, new, [content for _id, content in told])
            made |= {str(one): (table._meta.label_lower, str(row.id)) for (one, _), row in zip(told, rows)}
    return made


def is_held(content: dict[str, Any]) -> bool:
    """Whether a row says who holds a matter."""
    return bool(content.get("fact", {}).get("kind") == HELD)


@transaction.atomic
def take_back(*, tables: Sequence[Table], copies: Iterable[Sequence[str]], target: MatterFile) -> None:
    """Take copies out of ``target`` again and close the gaps, so that nothing seems to be missing."""
    wanted = {(label, UUID(row)) for label, row in copies}
    for table in tables:
        for opened in filter(None, (target.safe, target.inner)):
            rows = list(table._default_manager.filter(safe_id=opened.id).order_by("sequence"))
            gone = [row for row in rows if (table._meta.label_lower, row.id) in wanted]
            table._default_manager.filter(id__in=[row.id for row in gone]).delete()
            close_gaps([row for row in rows if row not in gone], gone, opened)


def close_gaps(staying: list[SealedRow], gone: list[SealedRow], opened: OpenSafe) -> None:
    """Move the rows that stood behind deleted ones forward; a damaged one is moved as it is and stays damaged."""
    for row in staying:
        back = sum(1 for one in gone if one.sequence < row.sequence)
        if back:
            content = read_row(row, opened).content
            row.sequence -= back
            row.save(update_fields=["sequence"])
            if content is not None:
                rewrite_row(row, opened, content)


@transaction.atomic
def shut(matter: Matter, *, today: date) -> dict[str, Any]:
    """Close a matter without touching its facts; gives its clear columns for :func:`reopen`."""
    before = {
        "state": matter.state,
        "urgency": matter.urgency,
        "next_on": matter.next_on.isoformat(),
        "erase_on": matter.erase_on.isoformat(),
        "hold_until": matter.hold_until.isoformat() if matter.hold_until else None,
    }
    Claim.objects.filter(matter=matter).delete()
    Matter.objects.filter(id=matter.id).update(
        state=MatterState.CLOSED, hold_until=None, erase_on=clock_from(MatterState.CLOSED, today)
    )
    return before


def reopen(matter: Matter, before: dict[str, Any]) -> None:
    """Give a matter the clear columns that :func:`shut` told."""
    days = {
        key: date.fromisoformat(before[key]) if before[key] else None
        for key in ("next_on", "erase_on", "hold_until")
    }
    Matter.objects.filter(id=matter.id).update(state=before["state"], urgency=before["urgency"], **days)

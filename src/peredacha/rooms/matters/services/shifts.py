"""The book of the shift: lines left to the next shift, taken over one by one; what stood before a change of many."""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from peredacha.core.facts import Author
from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.matters.models import Matter, ShiftBook, ShiftNote
from peredacha.rooms.matters.services.veils import unveiled, veiled
from peredacha.rooms.salts.selectors import salts_of
from peredacha.rooms.vault.selectors import reception_holder
from peredacha.rooms.vault.services import (
    Keys,
    OpenSafe,
    new_safe,
    open_safe,
    read_row,
    rewrite_row,
    write_row,
)

SHIFT = timedelta(hours=12)
"""How long a shift reaches back."""
VEIL = "veil"
"""Under this name stand the words about the matter, veiled with its salt."""
KEPT_LINES = timedelta(days=2)
"""How long a line that was taken over can still be looked up."""


@dataclass(frozen=True)
class ShiftLine:
    """One row of the book."""

    id: UUID
    matter: Matter
    content: Mapping[str, Any]

    @property
    def at(self) -> str:
        """When it was written; ISO moment."""
        return str(self.content.get("at", ""))

    @property
    def is_taken(self) -> bool:
        """Whether somebody of the next shift has taken it over."""
        return bool(self.content.get("taken"))


@transaction.atomic
def open_book(keys: Keys, *, now: datetime) -> OpenSafe | None:
    """The book of the own chapter, begun when first needed; None for who does not sit in the reception."""
    holder = reception_holder(keys.member.chapter) if keys.member else None
    if keys.member is None or holder is None:
        return None
    book = ShiftBook.objects.filter(chapter=keys.member.chapter).first()
    if book is None and keys.pair_of(holder.id):
        safe = new_safe(giver=keys.holder, pair=keys.pair, holders=[holder])
        book, _made = ShiftBook.objects.get_or_create(
            chapter=keys.member.chapter, defaults={"safe_id": safe.id}
        )
    return open_safe(keys, book.safe_id, now=now) if book else None


def read_book(keys: Keys, kind: str, *, now: datetime) -> tuple[list[ShiftLine], int]:
    """The rows of one kind, oldest first, and how many rows of the book do not open."""
    book = ShiftBook.objects.filter(chapter=keys.member.chapter).first() if keys.member else None
    opened = open_safe(keys, book.safe_id, now=now) if book else None
    if opened is None:
        return [], 0
    lines, damaged = [], 0
    rows = list(ShiftNote.objects.filter(safe=opened.id).select_related("matter__card"))
    salts = salts_of(row.matter.safe_id for row in rows)
    for row in rows:
        content = told_by(row, opened, salts.get(row.matter.safe_id, b""))
        if content is None:
            damaged += 1
        elif content.get("kind") == kind:
            lines.append(ShiftLine(row.id, row.matter, content))
    return lines, damaged


@transaction.atomic
def write_lines(
    *, keys: Keys, kind: str, lines: Mapping[UUID, Mapping[str, Any]], author: Author, now: datetime
) -> int:
    """Write one row a matter of the own chapter; gives how many. Raises TooLong.

    What was taken over some days ago goes out of the book then, and undone changes that are too old.
    """
    opened = open_book(keys, now=now)
    if opened is None or keys.member is None:
        return 0
    forget_old_lines(opened, now=now)
    known = list(Matter.objects.filter(id__in=list(lines), chapter=keys.member.chapter))
    salts = salts_of(one.safe_id for one in known)
    for matter in known:
        words = hidden(matter.id, lines[matter.id], salts.get(matter.safe_id, b""))
        content = {**words, "kind": kind, "by": asdict(author), "at": now.isoformat()}
        write_row(ShiftNote, opened, content, matter_id=matter.id)
    return len(known)


def hidden(matter: UUID, words: Mapping[str, Any], salt: bytes) -> Mapping[str, Any]:
    """The words about a matter as the book keeps them: it outlives the matter, they must not."""
    if not salt:
        return words
    return {
        VEIL: b64encode(
            veiled(salt, json.dumps(words, ensure_ascii=False).encode(), context_of(matter))
        ).decode()
    }


def told_by(row: ShiftNote, opened: OpenSafe, salt: bytes) -> dict[str, Any] | None:
    """What a row of the book says; None where it is damaged."""
    content = read_row(row, opened).content
    if content is None or VEIL not in content:
        return content
    try:
        words = json.loads(unveiled(salt, b64decode(content[VEIL]), context_of(row.matter_id)))
    except (NotSealedHere, ValueError):
        return None
    return {**words, **content}


def context_of(matter: UUID) -> bytes:
    """What the words about a matter are bound to."""
    return b"matters.shift" + matter.bytes


@transaction.atomic
def take_line(*, keys: Keys, line: UUID, author: Author, now: datetime) -> bool:
    """Take one line over; gives whether it was still free. The first one counts."""
    opened = open_book(keys, now=now)
    row = ShiftNote.objects.select_for_update().filter(id=line, safe=opened.id).first() if opened else None
    content = read_row(row, opened).content if row and opened else None
    if row is None or opened is None or not content or content.get("taken"):
        return False
    rewrite_row(row, opened, {**content, "taken": {"by": asdict(author), "at": now.isoformat()}})
    return True


def drop_lines(lines: list[ShiftLine]) -> None:
    """Take rows out of the book."""
    ShiftNote.objects.filter(id__in=[one.id for one in lines]).delete()


def forget_old_lines(opened: OpenSafe, *, now: datetime) -> None:
    """Take out what nobody needs any more: taken lines after two days, what stood before a change after a shift."""
    rows = ShiftNote.objects.filter(safe=opened.id)
    old = [row.id for row in rows if is_old(read_row(row, opened).content or {}, now)]
    ShiftNote.objects.filter(id__in=old).delete()


def is_old(content: Mapping[str, Any], now: datetime) -> bool:
    """Whether nobody needs a row any more; a damaged one stays, so that it is seen."""
    taken = content.get("taken")
    if taken:
        return datetime.fromisoformat(taken["at"]) < now - KEPT_LINES
    return content.get("kind") == "before" and datetime.fromisoformat(content["at"]) < now - SHIFT

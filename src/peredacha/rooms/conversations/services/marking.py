"""How far somebody has read: what is new in a talk, and the mark that is set when it was looked at."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max, Q

from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.conversations.models import Message, ReadMark
from peredacha.rooms.conversations.services.talking import safe_for
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.services import Keys, OpenSafe, Read, read_row, read_rows, rewrite_row, write_row


def news_for(keys: Keys, safes: Iterable[OpenSafe | None]) -> dict[UUID, frozenset[UUID]]:
    """By safe, the messages of others after the last one that this reader has seen; a safe without news is left out.

    Three questions to the database, however many safes there are.
    """
    opened = {one.id: one for one in safes if one}
    seen = {safe: upto_of(mark) for safe, mark in marks_of(keys, opened).items()}
    lasts = (
        Message.objects.filter(safe__in=opened).order_by().values_list("safe").annotate(last=Max("sequence"))
    )
    later = [Q(safe=safe, sequence__gt=seen.get(safe, 0)) for safe, last in lasts if last > seen.get(safe, 0)]
    found: dict[UUID, set[UUID]] = {}
    for row in Message.objects.filter(reduce(or_, later)) if later else ():
        if not is_by(author_in(read_row(row, opened[row.safe_id])), keys):
            found.setdefault(row.safe_id, set()).add(row.id)
    return {safe: frozenset(messages) for safe, messages in found.items()}


def with_talk(safes: Iterable[UUID]) -> set[UUID]:
    """Those of the safes in which anything was written: only these are worth opening."""
    return set(
        Message.objects.filter(safe__in=list(safes)).order_by().values_list("safe", flat=True).distinct()
    )


def mark_read(*, keys: Keys, file: MatterFile, inner: bool = False) -> None:
    """This reader has seen everything that stands in the thread now; nothing changes when that is known.

    Call it after the page was told, when somebody looked at it: not for a browser that fetches ahead.
    """
    opened = safe_for(file, inner)
    last = Message.objects.filter(safe=opened.id).last()
    mark = marks_of(keys, {opened.id: opened}).get(opened.id)
    if last is None or upto_of(mark) >= last.sequence:
        return
    content = {"reader": str(keys.holder), "upto": last.sequence}
    try:
        with transaction.atomic():
            if mark:
                rewrite_row(mark.row, opened, content)
            else:
                write_row(ReadMark, opened, content)
    except (IntegrityError, NotSealedHere):
        return  # Another page of the same reader was faster, or a grant is damaged; a mark is no loss.


def marks_of(keys: Keys, opened: dict[UUID, OpenSafe]) -> dict[UUID, Read[ReadMark]]:
    """The furthest mark of this reader in each of these safes."""
    found: dict[UUID, Read[ReadMark]] = {}
    for row in ReadMark.objects.filter(safe__in=opened):
        one = read_row(row, opened[row.safe_id])
        if one.content and one.content.get("reader") == str(keys.holder):
            found[row.safe_id] = max(one, found.get(row.safe_id, one), key=upto_of)
    return found


def upto_of(mark: Read[ReadMark] | None) -> int:
    """Up to which message a mark reaches; 0 for none."""
    return int(mark.content["upto"]) if mark and mark.content else 0


@contextmanager
def keeping_marks(file: MatterFile) -> Iterator[None]:
    """While messages are taken out of the threads and the rest moves up: what each reader has seen stays seen."""
    before = [(one, all_marks(one), places_of(one)) for one in (file.safe, file.inner) if one]
    yield
    for opened, marks, places in before:
        left = places_of(opened)
        for mark in marks:
            seen = (left[row] for row, place in places.items() if place <= upto_of(mark) and row in left)
            upto = max(seen, default=0)
            if mark.content and upto != upto_of(mark):
                rewrite_row(mark.row, opened, {**mark.content, "upto": upto})


def all_marks(opened: OpenSafe) -> list[Read[ReadMark]]:
    """Every mark of a safe that opens, of whichever reader."""
    return [one for one in read_rows(ReadMark.objects.filter(safe=opened.id), opened) if one.content]


def places_of(opened: OpenSafe) -> dict[UUID, int]:
    """The place of each message of a safe."""
    return dict(Message.objects.filter(safe=opened.id).values_list("id", "sequence"))


def author_in(one: Read[Message]) -> dict[str, Any]:
    """Who wrote a message; nothing where it is damaged."""
    author: dict[str, Any] = (one.content or {}).get("by", {})
    return author


def is_by(author: dict[str, Any], keys: Keys) -> bool:
    """Whether who has these keys wrote it."""
    if keys.member is None:
        return author.get("who") == "family"
    return author.get("id") == str(keys.member.id)

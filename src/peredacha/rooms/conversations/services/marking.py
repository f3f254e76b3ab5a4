"""A thread in one line: how many messages, whose was the last, how many are new for this reader."""

from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction

from peredacha.core.facts import Author
from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.conversations.models import Message, ReadMark
from peredacha.rooms.conversations.services.talking import safe_for
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.services import Keys, OpenSafe, Read, read_row, read_rows, rewrite_row, write_row


@dataclass(frozen=True)
class TalkSummary:
    """A thread for the page of a matter."""

    count: int = 0
    unread: int = 0
    """Messages of others after the last one that this reader has seen."""
    last_by: Author | None = None
    last_at: str = ""


def summary_for(file: MatterFile, keys: Keys, *, inner: bool = False) -> TalkSummary:
    """The thread as it stands for who has these keys; an empty one where it is not granted."""
    try:
        opened = safe_for(file, inner)
    except NotSealedHere:
        return TalkSummary()
    rows = Message.objects.filter(safe=opened.id)
    last = rows.last()
    if last is None:
        return TalkSummary()
    mark = mark_of(opened, keys)
    seen = upto_of(mark)
    later = [author_in(one) for one in read_rows(rows.filter(sequence__gt=seen), opened)]
    content = read_row(last, opened).content or {}
    return TalkSummary(
        count=rows.count(),
        unread=sum(1 for author in later if not is_by(author, keys)),
        last_by=Author(**content["by"]) if content else None,
        last_at=content.get("at", ""),
    )


def mark_read(*, keys: Keys, file: MatterFile, inner: bool = False) -> None:
    """This reader has seen everything that stands in the thread now; nothing changes when that is known."""
    opened = safe_for(file, inner)
    last = Message.objects.filter(safe=opened.id).last()
    mark = mark_of(opened, keys)
    if last is None or upto_of(mark) >= last.sequence:
        return
    content = {"reader": str(keys.holder), "upto": last.sequence}
    try:
        with transaction.atomic():
            if mark:
                rewrite_row(mark.row, opened, content)
            else:
                write_row(ReadMark, opened, content)
    except IntegrityError:
        return  # Another page of the same reader was faster; a mark is no loss.


def mark_of(opened: OpenSafe, keys: Keys) -> Read[ReadMark] | None:
    """The furthest mark of this reader."""
    marks = read_rows(ReadMark.objects.filter(safe=opened.id), opened)
    mine = [one for one in marks if one.content and one.content.get("reader") == str(keys.holder)]
    return max(mine, key=upto_of, default=None)


def upto_of(mark: Read[ReadMark] | None) -> int:
    """Up to which message a mark reaches; 0 for none."""
    return int(mark.content["upto"]) if mark and mark.content else 0


def author_in(one: Read[Message]) -> dict[str, Any]:
    """Who wrote a message; nothing where it is damaged."""
    author: dict[str, Any] = (one.content or {}).get("by", {})
    return author


def is_by(author: dict[str, Any], keys: Keys) -> bool:
    """Whether who has these keys wrote it."""
    if keys.member is None:
        return author.get("who") == "family"
    return author.get("id") == str(keys.member.id)

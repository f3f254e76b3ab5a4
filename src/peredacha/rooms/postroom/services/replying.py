"""An answer comes back: found by its code, its pages cleaned and sealed, looked at before anybody else sees it."""

from dataclasses import dataclass
from datetime import date, datetime
from threading import Semaphore
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from peredacha.core.cleaning import CleanFile, Unacceptable
from peredacha.core.language import phrase
from peredacha.design.wording import said
from peredacha.gateways.cleaning import clean_file
from peredacha.rooms.conversations.services import (
    OpenAttachment,
    author_of,
    files_in,
    pieces_of,
    remove_blobs,
    sealed_blob,
    whole,
)
from peredacha.rooms.errands.services import OpenErrands
from peredacha.rooms.letters.models import (
    OUT,
    Correspondent,
    Letter,
    LetterRow,
    LetterState,
    ReplyLag,
    ReplyRow,
    ReplyScan,
)
from peredacha.rooms.letters.services import NotOpen, OpenLetter, erased_after, errands_behind, open_letter
from peredacha.rooms.tallies.services import count
from peredacha.rooms.vault.services import (
    Keys,
    OpenSafe,
    open_safe,
    read_row,
    renewed_if_stale,
    rewrite_row,
    write_row,
)

ONE_AT_A_TIME = Semaphore(1)
"""A photo takes some hundred megabytes while it is cleaned."""
KINDS = frozenset({"image/jpeg", "image/png", "application/pdf"})
FOREIGN = phrase("Only photos and PDF can be sent here.")
MOST_WEEKS = 52


@dataclass(frozen=True, repr=False)
class OpenReply:
    """An answer as it came."""

    row: ReplyRow
    letter: OpenLetter
    errands: OpenErrands
    on: date
    words: str
    pages: tuple[OpenAttachment, ...]


@dataclass(frozen=True, repr=False)
class Screening:
    """What somebody found in an answer.

    ``shown``: whether the writer may see its pages; ``words``: what the writer reads besides; ``missing``: numbers of
    letters that did not arrive; ``danger``: whether somebody must ask after the person.
    """

    shown: bool
    words: str = ""
    missing: tuple[int, ...] = ()
    danger: bool = False


def open_reply(keys: Keys, row: ReplyRow, *, now: datetime) -> OpenReply | None:
    """An answer; None where these keys do not open it."""
    letter, safe = open_letter(keys, row.letter, now=now), open_safe(keys, row.safe_id, now=now)
    errands = errands_behind(keys, row.letter, now=now)
    if letter is None or errands is None or safe is None:
        return None
    content = read_row(row, safe).content or {}
    on = date.fromisoformat(content["on"]) if content.get("on") else timezone.localdate(now)
    return OpenReply(row, letter, errands, on, str(content.get("words", "")), pages_in(row, safe))


def pages_in(row: ReplyRow, safe: OpenSafe) -> tuple[OpenAttachment, ...]:
    """The pages of an answer that lie in one safe; a damaged one is left out."""
    named = set(ReplyScan.objects.filter(reply=row, safe_id=safe.id).values_list("id", flat=True))
    return tuple(one for one in files_in(safe, ReplyScan) if one.id in named)


def take_reply(
    *, keys: Keys, letter: Letter, on: date, words: str = "", body: bytes = b"", now: datetime
) -> ReplyRow:
    """Words of an answer, or one page of it; several in turn are one answer until somebody has looked at it.

    Raises Unacceptable with the sentence for the sender, NotOpen, TooLong.
    """
    errands = errands_behind(keys, letter, now=now)
    if errands is None or letter.state not in OUT:
        raise NotOpen
    if not body:
        return noted(errands, letter, on, words, now)
    with ONE_AT_A_TIME:
        clean = clean_file("", body)
    if clean.kind not in KINDS:
        raise Unacceptable(FOREIGN)
    stored = sealed_blob(errands.safe, pieces_of(clean.body), told_of(clean), now)
    try:
        with transaction.atomic():
            row = noted(errands, letter, on, words, now)
            write_row(ReplyScan, errands.safe, stored.content, blob=stored.blob, reply=row)
    except BaseException:
        remove_blobs([stored.blob])
        raise
    return row


def told_of(clean: CleanFile) -> dict[str, Any]:
    """What the row of a page says, beside its key."""
    left_out = [said(one) for one in clean.warnings]
    return {"name": "", "size": len(clean.body), "kind": clean.kind, "left_out": left_out, "original": False}


@transaction.atomic
def noted(errands: OpenErrands, letter: Letter, on: date, words: str, now: datetime) -> ReplyRow:
    """The answer that nobody has looked at yet, with these words; a new one where there is none."""
    safe, by = errands.safe, vars(author_of(errands.keys))
    row = ReplyRow.objects.select_for_update().filter(letter=letter, screened=False, safe_id=safe.id).first()
    before = (read_row(row, safe).content or {}).get("words", "") if row else ""
    whole_text = "\n".join(dict.fromkeys(filter(None, (before, words))))
    content = {"on": on.isoformat(), "words": whole_text, "by": by, "at": now.isoformat()}
    if row:
        return rewrite_row(row, safe, content)
    return write_row(ReplyRow, safe, content, letter=letter)


@transaction.atomic
def screen(*, keys: Keys, reply: OpenReply, found: Screening, now: datetime) -> bool:
    """Somebody has looked at an answer: the family reads it, the writer what may be seen of it.

    False where somebody else was faster. Raises DamagedFile, TooLong.
    """
    row, one = reply.row, reply.letter
    if not ReplyRow.objects.filter(id=row.id, screened=False).update(screened=True):
        return False
    safe = renewed_if_stale(keys, one.safe)
    told = {"kind": "answer", "reply": str(row.id), "on": reply.on.isoformat(), "words": found.words}
    write_row(LetterRow, safe, {**told, "at": now.isoformat()})
    if found.shown:
        show_pages(reply, safe, now)
    answered(reply, now)
    missed(one.row.correspondent, found)
    return True


def show_pages(reply: OpenReply, safe: OpenSafe, now: datetime) -> None:
    """The pages sealed once more, in the safe that the writer opens. Raises DamagedFile."""
    for page in reply.pages:
        told = {"name": "", "size": page.size, "kind": page.kind, "left_out": [], "original": False}
        stored = sealed_blob(safe, whole(page), told, now)
        write_row(ReplyScan, safe, stored.content, blob=stored.blob, reply=reply.row)


def answered(reply: OpenReply, now: datetime) -> None:
    """The letter is answered, and whoever answers has not fallen silent; places are measured, answers counted."""
    row, facility = reply.letter.row, reply.errands.recipient.facility
    first = Letter.objects.filter(id=row.id).exclude(state=LetterState.ANSWERED)
    if first.update(state=LetterState.ANSWERED, erase_on=erased_after(now)):
        count(chapter=row.chapter, kind="letter_answered", facility=facility, today=timezone.localdate(now))
        if reply.letter.posted_on:
            weeks = min(max((reply.on - reply.letter.posted_on).days // 7, 0), MOST_WEEKS)
            place: dict[str, Any] = {"chapter": row.chapter, "facility": facility, "weeks": weeks}
            ReplyLag.objects.get_or_create(**place)
            ReplyLag.objects.filter(**place).update(number=F("number") + 1)
    Letter.objects.filter(correspondent=row.correspondent, number__lte=row.number).update(expect_on=None)


def missed(correspondent: Correspondent, found: Screening) -> None:
    """Letters that did not arrive, and whatever else somebody must ask about."""
    on_the_way = (LetterState.POSTED, LetterState.SILENT)
    gone = Letter.objects.filter(correspondent=correspondent, number__in=found.missing, state__in=on_the_way)
    lost = gone.update(state=LetterState.LOST, expect_on=None)
    if lost or found.danger:
        Correspondent.objects.filter(id=correspondent.id).update(to_ask=True)

"""The desk of letters as values: what waits, and one answer."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.rooms.conversations.services import OpenAttachment
from peredacha.rooms.letters.models import Letter, LetterState, ReplyRow
from peredacha.rooms.letters.selectors import code_of, letters_in, unscreened, worrying
from peredacha.rooms.letters.services import ToldLetter, day, open_letter, open_letters, told_letter
from peredacha.rooms.postroom.services.reading import Shelf, to_read
from peredacha.rooms.postroom.services.replying import OpenReply, open_reply
from peredacha.rooms.vault.services import Keys


@dataclass(frozen=True, repr=False)
class ToldReply:
    """An answer that waits to be looked at. ``reply`` None where none was put in yet."""

    letter: UUID
    alias: str
    number: int | None
    reply: UUID | None = None
    on: str = ""
    words: str = ""
    pages: tuple[OpenAttachment, ...] = ()


@dataclass(frozen=True, repr=False)
class Desk:
    """What waits at the desk of letters; ``closed``: letters that these keys do not open."""

    to_read: tuple[ToldLetter, ...]
    closed: int
    to_print: int
    printed: int
    to_screen: tuple[ToldReply, ...]
    worries: int


def overview(keys: Keys, *, now: datetime) -> Desk:
    """The desk of letters of the own chapter."""
    chapter = keys.member.chapter if keys.member else ""
    waiting = to_read(keys, now=now)
    return Desk(
        tuple(told_letter(one) for one in waiting.letters),
        waiting.closed,
        letters_in(chapter, LetterState.PASSED).count(),
        letters_in(chapter, LetterState.PRINTED).count(),
        replies_to_screen(keys, chapter, now=now),
        worrying(chapter, timezone.localdate(now)).count(),
    )


def replies_to_screen(keys: Keys, chapter: str, *, now: datetime) -> tuple[ToldReply, ...]:
    """The answers at which nobody has looked, without their content."""
    rows = list(unscreened(chapter))
    opened = {one.row.id: one for one in open_letters(keys, [row.letter for row in rows], now=now)}
    return tuple(
        ToldReply(row.letter_id, opened[row.letter_id].alias, row.letter.number, row.id)
        for row in rows
        if row.letter_id in opened
    )


def printed_lines(printed: Shelf) -> list[tuple[UUID, str]]:
    """What tells printed letters apart on a list."""
    line = _("No. %(n)s, %(alias)s, %(code)s")
    return [
        (one.row.id, line % {"n": one.row.number, "alias": one.alias, "code": code_of(one.row.id)})
        for one in printed.letters
    ]


def find_reply(keys: Keys, reply: UUID, *, now: datetime) -> OpenReply | None:
    """An answer of the own chapter at which nobody has looked yet; None where it does not open."""
    row = unscreened(keys.member.chapter).filter(id=reply).first() if keys.member else None
    return open_reply(keys, row, now=now) if row else None


def told_reply(one: OpenReply) -> ToldReply:
    """An answer with everything in it."""
    row = one.letter.row
    return ToldReply(row.id, one.letter.alias, row.number, one.row.id, day(one.on), one.words, one.pages)


def told_waiting_reply(keys: Keys, letter: Letter, *, now: datetime) -> ToldReply:
    """What of an answer to a letter was put in so far."""
    row = (
        ReplyRow.objects.filter(letter=letter, screened=False).select_related("letter__correspondent").first()
    )
    found = open_reply(keys, row, now=now) if row else None
    if found:
        return told_reply(found)
    one = open_letter(keys, letter, now=now)
    return ToldReply(letter.id, one.alias if one else "", letter.number)

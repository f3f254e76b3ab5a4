"""A letter comes: it gets the next number of the book and a safe of its own; then its pages come."""

from collections.abc import Iterable
from datetime import date, datetime
from threading import Semaphore
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.core.cleaning import CleanFile, Unacceptable
from peredacha.core.language import phrase
from peredacha.design.wording import said
from peredacha.gateways.binding import count_leaves
from peredacha.gateways.cleaning import clean_file
from peredacha.rooms.binders.services import Waiting, body_of
from peredacha.rooms.conversations.services import (
    DamagedFile,
    author_of,
    pieces_of,
    remove_blobs,
    sealed_blob,
)
from peredacha.rooms.mailroom.models import BookYear, MailRow, MailScan, PaperLetter
from peredacha.rooms.mailroom.services.opening import OpenPaper
from peredacha.rooms.matters.services import NoReception, monday
from peredacha.rooms.vault.models import Safe
from peredacha.rooms.vault.selectors import reception_holder
from peredacha.rooms.vault.services import (
    Keys,
    new_safe,
    renewed_if_stale,
    write_first_rows,
    write_row,
)

ONE_AT_A_TIME = Semaphore(1)
"""A photo takes some hundred megabytes while it is cleaned."""
KINDS = frozenset({"image/jpeg", "image/png", "application/pdf"})
FOREIGN = phrase("Only photos and PDF can be sent here.")


@transaction.atomic
def take_letter(*, keys: Keys, letter: UUID, received_on: date, now: datetime) -> PaperLetter | None:
    """A line of the book for a letter that came on a day; the same form (``letter``) again is the same line.

    None where the name of the form is taken elsewhere. Raises NoReception.
    """
    reception = reception_holder(keys.member.chapter) if keys.member else None
    if keys.member is None or reception is None:
        raise NoReception
    chapter, year = keys.member.chapter, timezone.localdate(now).year
    book = locked_book(chapter, year)
    found = PaperLetter.objects.filter(id=letter).first()
    if found:
        return found if found.chapter == chapter else None
    safe = new_safe(giver=keys.holder, pair=keys.pair, holders=[reception])
    told = {"kind": "came", "on": received_on.isoformat(), "by": vars(author_of(keys)), "at": now.isoformat()}
    write_first_rows(MailRow, safe, [told])
    row = PaperLetter(
        id=letter,
        chapter=chapter,
        year=year,
        number=next_number(book),
        week=monday(received_on),
        next_on=received_on,
        safe_id=safe.id,
    )
    row.save(force_insert=True)
    return row


def locked_book(chapter: str, year: int) -> BookYear:
    """The book of a year; who asks for it at the same moment waits. Inside a transaction."""
    BookYear.objects.get_or_create(chapter=chapter, year=year)
    return BookYear.objects.select_for_update().get(chapter=chapter, year=year)


def next_number(book: BookYear) -> int:
    """The next number of a locked book; it goes back with the transaction, so that there are no gaps."""
    BookYear.objects.filter(id=book.id).update(last=F("last") + 1)
    return BookYear.objects.get(id=book.id).last


def add_pages(*, paper: OpenPaper, waiting: Iterable[Waiting], now: datetime) -> tuple[int, list[str]]:
    """Photos and PDF of one form, each cleaned and sealed whole or not at all.

    Gives how many were kept, and a sentence for each that was not.
    """
    kept, refused = 0, []
    for one in waiting:
        try:
            kept += keep_page(paper, one, now)
        except Unacceptable as no:
            refused.append(said(no.said))
        except DamagedFile:
            refused.append(_("A file did not arrive whole. Send it once more."))
    return kept, refused


def keep_page(paper: OpenPaper, one: Waiting, now: datetime) -> int:
    """One file; 0 where it stands there already. Raises Unacceptable, DamagedFile."""
    if one.stored is None:
        raise Unacceptable(phrase("A file did not arrive whole. Send it once more."))
    body = body_of(one.stored, paper.safe)
    with ONE_AT_A_TIME:
        clean = clean_file("", body)
        if clean.kind not in KINDS:
            raise Unacceptable(FOREIGN)
        leaves = count_leaves(clean.body) if clean.kind == "application/pdf" else 1
    stored = sealed_blob(paper.safe, pieces_of(clean.body), told_of(clean, leaves), now)
    try:
        with transaction.atomic():
            if not Safe.objects.select_for_update().filter(id=paper.safe.id).exists():
                raise DamagedFile
            opened = renewed_if_stale(paper.keys, paper.safe)
            write_row(MailScan, opened, stored.content, blob=stored.blob)
    except BaseException:
        remove_blobs([stored.blob])
        raise
    return 1


def told_of(clean: CleanFile, leaves: int) -> dict[str, Any]:
    """What the row of a file says, beside its key."""
    left_out = [said(one) for one in clean.warnings]
    told = {"name": "", "size": len(clean.body), "kind": clean.kind, "left_out": left_out}
    return {**told, "original": False, "leaves": leaves}

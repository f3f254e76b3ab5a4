"""Certificates and receipts: cleaned, sealed to the packers' circle and the reception, found beside their good."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from peredacha.design.wording import said
from peredacha.gateways.cleaning import clean_file
from peredacha.rooms.conversations.services import (
    OpenAttachment,
    files_in,
    open_attachment,
    pieces_of,
    remove_blobs,
    sealed_blob,
)
from peredacha.rooms.goods.models import Good, GoodPaper, PaperBook
from peredacha.rooms.vault.models import CircleName, Holder
from peredacha.rooms.vault.selectors import find_circle, newest_epoch
from peredacha.rooms.vault.services import Keys, OpenSafe, new_safe, open_safe, write_row


@dataclass(frozen=True, repr=False)
class PaperLine:
    """One paper that these keys open, and of which pieces it speaks."""

    file: OpenAttachment
    best_before: date | None


def circles_of(chapter: str) -> list[Holder]:
    """To whom papers are sealed: packers and reception; nobody where no packers' circle stands."""
    circles = [find_circle(chapter, name) for name in (CircleName.PACKERS, CircleName.RECEPTION)]
    if circles[0] is None:
        return []
    epochs = [newest_epoch(one) for one in circles if one]
    return [one.holder for one in epochs if one]


def can_keep_papers(keys: Keys) -> bool:
    """Whether these keys open the packers' circle or the reception, and the packers' circle stands."""
    return keys.member is not None and any(keys.pair_of(one.id) for one in circles_of(keys.member.chapter))


def opened_book(keys: Keys, now: datetime) -> OpenSafe | None:
    """The safe with the papers of the own chapter; None where it does not stand or does not open."""
    book = PaperBook.objects.filter(chapter=keys.member.chapter).first() if keys.member else None
    return open_safe(keys, book.safe_id, now=now) if book else None


@transaction.atomic
def book_to_write(keys: Keys, now: datetime) -> OpenSafe | None:
    """The same, begun when first needed."""
    if keys.member is None or not can_keep_papers(keys):
        return None
    if not PaperBook.objects.filter(chapter=keys.member.chapter).exists():
        safe = new_safe(giver=keys.holder, pair=keys.pair, holders=circles_of(keys.member.chapter))
        PaperBook.objects.get_or_create(chapter=keys.member.chapter, defaults={"safe_id": safe.id})
    return opened_book(keys, now)


def attach_paper(
    *, keys: Keys, good: Good, name: str, body: bytes, best_before: date | None, now: datetime
) -> GoodPaper | None:
    """Clean a certificate or receipt and seal it beside its good; None where these keys keep no papers.

    Raises Unacceptable with the sentence for the sender. When it returns, the file outlives a crash.
    """
    opened = book_to_write(keys, now)
    if opened is None:
        return None
    clean = clean_file(name, body)
    left_out = [said(one) for one in clean.warnings]
    told = {
        "name": clean.name,
        "size": len(clean.body),
        "kind": clean.kind,
        "left_out": left_out,
        "original": False,
    }
    stored = sealed_blob(opened, pieces_of(clean.body), told, now)
    try:
        return write_row(
            GoodPaper, opened, stored.content, blob=stored.blob, good=good, best_before=best_before
        )
    except BaseException:
        remove_blobs([stored.blob])
        raise


def papers_of(keys: Keys, good: Good, *, now: datetime) -> list[PaperLine]:
    """The papers of a good that these keys open, the newest first."""
    opened = opened_book(keys, now)
    rows = {one.id: one for one in GoodPaper.objects.filter(good=good)}
    files = files_in(opened, GoodPaper) if opened and rows else ()
    found = [PaperLine(file, rows[file.id].best_before) for file in files if file.id in rows]
    return found[::-1]


def find_paper(keys: Keys, good: Good, paper: UUID, *, now: datetime) -> OpenAttachment | None:
    """One paper of a good; None where there is none for these keys. Raises DamagedFile."""
    opened = opened_book(keys, now)
    row = GoodPaper.objects.filter(good=good, id=paper, safe=opened.id).first() if opened else None
    return open_attachment(row, opened) if row and opened else None


def remove_paper(*, keys: Keys, good: Good, paper: UUID, now: datetime) -> None:
    """Take a paper away, row and file, also a damaged one; nothing happens for whom the papers do not open."""
    opened = opened_book(keys, now)
    rows = (
        GoodPaper.objects.filter(good=good, id=paper, safe=opened.id) if opened else GoodPaper.objects.none()
    )
    names = list(rows.values_list("blob", flat=True))
    rows.delete()
    remove_blobs(names)

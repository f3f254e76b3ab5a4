"""Photos and PDF taken into a binder, one at a time: what was acknowledged is kept, whatever happens to the next."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from threading import Semaphore
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, transaction

from peredacha.core.binder import digest_of
from peredacha.core.cleaning import CleanFile, Unacceptable
from peredacha.core.language import phrase
from peredacha.core.sealing import subkey, tag
from peredacha.design.wording import said
from peredacha.gateways.binding import count_leaves
from peredacha.gateways.cleaning import clean_file
from peredacha.rooms.binders.models import BinderFile, BinderRow
from peredacha.rooms.binders.services.arriving import Waiting, body_of
from peredacha.rooms.binders.services.changing import change_row
from peredacha.rooms.binders.services.holding import read_holding
from peredacha.rooms.conversations.services import (
    DamagedFile,
    Stored,
    addressees_of,
    author_of,
    pieces_of,
    remove_blobs,
    sealed_blob,
    wish_notices,
)
from peredacha.rooms.matters.services import MatterFile, leave_trace, refresh
from peredacha.rooms.vault.services import Keys, OpenSafe, renewed_if_stale, write_row, write_rows

ONE_AT_A_TIME = Semaphore(1)
"""A photo takes some hundred megabytes while it is cleaned."""
KINDS = frozenset({"image/jpeg", "image/png", "application/pdf"})
FOREIGN = phrase("Only photos and PDF can be put into the binder.")
NOT_WHOLE = phrase("The file did not arrive whole. Send it once more.")


@dataclass(frozen=True)
class Refused:
    """A file that was not taken: its place in the form, from 1, and why, in the language of the page."""

    number: int
    why: str


@dataclass
class TakenIn:
    """What became of one form: so many new pages, so many files that were there already, and those not taken."""

    pages: int = 0
    known: int = 0
    refused: list[Refused] = field(default_factory=list)


@dataclass(frozen=True, repr=False)
class Origin:
    """From whom files came, on which day, and when they were put in."""

    source: str
    received_on: date
    now: datetime


def take_in(
    *, keys: Keys, file: MatterFile, waiting: Iterable[Waiting], source: str, received_on: date, now: datetime
) -> TakenIn:
    """Take the files of one form into the binder, each whole or not at all; those before a stop stay.

    The same file sent twice stands there once; one whose pages were taken away comes back.
    """
    done, origin = TakenIn(), Origin(source, received_on, now)
    for one in waiting:
        try:
            new = accept(keys, file, one, origin)
            done.pages, done.known = done.pages + new, done.known + (not new)
        except Unacceptable as no:
            done.refused.append(Refused(one.number, said(no.said)))
        except Unsent as no:
            done.refused.append(Refused(one.number, no.why))
    if done.pages:
        tell_the_others(keys, file, now)
    return done


class Unsent(Exception):
    """The file did not come; ``why`` is the sentence."""

    def __init__(self, why: str) -> None:
        super().__init__()
        self.why = why


def accept(keys: Keys, file: MatterFile, one: Waiting, origin: Origin) -> int:
    """How many new pages one file gives; 0 when it stands there already. Raises Unacceptable, Unsent, TooLong."""
    if one.stored is None:
        raise Unsent(one.refused)
    try:
        body = body_of(one.stored, file.safe)
    except DamagedFile:
        raise Unacceptable(NOT_WHOLE) from None
    digest = digest_of(body)
    if put_back(keys, file, digest):
        return 0
    with ONE_AT_A_TIME:
        clean = clean_file("", body)
        if clean.kind not in KINDS:
            raise Unacceptable(FOREIGN)
        leaves = count_leaves(clean.body) if clean.kind == "application/pdf" else 1
    told = file_content(clean, digest)
    stored = sealed_blob(file.safe, pieces_of(clean.body), told, origin.now)
    try:
        return write_pages(keys, file, stored, leaves, origin)
    except IntegrityError:
        remove_blobs([stored.blob])
        if not put_back(keys, file, digest):
            raise
        return 0  # the same file came twice at the same moment, and the other one was faster
    except BaseException:
        remove_blobs([stored.blob])
        raise


def file_content(clean: CleanFile, digest: str) -> dict[str, Any]:
    """What the row of a received file says, beside its key."""
    left_out = [said(one) for one in clean.warnings]
    told = {"name": "", "size": len(clean.body), "kind": clean.kind, "left_out": left_out, "original": False}
    return {**told, "file": str(uuid4()), "digest": digest}


@transaction.atomic
def write_pages(keys: Keys, file: MatterFile, stored: Stored, leaves: int, origin: Origin) -> int:
    """The rows of a file and of its pages, all or none; gives how many pages. Raises IntegrityError."""
    opened = renewed_if_stale(keys, file.safe)
    mark = once_tag(file.safe, stored.content["digest"])
    write_row(BinderFile, opened, stored.content, blob=stored.blob, once_tag=mark)
    shared = {"kind": "page", "file": stored.content["file"], "digest": stored.content["digest"]}
    shared |= {"source": origin.source, "on": origin.received_on.isoformat(), "rotation": 0, "text": None}
    shared |= {"gone": False, "by": asdict(author_of(keys)), "at": origin.now.isoformat()}
    lines = [{**shared, "key": str(uuid4()), "leaf": leaf} for leaf in range(1, leaves + 1)]
    return len(write_rows(BinderRow, opened, lines))


def put_back(keys: Keys, file: MatterFile, digest: str) -> bool:
    """Whether a file with this digest has pages here already; those that were taken away come back."""
    held = read_holding(file)
    away = [one for one in held.away if one.page.digest == digest]
    for one in away:
        change_row(keys=keys, file=file, row=one.row.id, change=lambda content: content.update(gone=False))
    return bool(away) or any(one.page.digest == digest for one in held.pages)


def once_tag(safe: OpenSafe, digest: str) -> bytes:
    """The mark of a received file; from the first data key, so that it outlives renewals."""
    key = subkey(safe.data_keys[min(safe.data_keys)], "binders.once")
    return tag(key, bytes.fromhex(digest))


def tell_the_others(keys: Keys, file: MatterFile, now: datetime) -> None:
    """Whoever else reads the matter hears that there is something new; the trace names who brought it."""
    refresh(keys=keys, file=file, now=now)
    told = addressees_of(file, author=author_of(keys), inner=False, now=now)
    wish_notices(told, now=now)
    leave_trace(keys=keys, file=file, act="file_sent", now=now)

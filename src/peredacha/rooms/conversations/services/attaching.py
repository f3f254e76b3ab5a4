"""Files sent into a talk: cleaned in memory, sealed piece by piece, and only then written to the disk."""

import secrets
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from threading import Semaphore
from typing import Any
from uuid import UUID

from django.db import transaction

from peredacha.core.cleaning import CleanFile
from peredacha.core.sealing import seal_stream, subkey
from peredacha.design.wording import said
from peredacha.gateways.cleaning import clean_file
from peredacha.rooms.conversations.models import Attachment
from peredacha.rooms.conversations.services.blobs import fresh_name, remove_blobs, write_blob
from peredacha.rooms.conversations.services.talking import Draft, author_of, deliver, safe_for, was_sent
from peredacha.rooms.matters.services import MatterFile, leave_trace
from peredacha.rooms.vault.services import Keys, OpenSafe, write_row

ONE_AT_A_TIME = Semaphore(1)
"""A picture takes some hundred megabytes while it is cleaned."""
FILE_KEY_BYTES = 32
PIECE = 64 * 1024


@dataclass(frozen=True, repr=False)
class Incoming:
    """A file as it came; ``keep_original`` stores it uncleaned too, as evidence."""

    name: str
    body: bytes
    keep_original: bool = False


@dataclass(frozen=True)
class Sent:
    """What stands in the talk now: the first file, and whether something was left out of it."""

    file: UUID | None
    """None when the same form had been sent before."""
    left_out: bool


@dataclass(frozen=True, repr=False)
class Stored:
    """An encrypted file on the disk, whose row does not stand yet."""

    blob: str
    content: dict[str, Any]


def send_file(
    *,
    keys: Keys,
    file: MatterFile,
    incoming: Incoming,
    text: str,
    now: datetime,
    inner: bool = False,
    once: str = "",
) -> Sent:
    """Add a message with a file. Raises Unacceptable with the sentence for the sender, TooLong, NotSealedHere.

    When this returns, the file outlives a crash. When it does not, only ciphertext may be left, until the sweep.
    """
    opened = safe_for(file, inner)
    draft = Draft(text, author_of(keys), now, inner, once, sha256(incoming.body).digest())
    if was_sent(file=file, draft=draft):
        return Sent(None, left_out=False)
    with ONE_AT_A_TIME:
        clean = clean_file(incoming.name, incoming.body)
    stored = store(opened, incoming, clean, now)
    try:
        rows = write_rows(keys, file, draft, stored)
    except BaseException:
        remove_blobs(one.blob for one in stored)
        raise
    if not rows:
        remove_blobs(one.blob for one in stored)
    return Sent(rows[0].id if rows else None, left_out=bool(clean.warnings))


def store(opened: OpenSafe, incoming: Incoming, clean: CleanFile, now: datetime) -> list[Stored]:
    """The cleaned file, and the original if it is kept and differs, as ciphertext on the disk."""
    told = {"kind": clean.kind, "left_out": [said(one) for one in clean.warnings], "original": False}
    stored = [stored_body(opened, clean.name, clean.body, told, now)]
    if incoming.keep_original and incoming.body != clean.body:
        told = {"kind": clean.kind, "left_out": [], "original": True}
        stored.append(stored_body(opened, incoming.name, incoming.body, told, now))
    return stored


def stored_body(opened: OpenSafe, name: str, body: bytes, told: dict[str, Any], now: datetime) -> Stored:
    """One body as ciphertext on the disk, with what its row will say."""
    return sealed_blob(opened, pieces_of(body), {"name": name, "size": len(body), **told}, now)


def sealed_blob(opened: OpenSafe, pieces: Iterable[bytes], told: dict[str, Any], now: datetime) -> Stored:
    """A body that comes in pieces, sealed with a key of its own that stands in its row alone.

    So who once had a data key of the safe, and the disk, opens nothing after the row was sealed anew.
    """
    blob, key = fresh_name(), secrets.token_bytes(FILE_KEY_BYTES)
    place = context_of(blob, opened.id, opened.epoch)
    write_blob(blob, seal_stream(subkey(key, f"blob {blob}"), pieces, place), now)
    return Stored(blob, {**told, "key": b64encode(key).decode(), "epoch": opened.epoch})


def context_of(blob: str, safe: UUID, epoch: int) -> bytes:
    """What an encrypted file is bound to: its name, the safe, and the epoch in which it was sealed."""
    return b"conversations.blob" + bytes.fromhex(blob) + safe.bytes + epoch.to_bytes(4, "big")


def pieces_of(body: bytes) -> Iterator[bytes]:
    """The body in pieces, so that it is not copied as a whole once more."""
    view = memoryview(body)
    for start in range(0, len(body), PIECE):
        yield bytes(view[start : start + PIECE])


@transaction.atomic
def write_rows(keys: Keys, file: MatterFile, draft: Draft, stored: list[Stored]) -> list[Attachment]:
    """The message and the rows of its files in one step; none when the same form was faster elsewhere."""
    message, is_new = deliver(keys=keys, file=file, draft=draft)
    if not is_new:
        return []
    opened = safe_for(file, draft.inner)
    told = {"message": str(message.id)}
    rows = [write_row(Attachment, opened, {**told, **one.content}, blob=one.blob) for one in stored]
    leave_trace(keys=keys, file=file, act="file_sent", now=draft.now)
    return rows

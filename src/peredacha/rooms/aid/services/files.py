"""Certificates, receipts, answers, contracts and acts: cleaned, sealed, kept beside the offer."""

from collections.abc import Iterable
from datetime import datetime
from threading import Semaphore
from typing import Any
from uuid import UUID

from django.db import transaction

from peredacha.design.wording import said
from peredacha.gateways.cleaning import clean_file
from peredacha.rooms.aid.models import AidFile
from peredacha.rooms.aid.services.changing import ready
from peredacha.rooms.aid.services.offers import OpenOffer
from peredacha.rooms.conversations.services import (
    OpenAttachment,
    Stored,
    pieces_of,
    remove_blobs,
    sealed_blob,
    whole,
)
from peredacha.rooms.vault.services import Keys, write_row

ONE_AT_A_TIME = Semaphore(1)
"""A picture takes some hundred megabytes while it is cleaned."""


def keep_file(*, keys: Keys, opened: OpenOffer, body: bytes, what: str, words: str, now: datetime) -> None:
    """Keep a cleaned file; ``what`` it is, ``words`` for the list. Raises Unacceptable, TooLong."""
    with ONE_AT_A_TIME:
        clean = clean_file("", body)
    told: dict[str, Any] = {"name": "", "size": len(clean.body), "kind": clean.kind, "original": False}
    told |= {"left_out": [said(one) for one in clean.warnings], "what": what, "words": words}
    stored = sealed_blob(opened.safe, pieces_of(clean.body), told, now)
    try:
        keep_row(keys, opened, stored)
    except BaseException:
        remove_blobs([stored.blob])
        raise


@transaction.atomic
def keep_row(keys: Keys, opened: OpenOffer, stored: Stored) -> None:
    """The row of a file whose ciphertext is on the disk."""
    write_row(AidFile, ready(keys, opened), stored.content, blob=stored.blob)


def find_file(opened: OpenOffer, file: UUID) -> OpenAttachment | None:
    """A file of this offer by its id."""
    return next((one for one in opened.files if one.id == file), None)


def body_of(one: OpenAttachment) -> Iterable[bytes]:
    """The bytes of a file, checked to the end before the first leaves. Raises DamagedFile."""
    return whole(one)

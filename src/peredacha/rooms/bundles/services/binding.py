"""One PDF of chosen pages: arranged by core, bound in a process of its own, kept sealed until it is taken along."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import sha256
from threading import Semaphore
from typing import Any
from uuid import uuid4

from django.db import transaction

from peredacha.core.binder import (
    RUSSIAN,
    Bundle,
    Fault,
    Front,
    Section,
    Sheet,
    Table,
    Unbindable,
    biography,
    chosen,
    faults,
    front,
    sheets,
)
from peredacha.design.wording import said
from peredacha.gateways.binding import bind
from peredacha.rooms.binders.services import Holding, body_with, change_row, held_back
from peredacha.rooms.bundles.models import BundleFile, BundleRow
from peredacha.rooms.bundles.services.packing import Packing, Shelf
from peredacha.rooms.conversations.services import (
    OpenAttachment,
    Stored,
    pieces_of,
    remove_blobs,
    sealed_blob,
    whole,
)
from peredacha.rooms.matters.services import MatterFile, leave_trace
from peredacha.rooms.vault.services import Keys, read_row, renewed_if_stale, rewrite_row, write_row

ONE_AT_A_TIME = Semaphore(1)
ABOUT, TOLD = "О человеке", "Сведения"
"""Words of the paper, in the language of the court as those of ``core.binder.words``."""


class KeptBack(Exception):
    """An undertaking of secrecy covers some of the pages: they may not leave the house."""


@dataclass(frozen=True, repr=False)
class Arranged:
    """What a bundle or a packet will hold as it stands now."""

    bundle: Bundle
    front: Front
    sheets: tuple[Sheet, ...]

    @property
    def digest(self) -> str:
        """What names exactly this PDF [64 hex letters]."""
        told = [asdict(self.front), [asdict(sheet) for sheet in self.sheets]]
        return sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True)
class Damage:
    """Pages that are not in the PDF: their stamped numbers, and why, in the language of whoever let it be made."""

    numbers: tuple[int, ...]
    why: str


@dataclass(frozen=True, repr=False)
class Made:
    """The PDF of a bundle as it was made last."""

    file: OpenAttachment
    damaged: tuple[Damage, ...]
    fresh: bool
    """Whether it holds what the bundle would hold now."""
    pages: tuple[str, ...]
    """The random names of the pages in it."""


def arranged(held: Holding, packing: Packing) -> Arranged:
    """The front and the sheets of a bundle or a packet. Raises Unbindable with the sentence."""
    binder, told = held.binder, packing.content
    if packing.kind == "packet":
        by_section = {one: held.present(told[f"{one.value}_pages"]) for one in Section}
        bundle = biography(binder, told["title"], by_section, under=told["under"])
        page = front(bundle, binder, sources=told["sources"])
        page = replace(page, tables=(*filter(None, [about(told)]), *page.tables))
    else:
        bundle = chosen(binder, told["title"], held.present(told["pages"]), under=told["under"])
        page = front(
            bundle,
            binder,
            chronology=told["chronology"],
            contradictions=told["contradictions"],
            sources=told["sources"],
        )
    return Arranged(bundle, page, sheets(bundle, binder))


def about(told: Mapping[str, Any]) -> Table | None:
    """What the sections of a packet say in words; None where nothing is said."""
    rows = tuple((RUSSIAN.sections[one.value], told[one.value]) for one in Section if told[one.value])
    return Table(ABOUT, (RUSSIAN.section, TOLD), (3, 8), rows) if rows else None


def flaws(held: Holding, packing: Packing) -> tuple[Fault, ...]:
    """What must be mended before a court sees a bundle: events, documents and contradictions that it would show."""
    told = packing.content
    shown = {"exhibit"} if packing.kind == "bundle" else set()
    shown |= {
        kind
        for kind, name in (("event", "chronology"), ("contradiction", "contradictions"))
        if told.get(name)
    }
    kinds = {str(one.id): one.kind for one in held.things}
    return tuple(one for one in faults(held.binder) if kinds.get(one.id) in shown)


def made_of(held: Holding, shelf: Shelf, packing: Packing) -> Made | None:
    """The PDF as it was made last; None while there is none, or its row is gone or damaged."""
    told = packing.content.get("made")
    if not told or told["file"] not in shelf.pdfs:
        return None
    try:
        fresh = arranged(held, packing).digest == told["digest"]
    except Unbindable:
        fresh = False
    pdf = shelf.pdfs[told["file"]]
    damaged = tuple(Damage(tuple(numbers), why) for why, numbers in pdf.told["damaged"].items())
    return Made(pdf, damaged, fresh, tuple(pdf.told["pages"]))


def secret_among(file: MatterFile, held: Holding, pages: Iterable[str], *, now: datetime) -> tuple[int, ...]:
    """The numbers in the binder of those of these pages that may not leave the house; 0 for one that is gone."""
    secret = held_back(file, held, now=now)
    return tuple(sorted({(*held.numbered([page]), 0)[0] for page in pages if page in secret}))


def make(*, keys: Keys, file: MatterFile, held: Holding, packing: Packing, now: datetime) -> None:
    """Bind the PDF and keep it sealed. Raises KeptBack, Unbindable, NotBound."""
    plan = arranged(held, packing)
    if secret_among(file, held, plan.bundle.pages, now=now):
        raise KeptBack
    with ONE_AT_A_TIME:
        bound = bind(plan.front, plan.sheets, lambda digest: body_with(held, digest))
    damaged: dict[str, list[int]] = {}
    for one in bound.damaged:
        damaged.setdefault(said(one.said), []).append(one.number)
    name, size = str(uuid4()), len(bound.pdf)
    told = {"name": "", "size": size, "kind": "application/pdf", "left_out": [], "original": False}
    told |= {"file": name, "pages": list(plan.bundle.pages), "damaged": damaged}
    stored = sealed_blob(file.safe, pieces_of(bound.pdf), told, now)
    made = {"file": name, "digest": plan.digest}
    try:
        keep(keys, file, packing, stored, made)
    except BaseException:
        remove_blobs([stored.blob])
        raise


@transaction.atomic
def keep(keys: Keys, file: MatterFile, packing: Packing, stored: Stored, made: dict[str, Any]) -> None:
    """The row of a PDF in the place of the one before it, whose bytes go."""
    opened = renewed_if_stale(keys, file.safe)
    before: list[Any] = []

    def change(content: dict[str, Any]) -> None:
        before.append(content.get("made"))
        content["made"] = made

    change_row(keys=keys, file=file, row=packing.row.id, change=change, table=BundleRow)
    old = next((one for one in before if one), None)
    row = row_of(file, old["file"]) if old else None
    if row is None:
        write_row(BundleFile, opened, stored.content, blob=stored.blob)
        return
    gone, row.blob = row.blob, stored.blob
    row.save(update_fields=["blob"])
    rewrite_row(row, opened, stored.content)
    transaction.on_commit(lambda: remove_blobs([gone]))


def row_of(file: MatterFile, name: str) -> BundleFile | None:
    """The row of the file with this name inside the seal."""
    rows = BundleFile.objects.select_for_update().filter(safe=file.safe.id)
    reads = ((row, read_row(row, file.safe).content) for row in rows)
    return next((row for row, content in reads if content and content.get("file") == name), None)


def taken_along(*, keys: Keys, file: MatterFile, held: Holding, made: Made, now: datetime) -> Iterator[bytes]:
    """The bytes of the PDF, checked to their end; the trace says that it left. Raises KeptBack, DamagedFile."""
    if secret_among(file, held, made.pages, now=now):
        raise KeptBack
    pieces = whole(made.file)
    leave_trace(keys=keys, file=file, act="file_read", now=now)
    return pieces

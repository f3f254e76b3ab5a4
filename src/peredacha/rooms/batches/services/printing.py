"""Slips of a whole batch, printed at once by a process of its own; those of many boxes beside the request."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from peredacha.core.slips import BatchSheet, Box, Labels, PickSheet, Sheet
from peredacha.design.wording import language
from peredacha.gateways.slips import NotPrinted, print_slips
from peredacha.rooms.batches.services.keeping import keep_papers, with_place
from peredacha.rooms.batches.services.later import later
from peredacha.rooms.batches.services.rows import OpenBatch, mark_papers
from peredacha.rooms.boxes.services import (
    Printing,
    Shape,
    contents_sheet,
    house_code,
    label_of,
    rows_of,
    shape_at,
    takes_of,
)
from peredacha.rooms.parcels.models import Contents
from peredacha.rooms.parcels.services import ParcelFile, open_parcel
from peredacha.rooms.vault.services import Keys, renewed_if_stale

FEW = 20
"""The papers of so many boxes are made while their page is asked for; of more, beside the request."""
MANY = ("picks", "boxes", "labels", "contents")
"""The slips of a batch."""


@dataclass(frozen=True, repr=False)
class PaperJob:
    """One kind of paper of a batch, how it is printed, and the ways back: to the batch, and to each parcel."""

    kind: str
    printing: Printing
    path: str
    ways: Mapping[UUID, str]


def box_of(number: int, parcel: ParcelFile, printing: Printing, path: str) -> Box:
    """What one box gets."""
    contents = parcel.contents or Contents()
    return Box(number, rows_of(contents.lines), contents.tare, house_code(parcel.id, printing, path))


def packed_in(keys: Keys, batch: OpenBatch, *, now: datetime) -> list[ParcelFile]:
    """The parcels of a batch whose boxes were taken, in their order."""
    found = (open_parcel(keys, box.parcel, now=now) for box in batch.taken)
    return [one for one in found if one and one.contents]


def papers_now(keys: Keys, batch: OpenBatch, job: PaperJob, *, now: datetime) -> bytes:
    """One kind of paper of a batch, as one PDF. Raises NotPrinted."""
    parcels, printing = packed_in(keys, batch, now=now), job.printing
    if not parcels:
        raise NotPrinted
    today, code = timezone.localdate(now), house_code(batch.id, printing, job.path)
    sheets: list[Sheet]
    if job.kind == "picks":
        sheets = [PickSheet(takes_of(parcels), code, today, language())]
    elif job.kind == "boxes":
        boxes = tuple(box_of(n, one, printing, job.ways[one.id]) for n, one in enumerate(parcels, 1))
        sheets = [BatchSheet(boxes, code, today, language())]
    elif job.kind == "labels":
        sheets = [Labels(tuple(label_of(one, printing) for one in parcels), printing.size)]
    else:
        sheets = lists_of(parcels, printing, today)
    return print_slips(sheets)


def lists_of(parcels: Sequence[ParcelFile], printing: Printing, today: date) -> list[Sheet]:
    """The list of each parcel in the shape of its own window; each window is looked up once."""
    shapes: dict[str, Shape] = {}
    for one in parcels:
        place = one.errands.recipient.facility
        if place not in shapes:
            shapes[place] = shape_at(place, on=today)
    return [contents_sheet(one, printing, shapes[one.errands.recipient.facility]) for one in parcels]


def begin_papers(*, keys: Keys, batch: OpenBatch, job: PaperJob, now: datetime) -> None:
    """Papers that are made beside this request and lie sealed with the batch once they are ready."""
    with transaction.atomic():
        batch = with_place(keys, replace(batch, safe=renewed_if_stale(keys, batch.safe)), now=now)
        mark_papers(batch.safe, job.kind, "making", now)
        later(lambda: make_papers(keys, batch, job, now))


def make_papers(keys: Keys, batch: OpenBatch, job: PaperJob, now: datetime) -> None:
    """Print and seal them; where it breaks, the page offers to begin again, and an erased batch stays erased."""
    try:
        keep_papers(batch, job.kind, papers_now(keys, batch, job, now=now), now)
    except Exception:  # its words could hold a person
        mark_papers(batch.safe, job.kind, "failed", now)

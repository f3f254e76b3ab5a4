"""Slips of a whole batch, printed at once by a process of its own."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from peredacha.core.slips import BatchSheet, Box, Labels, PickSheet, Sheet
from peredacha.design.wording import language
from peredacha.gateways.slips import NotPrinted, print_slips
from peredacha.rooms.batches.services.rows import OpenBatch
from peredacha.rooms.boxes.services import (
    Printing,
    contents_sheet,
    house_code,
    label_of,
    rows_of,
    takes_of,
)
from peredacha.rooms.parcels.models import Contents
from peredacha.rooms.parcels.services import ParcelFile, open_parcel
from peredacha.rooms.vault.services import Keys

MANY = ("picks", "boxes", "labels", "contents")
"""The slips of a batch."""


def box_of(number: int, parcel: ParcelFile, printing: Printing, path: str) -> Box:
    """What one box gets."""
    contents = parcel.contents or Contents()
    return Box(number, rows_of(contents.lines), contents.tare, house_code(parcel.id, printing, path))


def packed_in(keys: Keys, batch: OpenBatch, *, now: datetime) -> list[ParcelFile]:
    """The parcels of a batch whose boxes were taken, in their order."""
    names = [box.parcel for box in batch.boxes if box.state == "taken"]
    found = (open_parcel(keys, name, now=now) for name in names)
    return [one for one in found if one and one.contents]


def slips_of_batch(
    kind: str,
    batch: OpenBatch,
    parcels: Sequence[ParcelFile],
    printing: Printing,
    *,
    paths: tuple[str, dict[UUID, str]],
    now: datetime,
) -> bytes:
    """One kind of slip of a batch, as one PDF. ``paths``: of the batch, and of each parcel. Raises NotPrinted."""
    today, (path, ways) = timezone.localdate(now), paths
    code = house_code(batch.id, printing, path)
    if not parcels:
        raise NotPrinted
    sheets: list[Sheet]
    if kind == "picks":
        sheets = [PickSheet(takes_of(parcels), code, today, language())]
    elif kind == "boxes":
        boxes = tuple(box_of(n, one, printing, ways[one.id]) for n, one in enumerate(parcels, 1))
        sheets = [BatchSheet(boxes, code, today, language())]
    elif kind == "labels":
        sheets = [Labels(tuple(label_of(one, printing) for one in parcels), printing.size)]
    else:
        sheets = [contents_sheet(one, printing) for one in parcels]
    return print_slips(sheets)

"""A batch opened: how it was begun, its boxes, how good the packing is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from peredacha.rooms.batches.models import Batch, BatchRow, BatchState
from peredacha.rooms.boxes.services import LeftLine
from peredacha.rooms.vault.services import Keys, OpenSafe, open_safe, read_row, rewrite_row, write_row

LONGEST_WORK = timedelta(minutes=10)
"""Work that has not ended after so long was broken off."""


@dataclass(frozen=True, repr=False)
class BoxLine:
    """The proposed box of one parcel; ``state``: open, taken, or gone (packed otherwise or no longer waiting)."""

    row: BatchRow
    parcel: UUID
    number: int
    pieces: Mapping[str, int]
    left_out: tuple[LeftLine, ...]
    grams: int
    tare: int
    short: bool
    """Whether the store was short for it."""
    state: str


@dataclass(frozen=True)
class PaperWork:
    """Papers that are made beside a request: which, since when, and ``state``: making, done or failed."""

    kind: str
    since: datetime
    state: str

    def works(self, now: datetime) -> bool:
        """Whether they are being made now."""
        return self.state == "making" and now - self.since < LONGEST_WORK

    def broke(self, now: datetime) -> bool:
        """Whether they were not made."""
        return self.state == "failed" or (self.state == "making" and not self.works(now))


@dataclass(frozen=True, repr=False)
class OpenBatch:
    """A batch as a packer opens it."""

    row: Batch
    safe: OpenSafe
    boxes: tuple[BoxLine, ...]
    gap: float | None
    """How far from the best it is at most, as a share; None before it is packed."""
    by_hand: bool
    since: datetime
    """When the work that happens now began."""
    note: str
    """What the last work left to say."""
    papers: PaperWork | None = None
    """The last papers that were asked for."""
    printed: OpenSafe | None = None
    """Where papers that are ready lie; None before the first, and after somebody in them erased everything."""

    @property
    def id(self) -> UUID:
        """The random name."""
        return self.row.id

    @property
    def open_boxes(self) -> tuple[BoxLine, ...]:
        """The boxes that nobody took yet."""
        return tuple(one for one in self.boxes if one.state == "open")

    @property
    def taken(self) -> tuple[BoxLine, ...]:
        """The boxes that were taken from the store, in their order."""
        return tuple(one for one in self.boxes if one.state == "taken")

    def works(self, now: datetime) -> bool:
        """Whether something still happens with it."""
        busy = self.row.state in (BatchState.PACKING, BatchState.TAKING)
        return busy and now - self.since < LONGEST_WORK

    def broke(self, now: datetime) -> bool:
        """Whether it was not packed; taking that was broken off leaves its boxes as they stand."""
        failed = self.row.state == BatchState.FAILED
        return failed or (self.row.state == BatchState.PACKING and not self.works(now))


def open_batch(keys: Keys, row: Batch, *, now: datetime) -> OpenBatch | None:
    """A batch as these keys open it; None when they do not."""
    safe = open_safe(keys, row.safe_id, now=now)
    if safe is None:
        return None
    printed = open_safe(keys, row.papers_safe_id, now=now) if row.papers_safe_id else None
    batch = OpenBatch(row, safe, (), None, False, now, "", printed=printed)
    boxes: list[BoxLine] = []
    for one in BatchRow.objects.filter(safe_id=safe.id):
        content = read_row(one, safe).content or {}
        try:
            if content["kind"] == "box":
                boxes.append(box_in(one, content))
            else:
                batch = folded(batch, content)
        except (KeyError, TypeError, ValueError):
            continue
    return replace(batch, boxes=tuple(sorted(boxes, key=lambda box: box.number)))


def box_in(row: BatchRow, content: Mapping[str, Any]) -> BoxLine:
    """A box as its row says it; raises KeyError, TypeError, ValueError."""
    left = tuple(LeftLine(one[0], int(one[1]), one[2], tuple(one[3])) for one in content["left_out"])
    return BoxLine(
        row=row,
        parcel=UUID(content["parcel"]),
        number=int(content["number"]),
        pieces={str(key): int(number) for key, number in content["pieces"].items()},
        left_out=left,
        grams=int(content["grams"]),
        tare=int(content["tare"]),
        short=bool(content["short"]),
        state=str(content["state"]),
    )


def folded(batch: OpenBatch, content: Mapping[str, Any]) -> OpenBatch:
    """The batch with what one more line says; raises KeyError, TypeError, ValueError."""
    if content["kind"] == "since":
        return replace(batch, since=datetime.fromisoformat(content["at"]))
    if content["kind"] == "packed":
        return replace(batch, gap=float(content["gap"]), by_hand=bool(content["by_hand"]))
    if content["kind"] == "papers":
        work = PaperWork(content["papers"], datetime.fromisoformat(content["at"]), str(content["state"]))
        return replace(batch, papers=work)
    if content["kind"] == "note":
        return replace(batch, note=str(content["text"]))
    raise ValueError


def box_content(box: BoxLine) -> dict[str, Any]:
    """A box as the content of its row."""
    return {
        "kind": "box",
        "parcel": str(box.parcel),
        "number": box.number,
        "pieces": dict(box.pieces),
        "left_out": [[one.name, one.pieces, one.why, list(one.norms)] for one in box.left_out],
        "grams": box.grams,
        "tare": box.tare,
        "short": box.short,
        "state": box.state,
    }


def mark_box(batch: OpenBatch, box: BoxLine, state: str) -> None:
    """Say what became of a box."""
    rewrite_row(box.row, batch.safe, box_content(replace(box, state=state)))


def mark_work(safe: OpenSafe, row: Batch, state: BatchState, now: datetime) -> None:
    """Say that work begins now."""
    write_row(BatchRow, safe, {"kind": "since", "at": now.isoformat()})
    Batch.objects.filter(id=row.id).update(state=state)


def say(safe: OpenSafe, row: Batch, text: str, *, state: BatchState = BatchState.READY) -> None:
    """Say how work ended; an empty text takes back what was said."""
    write_row(BatchRow, safe, {"kind": "note", "text": text})
    Batch.objects.filter(id=row.id).update(state=state)


def mark_papers(safe: OpenSafe, kind: str, state: str, now: datetime) -> None:
    """Say how far these papers are."""
    write_row(BatchRow, safe, {"kind": "papers", "papers": kind, "at": now.isoformat(), "state": state})

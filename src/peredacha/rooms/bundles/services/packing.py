"""Bundles and packets of a matter as their sealed rows tell them; told, changed, taken away and put back."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Literal, TypeAlias, get_args
from uuid import UUID, uuid4

from django.db import transaction

from peredacha.core.binder import Section
from peredacha.rooms.binders.selectors import lock_binder
from peredacha.rooms.binders.services import change_row
from peredacha.rooms.bundles.models import BundleRow
from peredacha.rooms.bundles.selectors import lines_of, pdfs_of
from peredacha.rooms.conversations.services import DamagedFile, OpenAttachment, author_of, open_attachment
from peredacha.rooms.matters.services import MatterFile, leave_trace, refresh
from peredacha.rooms.vault.services import Keys, missing_places, read_rows, renewed_if_stale, write_row

Kind: TypeAlias = Literal["bundle", "packet"]
SECTIONS: Mapping[str, Any] = MappingProxyType(
    {one.value: "" for one in Section} | {f"{one.value}_pages": [] for one in Section}
)
"""What a packet says before its sections are told."""
BUNDLE: Mapping[str, Any] = MappingProxyType({"pages": [], "chronology": False, "contradictions": False})


@dataclass(frozen=True, repr=False)
class Packing:
    """A bundle or a packet, with its row."""

    id: UUID
    """Its random name, inside the seal: it stays when the row is sealed again in another safe."""
    row: BundleRow
    kind: Kind
    content: Mapping[str, Any]

    @property
    def gone(self) -> bool:
        """Whether it was taken away, and can be put back."""
        return bool(self.content["gone"])


@dataclass(frozen=True, repr=False)
class Shelf:
    """All bundles and packets of a matter, also those that were taken away, and the PDF that were made."""

    packings: tuple[Packing, ...]
    pdfs: Mapping[str, OpenAttachment]
    """By their random names inside the seal."""
    damaged: int
    missing: int

    def find(self, packing: UUID, kind: str) -> Packing | None:
        """The bundle or packet with this random name."""
        return next((one for one in self.packings if one.id == packing and one.kind == kind), None)

    def of_kind(self, kind: str) -> tuple[Packing, ...]:
        """Those of a kind that were not taken away, oldest first."""
        return tuple(one for one in self.packings if one.kind == kind and not one.gone)


def read_shelf(file: MatterFile) -> Shelf:
    """All bundles and packets of a matter; what is damaged is counted and breaks nothing else."""
    rows, found, damaged = lines_of(file.safe.id), [], 0
    for read in read_rows(rows, file.safe):
        try:
            found.append(packing_of(read.row, read.content or {}))
        except (KeyError, TypeError, ValueError):
            damaged += 1
    return Shelf(tuple(found), pdfs_by_name(file), damaged, len(missing_places(rows)))


def packing_of(row: BundleRow, content: Mapping[str, Any]) -> Packing:
    """A bundle or a packet as its row says it. Raises KeyError, TypeError, ValueError."""
    if content["kind"] not in get_args(Kind) or not isinstance(content["title"], str):
        raise ValueError
    empty = SECTIONS if content["kind"] == "packet" else BUNDLE
    return Packing(UUID(content["key"]), row, content["kind"], {**empty, "gone": False, **content})


def pdfs_by_name(file: MatterFile) -> dict[str, OpenAttachment]:
    """The PDF whose rows open, by their random names inside the seal."""
    found = {}
    for row in pdfs_of(file.safe.id):
        try:
            one = open_attachment(row, file.safe)
            found[str(one.told["file"])] = one
        except (DamagedFile, KeyError, ValueError, TypeError):
            continue
    return found


@transaction.atomic
def save(
    *,
    keys: Keys,
    file: MatterFile,
    kind: Kind,
    told: Mapping[str, Any],
    now: datetime,
    packing: Packing | None = None,
    once: str = "",
) -> UUID:
    """Keep a bundle or a packet, a new one or in the place of an old one; gives its random name.

    ``told`` holds plain values: words and lists of random names of pages. ``once`` came with the form: the same form
    sent twice gives one. Raises TooLong.
    """
    lock_binder(file.safe.id)
    if packing is None and once:
        packing = next((one for one in read_shelf(file).packings if one.content.get("once") == once), None)
    if packing is not None:
        change(keys=keys, file=file, packing=packing, told=told)
        name = packing.id
    else:
        name = uuid4()
        content = {"kind": kind, "key": str(name), "once": once, "by": asdict(author_of(keys)), **told}
        write_row(BundleRow, renewed_if_stale(keys, file.safe), {**content, "at": now.isoformat()})
    refresh(keys=keys, file=file, now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)
    return name


def change(*, keys: Keys, file: MatterFile, packing: Packing, told: Mapping[str, Any]) -> None:
    """Keep what is told of a bundle or a packet, beside what stands there. Raises TooLong."""

    def update(content: dict[str, Any]) -> None:
        content.update(told)

    change_row(keys=keys, file=file, row=packing.row.id, change=update, table=BundleRow)


def take_away(*, keys: Keys, file: MatterFile, packing: Packing, now: datetime, gone: bool = True) -> None:
    """Take a bundle or a packet away, or put it back; nothing is lost by it."""
    change(keys=keys, file=file, packing=packing, told={"gone": gone})
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)

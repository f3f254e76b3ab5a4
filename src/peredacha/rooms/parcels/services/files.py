"""One parcel, opened: the request, every step, what lies in it, and for whom it is."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from peredacha.core.carried import ELSEWHERE, FAMILY, FOLLOWS, OUT, Chain
from peredacha.rooms.conversations.services import author_of
from peredacha.rooms.errands.selectors import find_errands
from peredacha.rooms.errands.services import (
    OpenErrands,
    errands_of,
    open_errands,
    opened_to_packers,
    with_seat,
)
from peredacha.rooms.matters.services import MatterFile, open_file
from peredacha.rooms.parcels.models import (
    Parcel,
    ParcelRow,
    ParcelStep,
)
from peredacha.rooms.parcels.selectors import find_parcel, parcels_of_matter, rows_of
from peredacha.rooms.vault.models import Safe
from peredacha.rooms.vault.services import Keys, OpenSafe, missing_places, open_safe, read_rows, write_rows


class ChangedMeanwhile(Exception):
    """The step does not follow any more: somebody was faster, or the parcel is erased."""


@dataclass(frozen=True, repr=False, kw_only=True)
class ParcelFile(Chain):
    """A parcel as these keys open it."""

    row: Parcel
    keys: Keys
    safe: OpenSafe
    errands: OpenErrands

    @property
    def id(self) -> UUID:
        """The random name."""
        return self.row.id

    @property
    def may_follow(self) -> tuple[str, ...]:
        """The steps that may follow for whoever opened it; a box is packed with :func:`lay_in` alone."""
        steps = FOLLOWS[self.state]
        if self.waits_for_place:
            steps = (ELSEWHERE, *OUT)
        return tuple(one for one in steps if self.keys.member or one in FAMILY)

    @property
    def waits_for_place(self) -> bool:
        """Whether who packs heard that he is elsewhere, and nobody who reads the matter has said what is true."""
        return bool(self.errands.recipient.heard) and ELSEWHERE in FOLLOWS[self.state]

    def undoable(self, now: datetime) -> ParcelStep | None:
        """The step that whoever opened it can take back."""
        return self.mistake_of(author_of(self.keys), now)


def open_parcel(keys: Keys, parcel: UUID, *, now: datetime) -> ParcelFile | None:
    """A parcel as a packer opens it through the circle, or a reader of its matter; None for everybody else."""
    row = find_parcel(parcel)
    if row is None or (keys.member and keys.member.chapter != row.chapter):
        return None
    found = read_parcel(keys, row, now=now)
    if found:
        return found
    file = open_file(keys, row.matter, now=now)
    return read_parcel(with_seat(keys, file), row, now=now) if file else None


def parcels_of(keys: Keys, file: MatterFile, *, now: datetime) -> list[ParcelFile]:
    """Every parcel of a matter that is open, the newest first."""
    rows = parcels_of_matter(file.matter)
    opened = errands_of(keys, file, now=now) if rows else None
    found = (read_parcel(opened.keys, row, now=now, errands=opened) for row in rows) if opened else ()
    return [one for one in found if one]


def read_parcel(
    keys: Keys, row: Parcel, *, now: datetime, errands: OpenErrands | None = None
) -> ParcelFile | None:
    """What stands in a parcel and in the errands of its matter; None where one of them does not open."""
    safe = open_safe(keys, row.safe_id, now=now)
    found = find_errands(row.matter_id) if safe and errands is None else None
    opened = errands or (open_errands(keys, found, now=now) if found else None)
    if safe is None or opened is None:
        return None
    rows = rows_of(safe.id)
    empty = ParcelFile(row=row, keys=keys, safe=safe, errands=opened, damaged=len(missing_places(rows)))
    return empty.reading(one.content for one in read_rows(rows, safe))


def locked(file: ParcelFile, *, now: datetime) -> ParcelFile:
    """The parcel as it stands now, held until the transaction ends. Raises ChangedMeanwhile where it is gone.

    Its safe and that of the errands are held in one order by everybody: else two would wait for each other for ever.
    """
    safes = [file.safe.id, file.errands.safe.id]
    list(Safe.objects.select_for_update().filter(id__in=safes).order_by("id"))
    row = find_parcel(file.id)
    fresh = read_parcel(file.keys, row, now=now) if row else None
    if fresh is None:
        raise ChangedMeanwhile
    return fresh


def written(file: ParcelFile, *contents: dict[str, Any]) -> ParcelFile:
    """The parcel once these lines stand in it; inside a transaction. Raises TooLong."""
    safe = opened_to_packers(keys=file.keys, opened=file.safe, chapter=file.row.chapter)
    write_rows(ParcelRow, safe, contents)
    return replace(file, safe=safe).reading(contents)


def signed_step(keys: Keys, step: str, now: datetime, *, on: date | str = "", **words: str) -> ParcelStep:
    """A step told now by whoever has these keys; ``words`` as the fields of ParcelStep."""
    day = on.isoformat() if isinstance(on, date) else on
    return ParcelStep(step, day, author_of(keys), now.isoformat(), **words)

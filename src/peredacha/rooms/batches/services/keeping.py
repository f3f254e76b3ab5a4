"""Printed papers of a batch: sealed in a safe of their own, which goes before the batch where somebody leaves."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from peredacha.rooms.batches.models import Batch, BatchPaper
from peredacha.rooms.batches.services.batching import sealed_for
from peredacha.rooms.batches.services.rows import OpenBatch, mark_papers
from peredacha.rooms.conversations.services import (
    DamagedFile,
    files_in,
    open_attachment,
    pieces_of,
    remove_blobs,
    sealed_blob,
    whole,
)
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.parcels.selectors import parcels_of_matter
from peredacha.rooms.vault.models import Safe
from peredacha.rooms.vault.selectors import recoveries_of
from peredacha.rooms.vault.services import (
    Keys,
    erase_safes,
    new_safes,
    open_safe,
    renewed_if_stale,
    write_row,
)


class DamagedPapers(Exception):
    """The file is damaged or gone."""


@transaction.atomic
def with_place(keys: Keys, batch: OpenBatch, *, now: datetime) -> OpenBatch:
    """The batch with the safe in which its papers lie, made where none opens. Raises NoPackers."""
    row = Batch.objects.select_for_update().get(id=batch.id)
    found = open_safe(keys, row.papers_safe_id, now=now) if row.papers_safe_id else None
    if found:
        return replace(batch, row=row, printed=renewed_if_stale(keys, found))
    forget_papers([row])
    readers = [sealed_for(keys), *recoveries_of([row.chapter])]
    fresh = new_safes(giver=keys.holder, pair=keys.pair, readers=[readers])[0]
    row.papers_safe_id = fresh.id
    row.save(update_fields=["papers_safe"])
    return replace(batch, row=row, printed=fresh)


def keep_papers(batch: OpenBatch, kind: str, body: bytes, now: datetime) -> None:
    """Seal the file beside the batch in place of an older one of its kind.

    Raises ObjectDoesNotExist where the place of the papers was erased meanwhile.
    """
    if batch.printed is None:
        raise Safe.DoesNotExist
    told = {"name": kind, "kind": "application/pdf", "size": len(body), "left_out": [], "original": False}
    stored = sealed_blob(batch.printed, pieces_of(body), {**told, "at": now.isoformat()}, now)
    older = [one for one in files_in(batch.printed, BatchPaper) if one.name == kind]
    try:
        with transaction.atomic():
            BatchPaper.objects.filter(id__in=[one.id for one in older]).delete()
            write_row(BatchPaper, batch.printed, stored.content, blob=stored.blob)
            mark_papers(batch.safe, kind, "done", now)
    except BaseException:
        remove_blobs([stored.blob])
        raise
    remove_blobs([one.blob for one in older])


def fetch_papers(batch: OpenBatch, paper: UUID) -> bytes | None:
    """The PDF of papers that are ready; None where there are none of that name. Raises DamagedPapers."""
    if batch.printed is None:
        return None
    row = BatchPaper.objects.filter(safe_id=batch.printed.id, id=paper).first()
    try:
        return b"".join(whole(open_attachment(row, batch.printed))) if row else None
    except DamagedFile:
        raise DamagedPapers from None


def let_go(matter: Matter) -> None:
    """Before a matter is erased: its person may stand on papers of any batch of the chapter, so all of them go.

    None in clear says on which; they are printed again. Needs no key.
    """
    if parcels_of_matter(matter):
        forget_papers(Batch.objects.filter(chapter=matter.chapter))


def erase_due_batches(today: date) -> int:
    """Erase every batch whose day has come, with its papers; gives how many."""
    due = list(Batch.objects.filter(erase_on__lte=today))
    with transaction.atomic():
        forget_papers(due)
        erase_safes([one.safe_id for one in due])
        Batch.objects.filter(id__in=[one.id for one in due]).delete()
    return len(due)


@transaction.atomic
def forget_papers(batches: Iterable[Batch]) -> None:
    """Erase the printed papers of these batches: rows, ciphertext, keys. What is being made now is not kept."""
    safes = [one.papers_safe_id for one in batches if one.papers_safe_id]
    list(Safe.objects.select_for_update().filter(id__in=safes))
    names = list(BatchPaper.objects.filter(safe__in=safes).values_list("blob", flat=True))
    erase_safes(safes)
    remove_blobs(names)

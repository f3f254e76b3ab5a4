"""An import taken back: what it added goes, what it changed becomes exactly what it was."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.rooms.imports.models import ImportBatch
from peredacha.rooms.imports.services.reports import UndoReport
from peredacha.rooms.imports.services.rows import put_back_rows, rows_of_chapter
from peredacha.rooms.imports.services.snapshots import Touched, mark_of, touched_cards


class UndoRefused(Exception):
    """The import cannot be taken back now; its sentence says why and what to do."""


@transaction.atomic
def undo_import(*, batch: int | None = None) -> UndoReport:
    """Bring back exactly the state before the import, the last one where no number is given.

    Undoing twice is an answer, not an error. Raises :class:`UndoRefused` where there is nothing to undo,
    where a later import of the same chapter stands, or where somebody changed a card since.
    """
    found = _the_batch(batch)
    if found.undone_at:
        return UndoReport(batch=found.pk, already=True)
    _refuse_out_of_turn(found)
    touched: Touched = {(table, number): values for table, number, values in found.before}
    now = rows_of_chapter(found.chapter)
    if mark_of(now, touched) != found.after_mark:
        raise UndoRefused(
            _("A card or a fact of this import was changed after it. Import the right table instead.")
        )
    put_back_rows(rows=touched)
    found.undone_at = max(timezone.now(), found.imported_at)
    found.save(update_fields=["undone_at"])
    removed = sum(table == "facility" and values is None for (table, _n), values in touched.items())
    restored = len(touched_cards(now, touched)) - removed
    return UndoReport(batch=found.pk, removed=removed, restored=restored)


def _the_batch(number: int | None) -> ImportBatch:
    batches = ImportBatch.objects.select_for_update().order_by("-pk")
    found = batches.filter(undone_at=None).first() if number is None else batches.filter(pk=number).first()
    if found is None and number is None:
        raise UndoRefused(_("There is no import to undo."))
    if found is None:
        raise UndoRefused(
            _("There is no import number %(n)d. Look at the number that the import printed.") % {"n": number}
        )
    return found


def _refuse_out_of_turn(batch: ImportBatch) -> None:
    later = ImportBatch.objects.filter(chapter=batch.chapter, undone_at=None, pk__gt=batch.pk)
    last = later.order_by("-pk").first()
    if last:
        raise UndoRefused(
            _("Import number %(later)d came after it. Undo that one first.") % {"later": last.pk}
        )

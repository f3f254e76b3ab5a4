"""What may be done in the imports room; each act is one transaction."""

from peredacha.rooms.imports.services.atlas import AtlasErrors, Merged, atlas_text, merge_atlas
from peredacha.rooms.imports.services.importing import import_facilities
from peredacha.rooms.imports.services.loading import load_chapter
from peredacha.rooms.imports.services.reports import Changed, ImportReport, TableReport, UndoReport
from peredacha.rooms.imports.services.undoing import UndoRefused, undo_import

__all__ = [
    "AtlasErrors",
    "Changed",
    "ImportReport",
    "Merged",
    "TableReport",
    "UndoRefused",
    "UndoReport",
    "atlas_text",
    "import_facilities",
    "load_chapter",
    "merge_atlas",
    "undo_import",
]

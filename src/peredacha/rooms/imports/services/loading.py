"""A whole chapter out of its folder: what it says of itself, its cards, its facts."""

from datetime import date
from pathlib import Path

from django.db import transaction

from peredacha.jurisdictions.chapters import read_chapter
from peredacha.rooms.facilities.services import keep_chapter
from peredacha.rooms.imports.services.importing import import_facilities
from peredacha.rooms.imports.services.reports import ImportReport


@transaction.atomic
def load_chapter(*, folder: Path, today: date) -> ImportReport:
    """Load the chapter of that folder; running it twice is the same as once.

    With a wrong row in a table nothing is written, and the report says each one. Raises PackErrors with
    every error of ``chapter.yaml`` and of the courts.
    """
    chapter = read_chapter(folder)
    keep_chapter(chapter=chapter)
    report = import_facilities(
        chapter=chapter.key,
        today=today,
        facilities=_bytes(folder / "facilities.csv"),
        facts=_bytes(folder / "facts.csv"),
    )
    if report.problems:
        transaction.set_rollback(True)
    return report


def _bytes(path: Path) -> bytes | None:
    """The bytes of a table; None where the chapter has none."""
    return path.read_bytes() if path.is_file() else None

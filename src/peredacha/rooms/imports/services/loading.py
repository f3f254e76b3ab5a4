"""A whole chapter out of its folder: what it says of itself, its cards, its facts, its outcomes."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from django.db import transaction

from peredacha.core.language import phrase
from peredacha.core.tables import Problem
from peredacha.jurisdictions.chapters import read_chapter
from peredacha.rooms.facilities.services import keep_chapter
from peredacha.rooms.imports.services.atlas import AtlasErrors, merge_atlas
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
    if not report.problems:
        report = replace(report, problems=_outcomes(_bytes(folder / "outcomes.jsonl"), today))
    if report.problems:
        transaction.set_rollback(True)
    return report


def _outcomes(lines: bytes | None, today: date) -> tuple[Problem, ...]:
    """Take in what happened at the windows, and say what is wrong with the file."""
    try:
        if lines:
            merge_atlas(text=lines.decode(errors="replace"), today=today, own=True)
    except AtlasErrors as wrong:
        return tuple(
            Problem("outcomes", one.number, "", phrase("{says}", says=one.says)) for one in wrong.errors
        )
    return ()


def _bytes(path: Path) -> bytes | None:
    """The bytes of a table; None where the chapter has none."""
    return path.read_bytes() if path.is_file() else None

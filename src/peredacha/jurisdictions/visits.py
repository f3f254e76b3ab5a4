"""What a land says of visits: ``visits.yaml`` read and checked, every mistake with its line."""

from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from peredacha.core.law.visits import VisitFile, VisitLaw
from peredacha.jurisdictions.load import FOLDER, pack
from peredacha.jurisdictions.reading import Document, Files, PackError, PackErrors, missing_languages

NAME = "visits.yaml"


@cache
def visit_law(land_key: str) -> VisitLaw:
    """What the land says of visits; a land need not say anything.

    Raises :class:`peredacha.jurisdictions.reading.PackErrors` with every error.
    """
    land = pack(land_key)
    return read_visit_law(FOLDER / land_key, land.languages, land.acts)


def read_visit_law(folder: Path, languages: tuple[str, ...], acts: Collection[str]) -> VisitLaw:
    """The file in ``folder``; ``acts`` are the names of acts that norms may begin with. Raises PackErrors."""
    path = folder / NAME
    if not path.exists():
        return VisitLaw()
    files = Files(folder)
    found: VisitFile | None
    found, document = files.load(path, VisitFile)
    if found and document:
        files.errors += missing_languages(document, languages)
        files.errors += _mistakes(found, document, acts)
    if files.errors or found is None:
        raise PackErrors(files.errors)
    return VisitLaw(found)


def _mistakes(found: VisitFile, document: Document, acts: Collection[str]) -> Iterator[PackError]:
    """Ids that stand twice, notes of no place or kind, norms of an act that ``land.yaml`` does not name."""
    seen: set[str] = set()
    for index, note in enumerate(found.notes):
        if note.id in seen:
            yield document.error(("notes", index, "id"), f"`{note.id}` stands twice: rename one of them")
        seen.add(note.id)
        for name in ("places", "kinds"):
            if not getattr(note, name):
                yield document.error(("notes", index, name), f"`{name}` is empty: name at least one")
        for norm in note.basis.norms:
            act = norm.partition(" ")[0]
            if act not in acts:
                says = f"`{act}` is not among the `acts` of land.yaml: add it or correct it"
                yield document.error(("notes", index, "basis", "norms"), says)

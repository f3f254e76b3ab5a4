"""What a land's readers look for in letters from inside: ``hints.yaml`` read and checked, every mistake with its line.

The words are only pointed at on the page of who reads; no answer is chosen by them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from peredacha.core.language import Text
from peredacha.core.law.basis import Stated
from peredacha.core.letters import Pointer, PointsAt
from peredacha.jurisdictions.load import FOLDER, pack
from peredacha.jurisdictions.reading import Document, Files, PackError, PackErrors, missing_languages

NAME = "hints.yaml"


@dataclass(frozen=True)
class HintLaw(Stated):
    """One list of words, as :class:`peredacha.core.letters.Pointer`."""

    id: str
    at: PointsAt
    says: Text
    words: tuple[str, ...]


@dataclass(frozen=True)
class Hints(Stated):
    """``hints.yaml`` of a land."""

    hints: tuple[HintLaw, ...] = ()


@cache
def letter_hints(land_key: str) -> tuple[Pointer, ...]:
    """The lists of the land; none for a land that has none.

    Raises :class:`peredacha.jurisdictions.reading.PackErrors` with every error.
    """
    return read_hints(FOLDER / land_key, pack(land_key).languages)


def read_hints(folder: Path, languages: tuple[str, ...]) -> tuple[Pointer, ...]:
    """The lists in ``folder``. Raises PackErrors."""
    path = folder / NAME
    if not path.exists():
        return ()
    files = Files(folder)
    found: Hints | None
    found, document = files.load(path, Hints)
    if found and document:
        files.errors += missing_languages(document, languages)
        files.errors += _strays(found, document)
    if files.errors or found is None:
        raise PackErrors(files.errors)
    return tuple(Pointer(one.id, one.at, one.says, one.words) for one in found.hints)


def _strays(found: Hints, document: Document) -> Iterator[PackError]:
    """Ids that stand twice, lists without a word, words that would stand for anything."""
    seen: set[str] = set()
    for index, one in enumerate(found.hints):
        if one.id in seen:
            yield document.error(("hints", index, "id"), f"`{one.id}` stands twice: rename one of them")
        seen.add(one.id)
        if not one.words:
            yield document.error(("hints", index), f"`{one.id}` has no `words`: add them or take it out")
        for listed in one.words:
            parts = listed.split()
            loose = [part for part in parts if not part.strip("*…№") or "*" in part[:-1]]
            if parts[:1] == ["…"] or parts[-1:] == ["…"] or len(loose) == len(parts) or "*" in loose:
                says = (
                    f"`{listed}` would point at anything: begin and end with a word, a star only at its end"
                )
                yield document.error(("hints", index, "words"), says)

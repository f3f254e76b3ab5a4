"""What a land says of parcels: ``parcels.yaml`` read and checked, every mistake with its line."""

from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from peredacha.core.law.parcels import ParcelBan, ParcelFile, ParcelLaw, ParcelNote
from peredacha.jurisdictions.checking import walk
from peredacha.jurisdictions.load import FOLDER, pack
from peredacha.jurisdictions.reading import Document, Files, PackError, PackErrors, Place, missing_languages

NAME = "parcels.yaml"
PARTS = ("classes", "things", "bans", "notes")


@cache
def parcel_law(land_key: str) -> ParcelLaw:
    """The law of parcels of the land; a land need not say anything.

    Raises :class:`peredacha.jurisdictions.reading.PackErrors` with every error.
    """
    land = pack(land_key)
    return read_parcel_law(FOLDER / land_key, land.languages, land.acts)


def read_parcel_law(folder: Path, languages: tuple[str, ...], acts: Collection[str]) -> ParcelLaw:
    """The file in ``folder``; ``acts`` are the names of acts that norms may begin with. Raises PackErrors."""
    path = folder / NAME
    if not path.exists():
        return ParcelLaw()
    files = Files(folder)
    found: ParcelFile | None
    found, document = files.load(path, ParcelFile)
    if found and document:
        files.errors += missing_languages(document, languages)
        files.errors += _doubles(document)
        files.errors += _strays(found, document)
        files.errors += _lost_acts(document, acts)
    if files.errors or found is None:
        raise PackErrors(files.errors)
    return ParcelLaw(found)


def _doubles(document: Document) -> Iterator[PackError]:
    """Ids that stand twice; a thing may not be called like a class."""
    seen: dict[str, Place] = {}
    for part in PARTS:
        for index, entry in enumerate(document.values.get(part) or ()):
            place: Place = (part, index, "id")
            kind = "goods" if part in ("classes", "things") else part
            if seen.setdefault(f"{kind} {entry['id']}", place) != place:
                yield document.error(place, f"`{entry['id']}` stands twice: rename one of them")


def _strays(found: ParcelFile, document: Document) -> Iterator[PackError]:
    """Things of no class, bans of nothing that is known, and bans that speak of no place."""
    classes = {one.id for one in found.classes}
    known = classes | {one.id for one in found.things}
    for index, thing in enumerate(found.things):
        if thing.class_ not in classes:
            says = f"there is no class `{thing.class_}`: correct its id or add it under `classes`"
            yield document.error(("things", index, "class_"), says)
    for index, ban in enumerate(found.bans):
        if ban.of not in known:
            says = f"there is no class or thing `{ban.of}`: correct its id or add it"
            yield document.error(("bans", index, "of"), says)
    spoken: dict[str, tuple[ParcelBan | ParcelNote, ...]] = {"bans": found.bans, "notes": found.notes}
    for part, entries in spoken.items():
        for index, entry in enumerate(entries):
            if not entry.places:
                yield document.error((part, index, "places"), "`places` is empty: name at least one place")


def _lost_acts(document: Document, acts: Collection[str]) -> Iterator[PackError]:
    """Norms that begin with an act that ``land.yaml`` does not name."""
    for place, value in walk(document.values):
        for norm in _norms(value):
            act = norm.partition(" ")[0]
            if act not in acts:
                says = f"`{act}` is not among the `acts` of land.yaml: add it or correct it"
                yield document.error((*place, "norms"), says)


def _norms(value: Any) -> tuple[str, ...]:
    """The norms of a basis; nothing of another value."""
    return tuple(map(str, value["norms"] or ())) if isinstance(value, dict) and "norms" in value else ()

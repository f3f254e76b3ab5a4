"""Which pages may not leave the house as files, because an undertaking of secrecy covers them. One place decides."""

from datetime import datetime

from peredacha.rooms.binders.services.holding import HeldPage, Holding
from peredacha.rooms.cautions.services import secrecy_of
from peredacha.rooms.conversations.services import DamagedFile, whole
from peredacha.rooms.matters.services import MatterFile


def held_back(file: MatterFile, held: Holding, *, now: datetime) -> frozenset[str]:
    """The random names of pages that may not leave; empty where nothing was signed.

    A page has the names of the documents to which it belongs. Its own day is not known: the day on which it came is
    that of somebody's visit, not of the paper.
    """
    secrecy = secrecy_of(file, now)
    if secrecy is None:
        return frozenset()
    titles = titles_of(held)
    pages = (*held.pages, *held.away)
    return frozenset(str(one.id) for one in pages if secrecy.covers("page", None, name_of(one, titles)))


def titles_of(held: Holding) -> dict[str, list[str]]:
    """By page, the titles of the documents to which it belongs."""
    found: dict[str, list[str]] = {}
    for one in held.of_kind("exhibit"):
        for page in one.content["pages"]:
            found.setdefault(page, []).append(str(one.content["title"]))
    return found


def name_of(page: HeldPage, titles: dict[str, list[str]]) -> str:
    """By what a page is called in an undertaking; empty where nobody named it."""
    return " ".join(titles.get(str(page.id), ()))


def body_with(held: Holding, digest: str) -> bytes:
    """The bytes of a received file by its digest; nothing where it is lost, so that its pages are told as damaged."""
    for one in held.files.values():
        if one.told.get("digest") == digest:
            try:
                return b"".join(whole(one))
            except DamagedFile:
                continue
    return b""

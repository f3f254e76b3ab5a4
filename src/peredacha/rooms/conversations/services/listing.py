"""The files of a thread as its page lists them."""

from dataclasses import dataclass
from uuid import UUID

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _

from peredacha.rooms.conversations.models import Attachment
from peredacha.rooms.vault.services import OpenSafe, missing_places, read_rows

PICTURES = frozenset({"image/jpeg", "image/png"})
"""Kinds that a page may show inside itself."""


@dataclass(frozen=True)
class FileLine:
    """One file as the element of a talk shows it; ``size`` is in words."""

    url: str
    name: str
    size: str
    page_url: str
    is_picture: bool


@dataclass(frozen=True)
class FilesOfThread:
    """The files of a thread by the id of their message; ``lost`` are gone or damaged."""

    lines: dict[str, tuple[FileLine, ...]]
    lost: int


def files_by_message(opened: OpenSafe, matter: UUID | None) -> FilesOfThread:
    """Every file in a safe. ``matter`` is None for the family, whose addresses do not name it."""
    rows = list(Attachment.objects.filter(safe=opened.id))
    lines: dict[str, tuple[FileLine, ...]] = {}
    damaged = 0
    for read in read_rows(rows, opened):
        content = read.content
        if content is None:
            damaged += 1
            continue
        message = content["message"]
        lines[message] = (*lines.get(message, ()), line_of(read.row.id, content, matter))
    return FilesOfThread(lines, damaged + len(missing_places(rows)))


def line_of(attachment: UUID, content: dict[str, object], matter: UUID | None) -> FileLine:
    """One file in words."""
    original = content["original"] is True
    name = str(content["name"])
    return FileLine(
        url=address_of("body", attachment, matter),
        name=_("%(name)s (the original)") % {"name": name} if original else name,
        size=filesizeformat(str(content["size"])),
        page_url=address_of("file", attachment, matter),
        is_picture=content["kind"] in PICTURES and not original,
    )


def address_of(what: str, attachment: UUID, matter: UUID | None) -> str:
    """Where a file ("body") or its page ("file") is; the family's addresses name no matter."""
    if matter is None:
        return reverse(f"conversations:family_{what}", args=[attachment])
    return reverse(f"conversations:{what}", args=[matter, attachment])

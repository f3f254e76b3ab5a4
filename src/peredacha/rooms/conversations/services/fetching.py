"""Files taken out of a talk: the whole stream is checked before the first byte leaves."""

import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any
from uuid import UUID

from peredacha.core.cleaning.names import ENDINGS
from peredacha.core.sealing import NotSealedHere, open_stream, subkey
from peredacha.rooms.conversations.models import Attachment, BlobRow
from peredacha.rooms.conversations.services.attaching import context_of
from peredacha.rooms.conversations.services.blobs import NoSuchBlob, read_blob
from peredacha.rooms.conversations.services.listing import PICTURES
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.services import OpenSafe, read_row

TYPED_ENDING = re.compile(
    r"\.(jpe?g|png|gif|webp|pdf|og[ga]|opus|mp[34]|m4a|aac|wav|webm|txt)", re.IGNORECASE
)


class DamagedFile(Exception):
    """The row of this file or its encrypted bytes are damaged, cut short, or those of another file."""


@dataclass(frozen=True, repr=False)
class OpenAttachment:
    """One file that these keys open; its bytes are still sealed."""

    id: UUID
    name: str
    kind: str
    """The MIME type as found in the content; an original is only bytes."""
    size: int
    original: bool
    left_out: tuple[str, ...]
    """What cleaning left out, in the sender's language."""
    blob: str
    key: bytes
    context: bytes
    told: Mapping[str, Any] = field(default_factory=dict)
    """The row as it says itself."""

    @property
    def message(self) -> str:
        """Random id of the message with which it was sent."""
        return str(self.told["message"])

    @property
    def is_picture(self) -> bool:
        """Whether a page may show it inside itself."""
        return self.kind in PICTURES

    @property
    def download_name(self) -> str:
        """A name for the reader's device that tells nothing of what was sent."""
        if not self.original:
            return f"file{ENDINGS[self.kind]}"
        ending = PurePath(self.name).suffix
        return f"original{ending.lower() if TYPED_ENDING.fullmatch(ending) else '.bin'}"


def find_attachment(file: MatterFile, attachment: UUID) -> OpenAttachment | None:
    """A file of this matter by its id; None where there is none for these keys. Raises DamagedFile."""
    safes = {one.id: one for one in (file.safe, file.inner) if one}
    row = Attachment.objects.filter(id=attachment, safe__in=list(safes)).first()
    return open_attachment(row, safes[row.safe_id]) if row else None


def files_in(opened: OpenSafe, table: type[BlobRow] = Attachment) -> Iterator[OpenAttachment]:
    """Every file of a safe in the order of sending, also one whose bytes are damaged, but for damaged rows.

    ``table``: that of the talk, or one of a higher room.
    """
    for row in table._default_manager.filter(safe_id=opened.id):
        with suppress(DamagedFile):
            yield open_attachment(row, opened)


def open_attachment(row: BlobRow, opened: OpenSafe) -> OpenAttachment:
    """What a row says of its file. Raises DamagedFile."""
    content = read_row(row, opened).content
    if content is None or not re.fullmatch("[0-9a-f]{32}", row.blob):
        raise DamagedFile
    original = content["original"] is True
    return OpenAttachment(
        id=row.id,
        name=content["name"],
        kind="application/octet-stream" if original else content["kind"],
        size=content["size"],
        original=original,
        left_out=tuple(content["left_out"]),
        blob=row.blob,
        key=b64decode(content["key"]),
        context=context_of(row.blob, row.safe_id, content["epoch"]),
        told=content,
    )


def stands_inside(file: MatterFile, attachment: UUID) -> bool:
    """Whether a file was sent among the helpers, where the family does not read; also told of a damaged one."""
    return Attachment.objects.filter(id=attachment, safe=file.matter.inner_safe_id).exists()


def whole(one: OpenAttachment) -> Iterator[bytes]:
    """The bytes of a file in order; raises DamagedFile at once, before the first of them, if anything is wrong.

    The ciphertext is read twice: first to its end to check it, then to give it out.
    """
    if sum(len(chunk) for chunk in chunks_of(one)) != one.size:
        raise DamagedFile
    return chunks_of(one)


def is_whole(one: OpenAttachment) -> bool:
    """Whether the bytes of a file open to the last one."""
    with suppress(DamagedFile):
        whole(one)
        return True
    return False


def chunks_of(one: OpenAttachment) -> Iterator[bytes]:
    """The bytes of a file as they are opened; raises DamagedFile where they do not open."""
    try:
        yield from open_stream(subkey(one.key, f"blob {one.blob}"), read_blob(one.blob), one.context)
    except (NotSealedHere, NoSuchBlob) as error:
        raise DamagedFile from error

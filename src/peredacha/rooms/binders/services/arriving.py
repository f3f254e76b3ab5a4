"""Photos and PDF on their way in: several in one form, of which memory never holds two.

Each is sealed as it ends to a file without a row, and opened again once the whole form has come and was proved to be
the reader's own. What is left of it when everything breaks is ciphertext that the daily sweep takes away.
"""

from base64 import b64decode
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import SkipFile, StopUpload
from django.http import HttpRequest
from django.utils import timezone

from peredacha.core.cleaning import LIMITS
from peredacha.rooms.conversations.services import (
    LARGE,
    MemoryUpload,
    OpenAttachment,
    Stored,
    context_of,
    pieces_of,
    remove_blobs,
    sealed_blob,
    too_large,
    whole,
)
from peredacha.rooms.vault.services import OpenSafe

MOST_FILES = 50
"""So many files are taken of one form."""
MOST_BYTES = 600 * LARGE
"""A form that announces more [bytes] is not read at all."""
FIELD = "file"


@dataclass(frozen=True, repr=False)
class Waiting:
    """A file that came, sealed aside; ``refused`` is the sentence where it was not taken. ``number``: its place."""

    number: int
    stored: Stored | None = None
    refused: str = ""


class ManyUploads(MemoryUpload):
    """The handler of several files in the field ``file``; ``came`` holds them in the order of the form."""

    most = MOST_BYTES

    def __init__(self, request: HttpRequest, safe: OpenSafe, **more: Any) -> None:
        """``safe``: whose data keys name what is sealed aside; each file has a key of its own in memory alone."""
        super().__init__(request, **more)
        self.safe = safe
        self.came: list[Waiting] = []
        self.left_over = 0
        """How many files were more than one form may bring."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file, up to so many."""
        super(MemoryUpload, self).new_file(*args, **kwargs)
        if self.said:
            raise StopUpload(connection_reset=self.length > self.most)
        if self.field_name != FIELD:
            raise SkipFile
        if len(self.came) >= MOST_FILES:
            self.left_over += 1
            raise SkipFile
        self.body = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep what came; a file that is too large costs only itself."""
        if start + len(raw_data) > LIMITS.file_bytes:
            self.body = None
            self.came.append(Waiting(len(self.came) + 1, refused=too_large()))
            raise SkipFile
        return super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> "UploadedFile[Any] | None":
        """Seal the file aside and free the memory; the form itself gets nothing."""
        if self.body is not None:
            told = {"size": file_size}
            aside = sealed_blob(self.safe, pieces_of(self.body.getvalue()), told, timezone.now())
            self.came.append(Waiting(len(self.came) + 1, aside))
        self.body = None
        return None

    def upload_complete(self) -> None:
        """Everything has come: another sender gets the place."""
        super().upload_complete()
        if self.place:
            self.places.give_back(self.place)

    def close(self) -> None:
        """Free the place and the memory, and take away what was sealed aside."""
        super().close()
        remove_blobs(one.stored.blob for one in self.came if one.stored)


def body_of(stored: Stored, safe: OpenSafe) -> bytes:
    """A file that was sealed aside, as it came. Raises DamagedFile."""
    told = stored.content
    one = OpenAttachment(
        id=uuid4(),
        name="",
        kind="",
        size=told["size"],
        original=True,
        left_out=(),
        blob=stored.blob,
        key=b64decode(told["key"]),
        context=context_of(stored.blob, safe.id, told["epoch"]),
    )
    return b"".join(whole(one))

"""Files on their way in: kept in memory alone, few large ones at a time, given up when nothing comes any more."""

import time
from collections.abc import Callable
from io import BytesIO
from threading import Condition
from typing import Any, NoReturn
from uuid import UUID, uuid4

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.http import HttpRequest
from django.utils.translation import gettext as _

from peredacha.core.cleaning import LIMITS

LIMIT = LIMITS.file_bytes
LARGE = 1024 * 1024
"""A body of more than this [bytes] needs a place."""
STILL_READ = 2 * LIMIT
"""Up to this [bytes] the rest of a body is read and dropped, so that the browser shows our answer."""
PATIENCE = 30.0
"""After so long [seconds] without a byte another sender gets the place."""
LONGEST = 1800.0
"""A file that takes longer [seconds] is given up."""
WAITS = 10.0
"""So long [seconds] a large file waits for a place."""
FIELD = "file"


class Places:
    """A few places for large files in one process; a place is lost when its file stops coming."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        """``most``: how many at a time; ``clock``: seconds that only go forward."""
        self.most, self.clock = most, clock
        self.taken: dict[UUID, float] = {}
        self.changed = Condition()

    def take(self, waits: float = WAITS) -> UUID | None:
        """A place, or None when none got free within ``waits`` [seconds]."""
        with self.changed:
            if not self.changed.wait_for(self._has_room, timeout=waits):
                return None
            place = uuid4()
            self.taken[place] = self.clock()
            return place

    def keep(self, place: UUID) -> bool:
        """Bytes came: the place is kept. False when it was lost before."""
        with self.changed:
            if place in self.taken:
                self.taken[place] = self.clock()
            return place in self.taken

    def give_back(self, place: UUID) -> None:
        """The place is free again."""
        with self.changed:
            self.taken.pop(place, None)
            self.changed.notify()

    def _has_room(self) -> bool:
        silent = [one for one, at in self.taken.items() if self.clock() - at > PATIENCE]
        if len(self.taken) >= self.most:
            for one in silent:
                del self.taken[one]
        return len(self.taken) < self.most


PLACES = Places(2)


class RefuseFiles(FileUploadHandler):
    """The handler of every page that expects no file: what comes is dropped, neither memory nor disk sees it."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Skip the file."""
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Never called."""
        return None

    def file_complete(self, file_size: int) -> "UploadedFile[Any] | None":
        """Nothing was kept."""
        return None


class MemoryUpload(FileUploadHandler):
    """One file in the field ``file``, kept in memory; ``said`` is the sentence when it was not taken."""

    most = STILL_READ
    """A longer body is not read at all [bytes]."""

    def __init__(
        self,
        request: HttpRequest | None = None,
        places: Places = PLACES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Made by the page that expects the file, for one request; call :meth:`close` when it is stored."""
        super().__init__(request)
        self.places, self.clock = places, clock
        self.began = clock()
        self.place: UUID | None = None
        self.length = 0
        self.body: BytesIO | None = None
        self.said = ""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, str],
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> None:
        """How much is announced: a large body needs a place, one that is far too large is not read at all."""
        self.length = content_length
        if content_length > self.most:
            self.said = too_large()
        elif content_length > LARGE:
            self.place = self.places.take()
            self.said = "" if self.place else too_many()

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Take the first file of the field; any other is skipped."""
        super().new_file(*args, **kwargs)
        if self.said:
            raise StopUpload(connection_reset=self.length > self.most)
        if self.field_name != FIELD or self.body is not None:
            raise SkipFile
        self.body = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep what came, as long as it is not too much and not too slow."""
        if self.body is None:
            return None
        if start + len(raw_data) > LIMIT:
            self._give_up(too_large())
        if self.clock() - self.began > LONGEST or (self.place and not self.places.keep(self.place)):
            self._give_up(too_slow())
        self.body.write(raw_data)
        return None

    def file_complete(self, file_size: int) -> "UploadedFile[Any] | None":
        """The file as it came."""
        if self.body is None:
            return None
        self.body.seek(0)
        return InMemoryUploadedFile(
            self.body, self.field_name, self.file_name, self.content_type, file_size, self.charset
        )

    def close(self) -> None:
        """Free the place and the memory."""
        self.body = None
        if self.place:
            self.places.give_back(self.place)

    def _give_up(self, sentence: str) -> NoReturn:
        self.said, self.body = sentence, None
        raise StopUpload(connection_reset=False)


def too_large() -> str:
    """The sentence for a file above the limit."""
    return _("The file is larger than %(n)s MB. Send it in parts or smaller.") % {"n": LIMIT // LARGE}


def too_many() -> str:
    """The sentence when every place is taken."""
    return _("Two large files are arriving just now. Choose your file again in a minute.")


def too_slow() -> str:
    """The sentence for a file that stopped coming."""
    return _("The file did not arrive: the connection was too slow. Send it smaller, or from another place.")

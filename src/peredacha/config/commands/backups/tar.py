"""A tar as a stream of chunks, in and out; never a file in clear."""

import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

BLOCK = tarfile.BLOCKSIZE
FOREIGN = "not a tar of regular files"


@dataclass(frozen=True)
class Part:
    """One file of the tar: its name, its length [bytes], and its bytes in chunks."""

    name: str
    size: int
    chunks: Iterable[bytes]


class Receiver(Protocol):
    """Who takes the parts of a tar."""

    def begin(self, name: str, size: int) -> None:
        """A part begins."""

    def take(self, chunk: bytes) -> None:
        """Some bytes of it."""

    def end(self) -> None:
        """It is whole."""


def packed(parts: Iterable[Part]) -> Iterator[bytes]:
    """The parts as the bytes of a tar; a part that gives another length raises ValueError."""
    for part in parts:
        yield _header(part)
        length = 0
        for chunk in part.chunks:
            length += len(chunk)
            yield chunk
        if length != part.size:
            raise ValueError("a part is not as long as it said")
        yield bytes(-length % BLOCK)
    yield bytes(2 * BLOCK)


def _header(part: Part) -> bytes:
    info = tarfile.TarInfo(part.name)
    info.size, info.mode = part.size, 0o600
    return info.tobuf(tarfile.USTAR_FORMAT)


class Unpacker:
    """Takes the bytes of a tar in any pieces and hands its parts to a receiver.

    Raises ValueError where the bytes are no tar of regular files.
    """

    def __init__(self, receiver: Receiver) -> None:
        self._receiver = receiver
        self._held = bytearray()
        self._inside = False
        self._left = self._padding = 0
        self.ended = False

    def write(self, data: bytes) -> int:
        """Take some bytes; gives how many, as a file does."""
        self._held += data
        while not self.ended and self._step():
            pass
        return len(data)

    def flush(self) -> None:
        """Nothing is held back that could be handed over."""

    def _step(self) -> bool:
        """Hand over what can be; whether something was."""
        if self._inside:
            return self._body()
        if len(self._held) < self._padding + BLOCK:
            return False
        header = self._cut(self._padding + BLOCK)[self._padding :]
        self._padding = 0
        if header == bytes(BLOCK):
            self.ended = True
            return True
        self._begin(header)
        return True

    def _begin(self, header: bytes) -> None:
        try:
            info = tarfile.TarInfo.frombuf(header, "utf-8", "strict")
        except tarfile.HeaderError as error:
            raise ValueError(FOREIGN) from error
        if not info.isreg():
            raise ValueError(FOREIGN)
        self._inside, self._left, self._padding = True, info.size, -info.size % BLOCK
        self._receiver.begin(info.name, info.size)

    def _body(self) -> bool:
        chunk = self._cut(min(self._left, len(self._held)))
        self._left -= len(chunk)
        if chunk:
            self._receiver.take(chunk)
        if not self._left:
            self._inside = False
            self._receiver.end()
        return not self._inside or bool(chunk)

    def _cut(self, size: int) -> bytes:
        data = bytes(self._held[:size])
        del self._held[:size]
        return data

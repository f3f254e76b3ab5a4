"""Many files as one ZIP that leaves piece by piece: neither memory nor disk ever holds it whole."""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


@dataclass(frozen=True, repr=False)
class Part:
    """One file of a ZIP: its name inside, its length [bytes], its bytes in order."""

    name: str
    size: int
    pieces: Iterable[bytes]
    shrinks: bool = False
    """Whether it is text: pictures and papers are small already."""


class Outlet:
    """What a ZIP is written to: it cannot be rewound, and what came is taken away at once."""

    def __init__(self) -> None:
        """Nothing has come yet."""
        self.waiting: list[bytes] = []

    def write(self, data: bytes) -> int:
        """Keep bytes until they are taken; gives how many."""
        self.waiting.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits anywhere else."""

    def close(self) -> None:
        """Nothing is open."""

    def taken(self) -> bytes:
        """What has come since the last time."""
        here, self.waiting = b"".join(self.waiting), []
        return here


def zipped(parts: Iterable[Part]) -> Iterator[bytes]:
    """The bytes of a ZIP with these parts in their order; a part is asked for when the one before it has left.

    No day stands in it. What a part raises breaks the ZIP off, so that a broken one is never taken for whole.
    """
    outlet = Outlet()
    with ZipFile(outlet, "w", ZIP_DEFLATED) as archive:
        for part in parts:
            yield from one_part(archive, outlet, part)
    yield outlet.taken()


def one_part(archive: ZipFile, outlet: Outlet, part: Part) -> Iterator[bytes]:
    """The bytes of one part with its head and its end."""
    # Deflated even without shrinking: a stored file of unknown length is what some telephones cannot open.
    info = ZipInfo(part.name)
    info.compress_type, info.file_size = ZIP_DEFLATED, part.size
    info._compresslevel = zlib.Z_DEFAULT_COMPRESSION if part.shrinks else zlib.Z_NO_COMPRESSION  # type: ignore[attr-defined]
    with archive.open(info, "w") as inside:
        for piece in part.pieces:
            inside.write(piece)
            yield outlet.taken()
    yield outlet.taken()

"""What cleaning gives back, what bounds it, and how it says no."""

from dataclasses import dataclass

from peredacha.core.language import Phrase

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """How much one file may ask of the server."""

    file_bytes: int = 50 * MEGABYTE
    """The whole file as it came [bytes]."""
    text_bytes: int = MEGABYTE
    """A plain text [bytes]."""
    pixels: int = 40_000_000
    """A picture, width × height; checked before it is unpacked."""
    scans: int = 30
    """Passes of one progressive JPEG; each costs as much as a whole picture."""
    pages: int = 1_000
    """Pages of a PDF."""
    page_pixels: int = 100_000_000
    """One picture inside a PDF, width × height."""
    stream_bytes: int = 128 * MEGABYTE
    """One stream of a PDF when unpacked [bytes]."""
    paper_bytes: int = 1024 * MEGABYTE
    """All streams of a PDF together when unpacked [bytes]."""
    parts: int = 1_000_000
    """Objects of a PDF, or boxes, pages and frames of a recording."""


LIMITS = Limits()


@dataclass(frozen=True)
class CleanFile:
    """A file that may be sealed: a safe name, its kind as found in the content, and its clean bytes."""

    name: str
    """Base name with the right ending, at most 80 characters."""
    kind: str
    """The MIME type."""
    body: bytes
    warnings: tuple[Phrase, ...] = ()
    """What was left out that somebody may miss."""


class Unacceptable(Exception):
    """The file is not taken; ``said`` is the sentence for the sender. The exception holds nothing of the file."""

    def __init__(self, said: Phrase) -> None:
        super().__init__(said.message)
        self.said = said


class Damaged(Exception):
    """The bytes break the rules of their format, or end too early. Told to the sender by the cleaner."""

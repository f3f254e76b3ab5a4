"""The parts of a JPEG, and a JPEG with only the parts that make the picture."""

import re
from collections.abc import Iterator

from peredacha.core.cleaning.values import Damaged, Limits

START_OF_SCAN, END_OF_IMAGE, JFIF, EXIF, ADOBE, COMMENT = 0xDA, 0xD9, 0xE0, 0xE1, 0xEE, 0xFE
APPLICATION = range(0xE0, 0xF0)
JFIF_WITHOUT_THUMBNAIL = b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def parts(body: bytes) -> Iterator[tuple[int, bytes]]:
    """Every part as its marker and its content; for a scan, the content holds the coded picture behind it too.

    Ends with the end-of-image marker; what lies behind it is not told. Raises Damaged when there is none.
    """
    at = 2
    while True:
        while body[at : at + 2] == b"\xff\xff":
            at += 1
        if at + 4 > len(body) and body[at : at + 2] != b"\xff\xd9":
            raise Damaged
        if body[at] != 0xFF or body[at + 1] in (0, 1, 0xFF, *range(0xD0, 0xD9)):
            raise Damaged
        marker = body[at + 1]
        if marker == END_OF_IMAGE:
            return
        end = at + 2 + int.from_bytes(body[at + 2 : at + 4], "big")
        if end < at + 4 or end > len(body):
            raise Damaged
        if marker == START_OF_SCAN:
            following = AFTER_SCAN.search(body, end)
            if not following:
                raise Damaged
            end = following.start()
        yield marker, body[at + 4 : end]
        at = end


def stripped(body: bytes, limits: Limits) -> bytes:
    """The same coded picture without EXIF, XMP, IPTC, profiles, comments, thumbnails, or anything behind it."""
    if body[:2] != b"\xff\xd8":
        raise Damaged
    written, scans = [b"\xff\xd8"], 0
    for marker, content in parts(body):
        scans += marker == START_OF_SCAN
        if scans > limits.scans:
            raise Damaged
        kept = _kept(marker, content)
        if kept is None:
            continue
        size = _header_size(kept) if marker == START_OF_SCAN else len(kept) + 2
        written += [bytes((0xFF, marker)), size.to_bytes(2, "big"), kept]
    return b"".join([*written, b"\xff\xd9"])


def _header_size(scan: bytes) -> int:
    """The declared size of a scan's header: a count, two bytes for each colour, three more, and itself."""
    return 2 * scan[0] + 6


def _kept(marker: int, content: bytes) -> bytes | None:
    """What is kept of a part: all of the coding tables, the bare JFIF and Adobe marks, none of the rest."""
    if marker == JFIF and content.startswith(b"JFIF\0"):
        return JFIF_WITHOUT_THUMBNAIL
    if marker == ADOBE and content.startswith(b"Adobe") and len(content) >= 12:
        return content[:12]
    return None if marker in APPLICATION or marker == COMMENT else content

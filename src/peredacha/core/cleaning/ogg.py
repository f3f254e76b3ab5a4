"""Ogg with Opus or Vorbis (RFC 3533, RFC 7845): an empty comment header, fresh page numbers, true checksums."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peredacha.core.cleaning.sentences import SOUND
from peredacha.core.cleaning.values import Damaged, Limits, Unacceptable

PAGE_HEADER = 27
CONTINUED, FIRST, LAST = 1, 2, 4
SERIAL = (1).to_bytes(4, "little")
MIRRORED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))
OPUS, VORBIS = b"OpusHead", b"\x01vorbis"
BARE_COMMENT = {
    OPUS: b"OpusTags" + bytes(8),
    VORBIS: b"\x03vorbis" + bytes(8) + b"\x01",
}
HEADER_PACKETS = {OPUS: 2, VORBIS: 3}
NO_SAMPLES = bytes(8)


@dataclass(frozen=True)
class Page:
    """One page: its flags, its position in samples (8 bytes as they came), its lacing and its content."""

    flags: int
    position: bytes
    lacing: bytes
    content: bytes


def clean_ogg(body: bytes, limits: Limits) -> bytes:
    """The same sound packets, without vendor, comments, pictures or the stream's own number.

    Raises Unacceptable for other codecs or several streams in one file, Damaged when a checksum is wrong.
    """
    pages = _pages(body, limits)
    codec = next((codec for codec in HEADER_PACKETS if pages and pages[0].content.startswith(codec)), None)
    if codec is None:
        raise Unacceptable(SOUND)
    headers, sound = _parted(pages, HEADER_PACKETS[codec])
    packets = [BARE_COMMENT[codec], *headers[2:]]
    renewed = [Page(FIRST, NO_SAMPLES, bytes((len(headers[0]),)), headers[0]), *_paged(packets), *sound]
    return b"".join(_written(page, number) for number, page in enumerate(renewed))


def _pages(body: bytes, limits: Limits) -> list[Page]:
    """Every page of one logical stream, each with a right checksum, from its first page to its last."""
    pages: list[Page] = []
    at, serial = 0, body[14:18]
    while at < len(body):
        header = body[at : at + PAGE_HEADER]
        if len(header) < PAGE_HEADER or header[:5] != b"OggS\0" or len(pages) >= limits.parts:
            raise Damaged
        lacing = body[at + PAGE_HEADER : at + PAGE_HEADER + header[26]]
        begin = at + PAGE_HEADER + header[26]
        end = begin + sum(lacing)
        if end > len(body) or _checksum(body[at : at + 22] + bytes(4) + body[at + 26 : end]) != header[22:26]:
            raise Damaged
        if header[14:18] != serial or bool(header[5] & FIRST) != (not pages):
            raise Unacceptable(SOUND)
        pages.append(Page(header[5], header[6:14], lacing, body[begin:end]))
        at = end
    return pages


def _parted(pages: Sequence[Page], count: int) -> tuple[list[bytes], Sequence[Page]]:
    """The ``count`` header packets, and the pages behind them; the sound must begin on a page of its own."""
    packets: list[bytes] = []
    open_packet = bytearray()
    for number, page in enumerate(pages):
        at = 0
        for lace in page.lacing:
            open_packet += page.content[at : at + lace]
            at += lace
            if lace < 255:
                packets.append(bytes(open_packet))
                open_packet.clear()
        if len(packets) >= count:
            if len(packets) > count or open_packet or len(packets[0]) > 254 or len(pages) == number + 1:
                raise Damaged
            return packets, pages[number + 1 :]
    raise Damaged


def _paged(packets: Sequence[bytes]) -> Iterator[Page]:
    """Header packets laid out on as many pages as they need."""
    lacing = b"".join(b"\xff" * (len(packet) // 255) + bytes((len(packet) % 255,)) for packet in packets)
    content, at = b"".join(packets), 0
    for begin in range(0, len(lacing), 255):
        laced = lacing[begin : begin + 255]
        flags = CONTINUED if begin and lacing[begin - 1] == 255 else 0
        yield Page(flags, NO_SAMPLES, laced, content[at : at + sum(laced)])
        at += sum(laced)


def _written(page: Page, number: int) -> bytes:
    start = b"OggS\0" + bytes((page.flags,)) + page.position + SERIAL + number.to_bytes(4, "little")
    rest = bytes((len(page.lacing),)) + page.lacing + page.content
    return start + _checksum(start + bytes(4) + rest) + rest


def _checksum(page: bytes) -> bytes:
    """The checksum of Ogg, got from zlib's: the same polynomial with mirrored bits and other ends."""
    mirrored = zlib.crc32(page.translate(MIRRORED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return mirrored.to_bytes(4, "big").translate(MIRRORED)

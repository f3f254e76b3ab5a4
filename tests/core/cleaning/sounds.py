"""Recordings as phones and browsers make them, built by hand, with marks wherever tags live."""

import struct

from tests.core.cleaning.samples import MARK, RUSSIAN, jpeg_photo

OPUS, VORBIS = b"OpusHead", b"\x01vorbis"


def id3() -> bytes:
    text = b"\x01" + RUSSIAN.encode("utf-16")
    frames = b"".join(
        name + struct.pack(">IH", len(body), 0) + body
        for name, body in ((b"TPE1", text), (b"COMM", MARK.encode()), (b"APIC", jpeg_photo()))
    )
    return b"ID3\x03\0\0" + bytes(len(frames) >> shift & 127 for shift in (21, 14, 7, 0)) + frames


def mp3_frames(count: int = 5) -> list[bytes]:
    """Frames of 128 kbit/s at 44.1 kHz; the first one is the encoder's, with a seek table."""
    head = b"\xff\xfb\x90\x64"
    frames = [head + bytes([number + 1]) * 413 for number in range(count)]
    table = b"Xing" + struct.pack(">III", 7, count, 417 * count) + bytes(range(100))
    frames[0] = (head + bytes(32) + table + MARK.encode()).ljust(417, b"\0")
    return frames


def mp3() -> bytes:
    ape = b"APETAGEX" + struct.pack("<IIII", 2000, 64, 1, 0) + bytes(8) + MARK.encode()
    return id3() + b"".join(mp3_frames()) + ape + b"TAG" + MARK.encode().ljust(125, b"\0")


def aac_frames() -> list[bytes]:
    length = 7 + 60
    head = bytes((0xFF, 0xF1, 0x50, 0x80 | length >> 11, length >> 3 & 255, (length & 7) << 5 | 31, 0xFC))
    return [head + bytes([number]) * 60 for number in range(5)]


def aac() -> bytes:
    return b"".join(aac_frames()) + b"TAG" + MARK.encode().ljust(125, b"\0")


def slow_checksum(page: bytes) -> int:
    """The checksum of Ogg bit by bit, as RFC 3533 tells it."""
    register = 0
    for byte in page:
        register ^= byte << 24
        for _bit in range(8):
            register = (register << 1 ^ (0x04C11DB7 if register >> 31 else 0)) & 0xFFFFFFFF
    return register


def ogg_page(flags: int, position: int, number: int, lacing: bytes, content: bytes) -> bytes:
    start = b"OggS\0" + struct.pack("<BqII", flags, position, 0xC0FFEE, number)
    rest = bytes([len(lacing)]) + lacing + content
    return start + struct.pack("<I", slow_checksum(start + bytes(4) + rest)) + rest


def ogg(codec: bytes = OPUS, *, cover: int = 0, number_of_streams: int = 1) -> bytes:
    """A voice message with comments; ``cover`` [bytes] makes them longer than one page."""
    told = (f"ARTIST={MARK}".encode(), RUSSIAN.encode() + b"x" * cover)
    said = b"".join(struct.pack("<I", len(one)) + one for one in told)
    vendor = struct.pack("<I", len(MARK)) + MARK.encode()
    tags = (b"OpusTags" if codec == OPUS else b"\x03vorbis") + vendor + struct.pack("<I", len(told)) + said
    packets = [tags] if codec == OPUS else [tags + b"\x01", b"\x05vorbis" + bytes(700)]
    head = codec + (b"\x01\x01" + bytes(9) if codec == OPUS else bytes(22) + b"\x01")
    lacing = b"".join(b"\xff" * (len(one) // 255) + bytes([len(one) % 255]) for one in packets)
    content, pages = b"".join(packets), [ogg_page(2, 0, 0, bytes([len(head)]), head)]
    for begin in range(0, len(lacing), 255):
        laced = lacing[begin : begin + 255]
        pages.append(ogg_page(bool(begin), 0, len(pages), laced, content[: sum(laced)]))
        content = content[sum(laced) :]
    pages.append(ogg_page(0, 960, len(pages), b"\x5a\x50", b"a" * 170))
    pages.append(ogg_page(4, 1920, len(pages), b"\x46", b"b" * 70))
    return b"".join(pages) * number_of_streams


def wav() -> bytes:
    note = MARK.encode().ljust(18, b"\0")
    shape = struct.pack("<HHIIHH", 1, 1, 8000, 16000, 2, 16)
    chunks = (
        (b"LIST", b"INFOIART" + struct.pack("<I", 18) + note),
        (b"bext", RUSSIAN.encode()),
        (b"fmt ", shape),
        (b"data", bytes(range(100))),
        (b"id3 ", id3()),
    )
    inside = b"".join(name + struct.pack("<I", len(one)) + one + bytes(len(one) % 2) for name, one in chunks)
    return b"RIFF" + struct.pack("<I", len(inside) + 4) + b"WAVE" + inside


def box(name: bytes, *inside: bytes) -> bytes:
    content = b"".join(inside)
    return struct.pack(">I", len(content) + 8) + name + content


def mp4(handles: bytes = b"soun", codec: bytes = b"mp4a", sound: bytes = b"s" * 300) -> bytes:
    """A recording of a phone: the time, the place, the program and the title of it stand beside the sound."""
    when, full = struct.pack(">II", 3_900_000_000, 3_900_000_000), bytes(4)
    entry = box(codec, bytes(6), b"\0\x01", bytes(20), box(b"esds", bytes(30)), box(b"name", MARK.encode()))
    table = box(
        b"stbl",
        box(b"stsd", full, struct.pack(">I", 1), entry),
        box(b"stco", full, struct.pack(">II", 1, 36)),
        box(b"uuid", MARK.encode()),
    )
    source = box(
        b"dinf", box(b"dref", full, struct.pack(">I", 1), box(b"url ", b"\0\0\0\x01", MARK.encode()))
    )
    media = box(
        b"mdia",
        box(b"mdhd", full, when, struct.pack(">II", 8000, 800), b"\x15\xc7\0\0"),
        box(b"hdlr", full, bytes(4), handles, bytes(12), MARK.encode() + b"\0"),
        box(b"minf", box(b"smhd", full, bytes(4)), source, table),
    )
    place = box(b"\xa9xyz", MARK.encode())
    tags = box(b"udta", place, box(b"meta", full, RUSSIAN.encode()))
    track = box(b"trak", box(b"tkhd", full, when, bytes(72)), media, tags)
    movie = box(b"moov", box(b"mvhd", full, when, bytes(88)), track, tags)
    extra = box(b"free", MARK.encode()) + box(b"uuid", MARK.encode())
    return box(b"ftyp", b"M4A \0\0\0\0M4A mp42isom") + box(b"mdat", sound) + movie + extra


def element(name: str, *inside: bytes, unknown: bool = False) -> bytes:
    content = b"".join(inside)
    size = b"\x01" + b"\xff" * 7 if unknown else (len(content) | 1 << 28).to_bytes(4, "big")
    return bytes.fromhex(name) + size + content


def webm(track_type: int = 2, codec: bytes = b"A_OPUS", *, live: bool = True) -> bytes:
    """A recording of a browser; a live one does not know the length of its clusters."""
    head = element("1a45dfa3", element("4282", b"webm"))
    about = element(
        "1549a966",
        element("2ad7b1", b"\x0f\x42\x40"),
        element("4461", struct.pack(">q", 700_000_000)),
        element("4d80", MARK.encode()),
        element("5741", MARK.encode()),
        element("7ba9", RUSSIAN.encode()),
    )
    entry = element(
        "ae",
        element("d7", b"\x01"),
        element("83", bytes([track_type])),
        element("86", codec),
        element("536e", MARK.encode()),
        element("e1", element("b5", struct.pack(">d", 48000.0))),
    )
    clusters = [
        element(
            "1f43b675", element("e7", bytes([n])), element("a3", b"\x81\0\0\x80" + b"s" * 99), unknown=live
        )
        for n in range(3)
    ]
    tags = element("1254c367", element("7373", element("67c8", MARK.encode() * 20)))
    inside = (
        about,
        element("1654ae6b", entry),
        clusters[0],
        tags,
        *clusters[1:],
        element("ec", MARK.encode()),
    )
    return head + element("18538067", *inside, unknown=live)


RECORDINGS = {
    "call.mp3": (mp3, "audio/mpeg"),
    "call.aac": (aac, "audio/aac"),
    "call.ogg": (ogg, "audio/ogg"),
    "call.wav": (wav, "audio/wav"),
    "call.m4a": (mp4, "audio/mp4"),
    "call.webm": (webm, "audio/webm"),
}

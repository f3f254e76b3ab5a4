"""MP4 sound: every box that is not needed to play becomes an empty box of the same size, so no offset moves."""

from peredacha.core.cleaning.sentences import SOUND, VIDEO
from peredacha.core.cleaning.values import Damaged, Limits, Unacceptable

HOLDERS = {
    b"moov": {b"mvhd", b"trak", b"mvex"},
    b"trak": {b"tkhd", b"edts", b"mdia"},
    b"edts": {b"elst"},
    b"mdia": {b"mdhd", b"hdlr", b"minf"},
    b"minf": {b"smhd", b"dinf", b"stbl"},
    b"dinf": {b"dref"},
    b"stbl": {b"stsd", b"stts", b"ctts", b"stsc", b"stsz", b"stz2", b"stco", b"co64", b"sgpd", b"sbgp"},
    b"mvex": {b"mehd", b"trex"},
    b"moof": {b"mfhd", b"traf"},
    b"traf": {b"tfhd", b"tfdt", b"trun", b"sgpd", b"sbgp"},
    b"mfra": {b"tfra", b"mfro"},
    b"mp4a": {b"esds", b"wave", b"chan", b"btrt"},
    b"wave": {b"frma", b"esds"},
    b"alac": {b"alac", b"chan", b"btrt"},
    b"Opus": {b"dOps", b"btrt"},
}
TOP = {b"ftyp", b"styp", b"moov", b"moof", b"mdat", b"mfra", b"sidx"}
CODECS = {b"mp4a", b"alac", b"Opus"}
TIMED = {b"mvhd", b"tkhd", b"mdhd"}
SEEN = {b"vide", b"auxv", b"pict"}
NO_LANGUAGE = b"\x55\xc4"
DEEPEST = 8
ONE_OWN_SOURCE = 20  # bytes; behind them stands an address of the sound, when it lies elsewhere


def clean_mp4(body: bytes, limits: Limits) -> bytes:
    """The file with only the boxes of sound; times of recording, names of handlers and languages are blanked.

    Raises Unacceptable when it holds a film, a text or an unknown codec.
    """
    blanked = _Blanking(body, limits)
    blanked.walk(0, len(body), TOP, b"", 0)
    if not blanked.sounds:
        raise Unacceptable(SOUND)
    return bytes(blanked.body)


class _Blanking:
    """One file while its boxes are blanked in place."""

    def __init__(self, body: bytes, limits: Limits) -> None:
        self.body = bytearray(body)
        self.left = limits.parts
        self.sounds = 0

    def walk(self, at: int, end: int, allowed: set[bytes], holder: bytes, depth: int) -> None:
        """Blank what is not allowed between two places, and go into what is."""
        while at < end:
            name, inner, after = self._box(at, end)
            if name not in allowed:
                self.body[at + 4 : at + 8] = b"free"
                self.body[inner:after] = bytes(after - inner)
            elif name in HOLDERS and depth < DEEPEST and not (name == holder == b"alac"):
                self.walk(inner + self._fixed_part(name, inner), after, HOLDERS[name], name, depth + 1)
            else:
                self._leaf(name, inner, after, depth)
            at = after

    def _box(self, at: int, end: int) -> tuple[bytes, int, int]:
        """The name of the box, where its content begins, and where it ends."""
        self.left -= 1
        size, name, inner = (
            int.from_bytes(self.body[at : at + 4], "big"),
            bytes(self.body[at + 4 : at + 8]),
            at + 8,
        )
        if size == 1:
            size, inner = int.from_bytes(self.body[at + 8 : at + 16], "big"), at + 16
        after = end if size == 0 else at + size
        if self.left < 0 or after > end or inner > after:
            raise Damaged
        return name, inner, after

    def _fixed_part(self, name: bytes, inner: int) -> int:
        """How far the fields of a sample entry reach before its own boxes; QuickTime has longer ones."""
        if name not in CODECS:
            return 0
        return 28 + {1: 16, 2: 36}.get(int.from_bytes(self.body[inner + 8 : inner + 10], "big"), 0)

    def _leaf(self, name: bytes, inner: int, after: int, depth: int) -> None:
        wide = 8 if self.body[inner : inner + 1] == b"\x01" else 4
        if name in TIMED:
            self._blank(inner + 4, inner + 4 + 2 * wide, after)
        if name == b"mdhd":
            language = inner + 4 + 3 * wide + 4
            self._blank(language, language + 2, after)
            self.body[language : language + 2] = NO_LANGUAGE
        elif name == b"hdlr":
            self._handler(inner, after)
        elif name == b"dref":
            self._blank(min(inner + ONE_OWN_SOURCE, after), after, after)
        elif name == b"stsd":
            self._codec(inner, after, depth)

    def _handler(self, inner: int, after: int) -> None:
        handles = bytes(self.body[inner + 8 : inner + 12])
        if handles != b"soun":
            raise Unacceptable(VIDEO if handles in SEEN else SOUND)
        self.sounds += 1
        self._blank(inner + 12, after, after)

    def _codec(self, inner: int, after: int, depth: int) -> None:
        if bytes(self.body[inner + 12 : inner + 16]) not in CODECS:
            raise Unacceptable(SOUND)
        self.walk(inner + 8, after, CODECS, b"stsd", depth + 1)

    def _blank(self, begin: int, end: int, last: int) -> None:
        if not begin <= end <= last:
            raise Damaged
        self.body[begin:end] = bytes(end - begin)

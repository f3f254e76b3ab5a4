"""The streams of a PDF: every reachable one is measured when unpacked, and coded pictures lose their metadata."""

import base64
import zlib
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from peredacha.core.cleaning import jpeg
from peredacha.core.cleaning.values import Damaged, Limits

PHOTO, JPEG_2000 = "/DCTDecode", "/JPXDecode"
SHORT = {"/Fl": "/FlateDecode", "/DCT": PHOTO, "/A85": "/ASCII85Decode", "/AHx": "/ASCIIHexDecode"}
PACKED = {"/LZWDecode", "/LZW", "/RunLengthDecode", "/RL"}
PACKED_MOST = 1024 * 1024
PIECE = 65536
ESSENTIAL_BOXES = {b"jP  ", b"ftyp", b"jp2h", b"jp2c"}
HOLDERS = (Dictionary, Stream, Array)


class TooMuch(Exception):
    """The document asks for more memory or time than one file may."""


def measure_text(body: bytes, most: int) -> None:
    """Raise TooMuch when what a PDF says outside of its streams is longer than ``most`` [bytes].

    A reader holds each word of it as an object, a hundred times as large as it is written.
    """
    outside = at = 0
    while at < len(body):
        begin = body.find(b"stream", at)
        begin = begin if begin >= 0 else len(body)
        outside += begin - at
        end = body.find(b"endstream", begin + 6)
        if end < 0:
            outside, end = outside + len(body) - begin, len(body)
        at = end + 9
    if outside > most:
        raise TooMuch


def make_streams_bare(pdf: Pdf, limits: Limits) -> None:
    """Measure every reachable stream and take the metadata out of its coded pictures, in place.

    Raises TooMuch when a stream, all of them, or the number of objects exceeds the limits.
    """
    left = limits.paper_bytes
    for _key, one in reachable(pdf, limits):
        if isinstance(one, Stream):
            left -= _made_bare(one, limits)
            if left < 0:
                raise TooMuch


def reachable(pdf: Pdf, limits: Limits) -> Iterator[tuple[str, Object]]:
    """Dictionaries and streams below the catalogue, each once, with the key under which it was found."""
    waiting: list[tuple[str, Object]] = [("/Root", pdf.Root)]
    seen: set[tuple[int, int]] = set()
    visited = 0
    while waiting:
        key, one = waiting.pop()
        visited += 1
        if visited > limits.parts:
            raise TooMuch
        if one.is_indirect:
            if one.objgen in seen:
                continue
            seen.add(one.objgen)
        if isinstance(one, Array):
            waiting += [(key, value) for value in one.as_list() if isinstance(value, HOLDERS)]
        else:
            yield key, one
            waiting += [(name, value) for name, value in one.items() if isinstance(value, HOLDERS)]


def _made_bare(stream: Stream, limits: Limits) -> int:
    """The unpacked length of a stream [bytes], as far as it is unpacked; a coded picture is made bare."""
    if Name.F in stream or int(stream.get(Name.Length, 0)) > limits.file_bytes:
        raise Damaged
    width, height = int(stream.get(Name.Width, 0)), int(stream.get(Name.Height, 0))
    if not 0 <= width * height <= limits.page_pixels:
        raise TooMuch
    filters = _filters(stream)
    raw = stream.read_raw_bytes()
    if not filters or filters[-1] not in (PHOTO, JPEG_2000):
        return _length(raw, filters, limits)
    coded = _unpacked(raw, filters[:-1], limits)
    bare = jpeg.stripped(coded, limits) if filters[-1] == PHOTO else _bare_jpeg_2000(coded)
    parameters = stream.get(Name.DecodeParms)
    last = parameters[-1] if isinstance(parameters, Array) and len(parameters) else parameters
    stream.write(bare, filter=Name(filters[-1]), decode_parms=last if isinstance(last, Dictionary) else None)
    return len(coded)


def _filters(stream: Stream) -> list[str]:
    named = stream.get(Name.Filter)
    names = (
        [str(one) for one in named] if isinstance(named, Array) else [str(named)] if named is not None else []
    )
    return [SHORT.get(name, name) for name in names]


def _unpacked(raw: bytes, filters: list[str], limits: Limits) -> bytes:
    """The bytes behind the filters as far as they can be undone here; a picture code at the end stays coded."""
    for name in filters:
        if name in PACKED and len(raw) > PACKED_MOST:
            raise TooMuch
        if name == "/FlateDecode":
            raw = b"".join(_inflating(raw, limits.stream_bytes))
        elif name == "/ASCII85Decode":
            raw = base64.a85decode(raw.strip().removesuffix(b"~>").removesuffix(b"~"))
        elif name == "/ASCIIHexDecode":
            digits = bytes(one for one in raw.partition(b">")[0] if one not in b" \t\r\n\f\0")
            raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        else:
            return raw
    return raw


def _length(raw: bytes, filters: list[str], limits: Limits) -> int:
    """The unpacked length [bytes]; what the last filter gives is counted and never held."""
    if filters[-1:] != ["/FlateDecode"]:
        return len(_unpacked(raw, filters, limits))
    packed = _unpacked(raw, filters[:-1], limits)
    return sum(len(piece) for piece in _inflating(packed, limits.stream_bytes))


def _inflating(raw: bytes, most: int) -> Iterator[bytes]:
    """The inflated bytes, piece by piece; a stream that ends too early gives what there is, as readers of PDF do."""
    machine, length = zlib.decompressobj(), 0
    while piece := machine.decompress(raw, PIECE):
        length += len(piece)
        if length > most:
            raise TooMuch
        yield piece
        raw = machine.unconsumed_tail


def _bare_jpeg_2000(body: bytes) -> bytes:
    """A JPEG 2000 file with only the boxes of the picture; a bare code stream as it is."""
    if body.startswith(b"\xff\x4f"):
        return body
    kept, at = [], 0
    while at < len(body):
        size, name = int.from_bytes(body[at : at + 4], "big"), body[at + 4 : at + 8]
        size = int.from_bytes(body[at + 8 : at + 16], "big") if size == 1 else size or len(body) - at
        if size < 8 or at + size > len(body):
            raise Damaged
        if name in ESSENTIAL_BOXES:
            kept.append(body[at : at + size])
        at += size
    return b"".join(kept)

"""What a file is, by its first bytes; the name is never asked."""

from enum import Enum


class Kind(Enum):
    """The kinds that are told apart; some only to be refused with the right sentence."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    GIF = "gif"
    HEIC = "heic"
    PDF = "pdf"
    OGG = "ogg"
    MP4 = "mp4"
    AAC = "aac"
    MP3 = "mp3"
    WAV = "wav"
    WEBM = "webm"
    OTHER = "other"


PICTURE_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis"}
BEGINNINGS = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"%PDF-", Kind.PDF),
    (b"OggS", Kind.OGG),
    (b"ID3", Kind.MP3),
    (b"\x1a\x45\xdf\xa3", Kind.WEBM),
)


def kind_of(body: bytes) -> Kind:
    """The kind of ``body`` by its beginning; OTHER may still be a plain text."""
    for beginning, kind in BEGINNINGS:
        if body.startswith(beginning):
            return kind
    if body[:4] == b"RIFF":
        return {b"WEBP": Kind.WEBP, b"WAVE": Kind.WAV}.get(body[8:12], Kind.OTHER)
    if body[4:8] == b"ftyp":
        return Kind.HEIC if body[8:12] in PICTURE_BRANDS else Kind.MP4
    return _bare_frames(body)


def _bare_frames(body: bytes) -> Kind:
    """Sound that begins with a frame: eleven set bits, then the layer (none means AAC)."""
    if len(body) < 4 or body[0] != 0xFF or body[1] & 0xE0 != 0xE0:
        return Kind.OTHER
    if body[1] & 0xF6 == 0xF0:
        return Kind.AAC
    return Kind.MP3 if body[1] & 0x06 == 0x02 else Kind.OTHER

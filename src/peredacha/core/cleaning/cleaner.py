"""The one way in: looks at the content, calls the cleaner of that kind, and says no in one sentence."""

import struct
import zlib
from collections.abc import Callable

from peredacha.core.cleaning import boxes, matroska, mpeg, ogg, papers, pictures, sentences, wave, words
from peredacha.core.cleaning.kinds import Kind, kind_of
from peredacha.core.cleaning.names import clean_name
from peredacha.core.cleaning.values import LIMITS, CleanFile, Damaged, Limits, Unacceptable
from peredacha.core.language import Phrase

Cleaned = tuple[str, bytes, tuple[Phrase, ...]]
"""The MIME type, the clean bytes, and what was left out."""

SOUNDS: dict[Kind, tuple[str, Callable[[bytes, Limits], bytes]]] = {
    Kind.OGG: ("audio/ogg", ogg.clean_ogg),
    Kind.MP3: ("audio/mpeg", mpeg.clean_mp3),
    Kind.AAC: ("audio/aac", mpeg.clean_aac),
    Kind.MP4: ("audio/mp4", boxes.clean_mp4),
    Kind.WAV: ("audio/wav", wave.clean_wav),
    Kind.WEBM: ("audio/webm", matroska.clean_webm),
}
PICTURES = {Kind.JPEG, Kind.PNG, Kind.WEBP, Kind.GIF}


def clean_file(name: str, body: bytes, *, limits: Limits = LIMITS) -> CleanFile:
    """The file without metadata, or Unacceptable with the sentence for the sender.

    It holds the file several times over in memory (a picture of 40 megapixels: about 400 MB for a second), so
    the caller should clean few files at once.
    """
    if not body:
        raise Unacceptable(sentences.EMPTY)
    if len(body) > limits.file_bytes:
        raise Unacceptable(sentences.too_large(limits))
    try:
        kind, clean, warnings = _cleaned(body, limits)
    except (Damaged, struct.error, zlib.error, IndexError, ValueError):
        raise Unacceptable(sentences.DAMAGED) from None
    return CleanFile(clean_name(name, kind), kind, clean, warnings)


def _cleaned(body: bytes, limits: Limits) -> Cleaned:
    kind = kind_of(body)
    if kind is Kind.HEIC:
        raise Unacceptable(sentences.HEIC)
    if kind in PICTURES:
        return pictures.clean_picture(kind, body, limits)
    if kind is Kind.PDF:
        return ("application/pdf", *papers.clean_pdf(body, limits))
    if kind in SOUNDS:
        mime, clean = SOUNDS[kind]
        return mime, clean(body, limits), ()
    return "text/plain", words.clean_text(body, limits), ()

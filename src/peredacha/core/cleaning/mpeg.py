"""MP3 and AAC: only the frames of sound are kept, so every tag before, between and behind them goes."""

import re
from collections.abc import Callable

from peredacha.core.cleaning.values import Damaged, Limits

ID3_HEADER = 10
BIT_RATES = {  # [kbit/s] of layer III by version: MPEG 1, then MPEG 2 and 2.5
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
SAMPLE_RATES = {
    3: (44100, 48000, 32000),
    2: (22050, 24000, 16000),
    0: (11025, 12000, 8000),
}  # by version bits
MPEG_1 = 3
FRAME_START = re.compile(rb"\xff[\xe0-\xff]")
TABLE_FLAG, QUALITY_FLAG = 4, 8
PADDING = re.compile(rb"\0*")
FURTHEST = 65536

Measure = Callable[[bytes, int], int]
"""The length [bytes] of the frame at a place of the bytes, 0 where no frame begins."""


def clean_mp3(body: bytes, limits: Limits) -> bytes:
    """The frames of layer III without ID3, APE and Lyrics tags; the encoder's mark in the first one is blanked."""
    frames = _frames(body, mp3_frame, limits)
    return b"".join([_without_encoder(frames[0]), *frames[1:]])


def clean_aac(body: bytes, limits: Limits) -> bytes:
    """The ADTS frames of AAC, nothing between them."""
    return b"".join(_frames(body, aac_frame, limits))


def mp3_frame(body: bytes, at: int) -> int:
    """The length of the MP3 frame that begins at ``at``."""
    head = body[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return 0
    version, rate, sampling = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or sampling == 3 or rate in (0, 15):
        return 0
    weight = 144 if version == MPEG_1 else 72
    bits = BIT_RATES[version == MPEG_1][rate] * 1000
    return weight * bits // SAMPLE_RATES[version][sampling] + (head[2] >> 1 & 1)


def aac_frame(body: bytes, at: int) -> int:
    """The length of the ADTS frame that begins at ``at``."""
    head = body[at : at + 7]
    if len(head) < 7 or head[0] != 0xFF or head[1] & 0xF6 != 0xF0 or head[2] >> 2 & 15 > 12:
        return 0
    length = (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5
    return length if length > 7 else 0


def _frames(body: bytes, measure: Measure, limits: Limits) -> list[bytes]:
    """Every whole frame. Tags behind the sound are dropped; Damaged when frames are missing in its midst."""
    at = _after_tags(body)
    at = _next_frame(body, at, measure) if not measure(body, at) else at
    frames: list[bytes] = []
    while length := measure(body, at) if at >= 0 else 0:
        if at + length > len(body) or len(frames) >= limits.parts:
            break
        frames.append(body[at : at + length])
        at += length
    if len(frames) < 2 or _next_frame(body, at, measure) >= 0:
        raise Damaged
    return frames


def _after_tags(body: bytes) -> int:
    """Where the ID3v2 tags at the beginning end; their length is written in seven bits a byte."""
    at = 0
    while body[at : at + 3] == b"ID3" and len(body) >= at + ID3_HEADER:
        sizes = body[at + 6 : at + ID3_HEADER]
        footer = ID3_HEADER if body[at + 5] & 0x10 else 0
        at += ID3_HEADER + footer + (sizes[0] << 21 | sizes[1] << 14 | sizes[2] << 7 | sizes[3])
    padding = PADDING.match(body, at)
    return padding.end() if padding else at


def _next_frame(body: bytes, at: int, measure: Measure) -> int:
    """Where, not far on, three frames follow each other; -1 when nowhere."""
    for found in FRAME_START.finditer(body, at, at + FURTHEST):
        begin = found.start()
        first = measure(body, begin)
        second = measure(body, begin + first) if first else 0
        if second and measure(body, begin + first + second):
            return begin
    return -1


def _without_encoder(frame: bytes) -> bytes:
    """A first frame that holds a seek table keeps the table and loses what the encoder wrote behind it."""
    found = re.search(rb"Xing|Info", frame[:48])
    if not found:
        return frame
    flags = int.from_bytes(frame[found.end() : found.end() + 4], "big")
    table = 100 if flags & TABLE_FLAG else 0
    end = found.end() + 4 + 4 * (flags & 1) + 2 * (flags & 2) + table + (4 if flags & QUALITY_FLAG else 0)
    return frame[:end].ljust(len(frame), b"\0")

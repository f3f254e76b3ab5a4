"""WAV: written anew from its format and its samples; lists, cues and broadcast notes do not come along."""

from peredacha.core.cleaning.values import Damaged, Limits

KEPT = (b"fmt ", b"fact", b"data")
LONGEST_FORMAT, FACT = 40, 4
HEADER = 12


def clean_wav(body: bytes, limits: Limits) -> bytes:
    """A RIFF file with the chunks ``fmt``, ``fact`` and ``data`` only."""
    chunks: dict[bytes, bytes] = {}
    at, count = HEADER, 0
    while at + 8 <= len(body) and b"data" not in chunks:
        name, size = body[at : at + 4], int.from_bytes(body[at + 4 : at + 8], "little")
        count += 1
        if at + 8 + size > len(body) or count > limits.parts:
            raise Damaged
        if name in KEPT:
            chunks[name] = body[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    if b"data" not in chunks or not 16 <= len(chunks.get(b"fmt ", b"")) <= LONGEST_FORMAT:
        raise Damaged
    chunks[b"fact"] = chunks.get(b"fact", b"")[:FACT]
    kept = [(name, chunks[name]) for name in KEPT if chunks[name] or name == b"data"]
    written = b"".join(
        name + len(chunk).to_bytes(4, "little") + chunk + bytes(len(chunk) % 2) for name, chunk in kept
    )
    return b"RIFF" + (len(written) + 4).to_bytes(4, "little") + b"WAVE" + written

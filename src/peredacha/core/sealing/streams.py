"""Files of any length sealed piece by piece with secretstream (XChaCha20-Poly1305).

A stream is ``version ‖ header`` and pieces of 64 KiB, each with its tag; the last one says that it is the
last. The number of pieces is rounded up (by an eighth at most), so that the length on the disk hardly tells
which file it is. A piece that is changed, moved, dropped or added is noticed.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, repeat

from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_ABYTES,
    crypto_secretstream_xchacha20poly1305_HEADERBYTES,
    crypto_secretstream_xchacha20poly1305_init_pull,
    crypto_secretstream_xchacha20poly1305_init_push,
    crypto_secretstream_xchacha20poly1305_KEYBYTES,
    crypto_secretstream_xchacha20poly1305_pull,
    crypto_secretstream_xchacha20poly1305_push,
    crypto_secretstream_xchacha20poly1305_state,
    crypto_secretstream_xchacha20poly1305_TAG_FINAL,
    crypto_secretstream_xchacha20poly1305_TAG_MESSAGE,
)
from nacl.exceptions import CryptoError

from peredacha.core.sealing.envelope import NotSealedHere

VERSION = b"\x01"
MESSAGE = crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
FINAL = crypto_secretstream_xchacha20poly1305_TAG_FINAL
KEY_BYTES = crypto_secretstream_xchacha20poly1305_KEYBYTES
BEGINNING = len(VERSION) + crypto_secretstream_xchacha20poly1305_HEADERBYTES
FRAME = 64 * 1024
LENGTH_BYTES = 4
TEXT = FRAME - LENGTH_BYTES
PIECE = FRAME + crypto_secretstream_xchacha20poly1305_ABYTES


def seal_stream(key: bytes, chunks: Iterable[bytes], context: bytes) -> Iterator[bytes]:
    """The sealed stream of ``chunks`` [of any sizes] under ``key`` [32 bytes], bound to ``context``.

    Raises ValueError, when the first piece is asked for, if the key has another length.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key of {len(key)} bytes does not seal a stream")
    state = crypto_secretstream_xchacha20poly1305_state()
    yield VERSION + crypto_secretstream_xchacha20poly1305_init_push(state, key)
    for frame, is_last in _with_last(_frames(chunks)):
        kind = FINAL if is_last else MESSAGE
        yield crypto_secretstream_xchacha20poly1305_push(state, frame, VERSION + context, kind)


def open_stream(key: bytes, chunks: Iterable[bytes], context: bytes) -> Iterator[bytes]:
    """What was sealed, in chunks of at most 65,532 bytes; ``chunks`` may arrive in any sizes.

    Each chunk given out is genuine and in its place, but whether the file is whole is only known when the
    iteration ends. Raises NotSealedHere at the first piece that is damaged, moved, missing or too many.
    """
    pieces = _recut(chunks, chain([BEGINNING], repeat(PIECE)))
    state = _reading(key, next(pieces, b""))
    kind = MESSAGE
    for piece in pieces:
        if kind != MESSAGE:
            raise NotSealedHere
        frame, kind = _pulled(state, piece, context)
        text = _unframed(frame)
        if text:
            yield text
    if kind != FINAL:
        raise NotSealedHere


def _recut(chunks: Iterable[bytes], sizes: Iterator[int]) -> Iterator[bytes]:
    """The same bytes in pieces of these sizes; only the last may be shorter."""
    rest = bytearray()
    size = next(sizes)
    for chunk in chunks:
        rest += chunk
        while len(rest) >= size:
            yield bytes(rest[:size])
            del rest[:size]
            size = next(sizes)
    if rest:
        yield bytes(rest)


def _frames(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Frames of one size, ``length ‖ text ‖ zeros``, and empty ones until their number is a round one."""
    count = 0
    for text in _recut(chunks, repeat(TEXT)):
        count += 1
        yield (len(text).to_bytes(LENGTH_BYTES, "big") + text).ljust(FRAME, b"\0")
    yield from repeat(bytes(FRAME), _rounded(count) - count)


def _rounded(count: int) -> int:
    """The next number of which only the leading binary digits count (the rule called Padmé), at least one."""
    if count < 2:
        return 1
    exponent = count.bit_length() - 1
    step = 1 << exponent - exponent.bit_length()
    return -(-count // step) * step


def _with_last(frames: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    held = next(frames)
    for frame in frames:
        yield held, False
        held = frame
    yield held, True


def _reading(key: bytes, beginning: bytes) -> crypto_secretstream_xchacha20poly1305_state:
    if len(beginning) != BEGINNING or beginning[:1] != VERSION or len(key) != KEY_BYTES:
        raise NotSealedHere
    state = crypto_secretstream_xchacha20poly1305_state()
    crypto_secretstream_xchacha20poly1305_init_pull(state, beginning[1:], key)
    return state


def _pulled(
    state: crypto_secretstream_xchacha20poly1305_state, piece: bytes, context: bytes
) -> tuple[bytes, int]:
    try:
        return crypto_secretstream_xchacha20poly1305_pull(state, piece, VERSION + context)
    except CryptoError as error:
        raise NotSealedHere from error


def _unframed(frame: bytes) -> bytes:
    length = int.from_bytes(frame[:LENGTH_BYTES], "big")
    if len(frame) != FRAME or length > TEXT:
        raise NotSealedHere
    return frame[LENGTH_BYTES : LENGTH_BYTES + length]

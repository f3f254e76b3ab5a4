"""Short texts sealed with XChaCha20-Poly1305.

An envelope is ``version ‖ nonce ‖ ciphertext``. The context (what it is, for whom, until when) is
authenticated with it, so that an envelope moved elsewhere does not open. The text is padded to one of a
few sizes. Limits: the key must be random; whoever has the key and the envelope reads the text.
"""

from nacl.exceptions import CryptoError
from nacl.secret import Aead

VERSION = b"\x01"
SIZES = (512, 2048, 8192, 32768)
LENGTH_BYTES = 4


class NotSealedHere(Exception):
    """The envelope was damaged, moved, made with another key, or is of an unknown version."""


def seal(key: bytes, text: bytes, context: bytes, *, nonce: bytes | None = None) -> bytes:
    """An envelope of ``text`` [≤ 32,764 bytes] under ``key`` [32 bytes], bound to ``context``.

    ``nonce`` [24 bytes] is only for known-answer vectors; without it a fresh random one is taken.
    Raises ValueError when the text is too long.
    """
    body = len(text).to_bytes(LENGTH_BYTES, "big") + text
    size = next((size for size in SIZES if len(body) <= size), None)
    if size is None:
        raise ValueError(f"a text of {len(text)} bytes is too long for an envelope")
    return VERSION + bytes(Aead(key).encrypt(body.ljust(size, b"\0"), VERSION + context, nonce))


def open_envelope(key: bytes, envelope: bytes, context: bytes) -> bytes:
    """The text of an envelope; raises NotSealedHere in every case in which it does not open."""
    if envelope[:1] != VERSION:
        raise NotSealedHere
    try:
        body = Aead(key).decrypt(envelope[1:], VERSION + context)
    except (CryptoError, ValueError, TypeError) as error:
        raise NotSealedHere from error
    length = int.from_bytes(body[:LENGTH_BYTES], "big")
    return body[LENGTH_BYTES : LENGTH_BYTES + length]

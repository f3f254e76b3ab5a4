"""Keys for single purposes drawn from one key, keys that need a salt too, and keyed tags of a row of parts."""

import hmac
from hashlib import blake2b

SUBKEY_BYTES = 32
KEY_BYTES = range(16, 65)
LENGTH_BYTES = 8
SALT_BYTES = 32
SALTED = b"peredacha salted \x01"


def subkey(key: bytes, purpose: str) -> bytes:
    """32 bytes that depend on ``key`` [16 to 64 random bytes] and on ``purpose``; no way leads back.

    Raises ValueError for a key of another length.
    """
    if len(key) not in KEY_BYTES:
        raise ValueError(f"a key of {len(key)} bytes gives no subkeys")
    return blake2b(purpose.encode(), key=key, digest_size=SUBKEY_BYTES, person=b"peredacha subkey").digest()


def salted_key(key: bytes, salt: bytes, context: bytes) -> bytes:
    """32 bytes that nobody finds without ``key`` [16 to 64 bytes] and ``salt`` [32 bytes], for ``context`` alone.

    HKDF-SHA-256 (RFC 5869) in one step. Raises ValueError for a key or a salt of another length.
    """
    if len(key) not in KEY_BYTES or len(salt) != SALT_BYTES:
        raise ValueError(f"a key of {len(key)} bytes and a salt of {len(salt)} give no key")
    drawn = hmac.digest(salt, key, "sha256")
    return hmac.digest(drawn, SALTED + context + b"\x01", "sha256")


def tag(key: bytes, *parts: bytes) -> bytes:
    """HMAC-SHA-256 [32 bytes] of the parts, each with its length before it: ("ab", "c") is not ("a", "bc").

    Raises ValueError for a key that is not 16 to 64 bytes long.
    """
    if len(key) not in KEY_BYTES:
        raise ValueError(f"a key of {len(key)} bytes makes no tags")
    told = b"".join(len(part).to_bytes(LENGTH_BYTES, "big") + part for part in parts)
    return hmac.digest(key, told, "sha256")

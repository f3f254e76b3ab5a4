"""A veil under a seal: what lies outside a matter's safes opens only while the salt of the matter stands."""

from peredacha.core.sealing import open_envelope, seal, subkey


def veiled(salt: bytes, body: bytes, context: bytes) -> bytes:
    """The body in an envelope of its own [at most 32,764 bytes]; as it is where a matter has no salt."""
    return seal(subkey(salt, "veil"), body, context) if salt else body


def unveiled(salt: bytes, body: bytes, context: bytes) -> bytes:
    """What was veiled; raises NotSealedHere."""
    return open_envelope(subkey(salt, "veil"), body, context) if salt else body

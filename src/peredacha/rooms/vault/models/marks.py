"""Marks: proof that a row was written by this house, and not by a stranger with the database alone."""

import hmac

from django.conf import settings

from peredacha.core.sealing import subkey, tag

MARK_BYTES = 32


def mark_of(*parts: bytes) -> bytes:
    """The mark [32 bytes] of a row that says ``parts``; only who has the boot key can make it."""
    return tag(subkey(settings.LOGIN_KEY, "vault.marks"), *parts)


def is_marked(mark: bytes | memoryview, *parts: bytes) -> bool:
    """Whether ``mark`` belongs to exactly these parts."""
    return hmac.compare_digest(bytes(mark), mark_of(*parts))

"""Stretching passphrases and codes a few at a time: each run takes up to 128 MiB, so the places are counted."""

from threading import BoundedSemaphore

from django.conf import settings

from peredacha.core.sealing import Cost, Stretched, stretch

PATIENCE = 4.0
"""How long one waits for a place before the page asks for patience [s]."""
_places = BoundedSemaphore(settings.KDF_SLOTS)


class AllPlacesTaken(Exception):
    """Too many are signing in at this moment; whoever catches it shows the page that asks for patience."""


def stretch_in_turn(passphrase: str, salt: bytes, cost: str) -> Stretched:
    """``core.sealing.stretch`` at ``cost`` ("argon2id:KiB:passes") when a place is free.

    Never call it inside a transaction: it takes up to half a second. Raises AllPlacesTaken.
    """
    if not _places.acquire(timeout=PATIENCE):
        raise AllPlacesTaken
    try:
        return stretch(passphrase, salt, Cost.parsed(cost))
    finally:
        _places.release()

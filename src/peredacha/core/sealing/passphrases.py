"""From a passphrase to keys: one slow run of Argon2id, then no way back.

Limits: a weak passphrase stays weak. One run with ``HELPER_COST`` takes half a second and 128 MiB, so the
caller bounds how many run at once, and never runs one inside a transaction.
"""

import unicodedata
from dataclasses import dataclass
from hashlib import blake2b
from typing import Self

from argon2.low_level import Type, hash_secret_raw
from nacl.utils import random

from peredacha.core.language import Phrase, phrase

KIND = "argon2id"
SALT_BYTES = 16
HALF = 32
MEMORY_KIB = range(8, 1024 * 1024 + 1)
PASSES = range(1, 17)
LENGTH = 14
DIFFERENT = 5


@dataclass(frozen=True)
class Cost:
    """What one guess costs: ``memory_kib`` [8 to 1,048,576 KiB] filled ``passes`` times [1 to 16]."""

    memory_kib: int
    passes: int

    def __post_init__(self) -> None:
        if self.memory_kib not in MEMORY_KIB or self.passes not in PASSES:
            raise ValueError("a cost beyond what this machine should pay")

    def packed(self) -> str:
        """As it is kept beside a salt, e.g. ``argon2id:131072:3``."""
        return f"{KIND}:{self.memory_kib}:{self.passes}"

    @classmethod
    def parsed(cls, text: str) -> Self:
        """The cost that was packed; raises ValueError for anything else."""
        kind, memory_kib, passes = text.split(":")
        if kind != KIND:
            raise ValueError("a cost of an unknown kind")
        return cls(int(memory_kib), int(passes))


HELPER_COST = Cost(131072, 3)
FAMILY_COST = Cost(47104, 1)


@dataclass(frozen=True, repr=False)
class Stretched:
    """What a passphrase gives: ``verifier`` [32 bytes, may be stored] and ``key`` [32 bytes, never stored]."""

    verifier: bytes
    key: bytes


def fresh_salt() -> bytes:
    """16 random bytes."""
    return random(SALT_BYTES)


def stretch(passphrase: str, salt: bytes, cost: Cost) -> Stretched:
    """The verifier and the key of a passphrase; double spaces and ways of composing a letter do not matter.

    Raises ValueError for a salt that is not 16 bytes long.
    """
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt has {SALT_BYTES} bytes, not {len(salt)}")
    typed = _typed(passphrase).encode("utf-8", "surrogatepass")
    raw = hash_secret_raw(typed, salt, cost.passes, cost.memory_kib, 1, 2 * HALF, Type.ID)
    return Stretched(blake2b(raw[:HALF], digest_size=HALF, person=b"peredacha login").digest(), raw[HALF:])


def is_weak(passphrase: str) -> Phrase | None:
    """One sentence that says what to do when the passphrase is too easy to guess, None when it is not."""
    typed = _typed(passphrase)
    if len(typed) < LENGTH:
        return phrase(
            "Take at least {length} characters: four or five words that only you would put together.",
            length=LENGTH,
        )
    if len(set(typed)) < DIFFERENT or not any(letter.isalpha() for letter in typed):
        return phrase("Digits alone or the same few characters are guessed quickly: take four or five words.")
    return None


def _typed(passphrase: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", passphrase).split())

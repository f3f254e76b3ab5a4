"""Codes of words: with eight a family returns, with twelve a helper gets the keys back.

Limits: a return code has no checksum, so a wrong word of the list is only noticed because nothing opens.
"""

from dataclasses import dataclass
from hashlib import blake2b, sha256
from itertools import count
from typing import Self

from nacl.utils import random

from peredacha.core.language import phrase
from peredacha.core.sealing.wordlists import BITS, HURTFUL, UnreadableCode, number_of, read_words, spelled

RETURN_WORDS = 8
LOCATOR_WORDS = 2
RECOVERY_WORDS = 12
RECOVERY_BYTES = 16
CHECK_BITS = 4
SEED_BYTES = 16


@dataclass(frozen=True, repr=False)
class ReturnCode:
    """Eight ``words`` of the list of ``language`` ("ru" or "en"): two find the family, six open its keys."""

    words: tuple[str, ...]
    language: str

    @classmethod
    def fresh(cls, language: str) -> Self:
        """A new random code."""
        return cls.from_seed(random(2 * SEED_BYTES), language)

    @classmethod
    def from_seed(cls, seed: bytes, language: str) -> Self:
        """The one code of ``seed`` [at least 16 random bytes], so that a form sent twice shows the same code.

        Raises ValueError for a shorter seed, KeyError for a language without a list.
        """
        if len(seed) < SEED_BYTES:
            raise ValueError(f"a seed of {len(seed)} bytes is too short for a code")
        words: list[str] = []
        for block in count():
            salt = block.to_bytes(4, "big")
            digest = blake2b(
                seed, digest_size=RETURN_WORDS * BITS // 8, salt=salt, person=b"peredacha return"
            ).digest()
            drawn = spelled(int.from_bytes(digest, "big"), RETURN_WORDS, language)
            words += [word for word in drawn if word not in HURTFUL]
            if len(words) >= RETURN_WORDS:
                break
        return cls(tuple(words[:RETURN_WORDS]), language)

    @property
    def locator(self) -> bytes:
        """The first two words in UTF-8 [22 bits]; the words of the two lists never coincide."""
        return " ".join(self.words[:LOCATOR_WORDS]).encode()

    @property
    def secret(self) -> str:
        """The other six words [66 bits], to be stretched like a passphrase."""
        return " ".join(self.words[LOCATOR_WORDS:])

    @property
    def text(self) -> str:
        """All words with spaces between, for showing."""
        return " ".join(self.words)


@dataclass(frozen=True, repr=False)
class RecoveryCode:
    """``entropy`` [16 bytes] as twelve words of ``language`` ("ru" or "en"), BIP-39 with its checksum."""

    entropy: bytes
    language: str

    def __post_init__(self) -> None:
        if len(self.entropy) != RECOVERY_BYTES:
            raise ValueError(f"a recovery code holds {RECOVERY_BYTES} bytes, not {len(self.entropy)}")

    @classmethod
    def fresh(cls, language: str) -> Self:
        """A new random code."""
        return cls(random(RECOVERY_BYTES), language)

    @property
    def words(self) -> tuple[str, ...]:
        """The twelve words, in order."""
        number = int.from_bytes(self.entropy, "big") << CHECK_BITS | _checksum(self.entropy)
        return spelled(number, RECOVERY_WORDS, self.language)

    @property
    def text(self) -> str:
        """All words with spaces between, for printing."""
        return " ".join(self.words)


def read_code(typed: str) -> ReturnCode:
    """The return code that was typed, however it was spaced or cased; raises UnreadableCode."""
    language, words = read_words(typed, RETURN_WORDS)
    return ReturnCode(words, language)


def read_recovery(typed: str) -> bytes:
    """The 16 bytes of the recovery code that was typed; raises UnreadableCode, also for a wrong checksum."""
    language, words = read_words(typed, RECOVERY_WORDS)
    number = number_of(words, language)
    entropy = (number >> CHECK_BITS).to_bytes(RECOVERY_BYTES, "big")
    if number & (1 << CHECK_BITS) - 1 != _checksum(entropy):
        raise UnreadableCode(
            phrase("One of the words is not as on the paper. Please compare them, also their order.")
        )
    return entropy


def _checksum(entropy: bytes) -> int:
    return sha256(entropy).digest()[0] >> 8 - CHECK_BITS

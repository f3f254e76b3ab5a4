"""Key pairs: whatever is sealed to the public half opens only with the private half.

Sealing is HPKE in base mode (ML-KEM-768 with X25519, HKDF-SHA-256, ChaCha20-Poly1305): what is copied today
stays closed even to a later quantum computer. Signing is Ed25519, which such a computer could forge, though
not read anything by it. Both private halves are drawn from one seed of 32 bytes. Limits: whoever has the
seed has everything; sealing does not tell who sealed, for that there is :func:`sign`.
"""

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from hmac import compare_digest
from typing import Self

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from nacl.utils import random

from peredacha.core.sealing.envelope import NotSealedHere

VERSION = b"\x01"
SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
SEED_BYTES = 32
MLKEM_SEED_BYTES = 64
MLKEM_PUBLIC_BYTES = 1184
X25519_BYTES = ED25519_BYTES = 32
SEALING_BYTES = MLKEM_PUBLIC_BYTES + X25519_BYTES
SIGNATURE_BYTES = 64
CHECK_BYTES = 8
FINGERPRINT_BYTES = 16


@dataclass(frozen=True)
class PublicPair:
    """The halves everybody may see: ``sealing`` [1,216 bytes: ML-KEM-768 ‖ X25519], ``signing`` [32 bytes]."""

    sealing: bytes
    signing: bytes

    def packed(self) -> bytes:
        """``version ‖ sealing ‖ signing ‖ check`` [1,257 bytes]; the check only finds accidental damage."""
        body = VERSION + self.sealing + self.signing
        return body + _check(body)

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        """The pair that was packed; raises NotSealedHere when the bytes are damaged or of unknown version."""
        body, check = data[:-CHECK_BYTES], data[-CHECK_BYTES:]
        if len(body) != 1 + SEALING_BYTES + ED25519_BYTES or body[:1] != VERSION:
            raise NotSealedHere
        if not compare_digest(check, _check(body)):
            raise NotSealedHere
        return cls(body[1 : 1 + SEALING_BYTES], body[1 + SEALING_BYTES :])

    def fingerprint(self) -> bytes:
        """16 bytes that stand for this pair; another pair practically never has the same."""
        return blake2b(self.packed(), digest_size=FINGERPRINT_BYTES, person=b"peredacha print").digest()


@dataclass(frozen=True, repr=False)
class KeyPair:
    """A private pair, kept as the ``seed`` [32 bytes] from which both halves are drawn; never shown."""

    seed: bytes

    def __post_init__(self) -> None:
        if len(self.seed) != SEED_BYTES:
            raise ValueError(f"a seed has {SEED_BYTES} bytes, not {len(self.seed)}")

    @classmethod
    def fresh(cls) -> Self:
        """A new random pair."""
        return cls(random(SEED_BYTES))

    @classmethod
    def from_seed(cls, seed: bytes) -> Self:
        """The one pair that belongs to ``seed`` [32 random bytes]; raises ValueError for another length."""
        return cls(seed)

    def packed(self) -> bytes:
        """``version ‖ seed`` [33 bytes]: a secret, to be kept only inside an envelope."""
        return VERSION + self.seed

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        """The pair that was packed; raises NotSealedHere when the length or the version is wrong."""
        if len(data) != 1 + SEED_BYTES or data[:1] != VERSION:
            raise NotSealedHere
        return cls(data[1:])

    @cached_property
    def public(self) -> PublicPair:
        """The halves that others seal to and check with."""
        kem, curve = self._kem.public_key(), self._curve.public_key()
        return PublicPair(
            kem.public_bytes_raw() + curve.public_bytes_raw(), self.signer.public_key().public_bytes_raw()
        )

    @cached_property
    def opener(self) -> MLKEM768X25519PrivateKey:
        """The private half that opens."""
        return MLKEM768X25519PrivateKey(self._kem, self._curve)

    @cached_property
    def signer(self) -> Ed25519PrivateKey:
        """The private half that signs."""
        return Ed25519PrivateKey.from_private_bytes(self._drawn(b"ed25519", ED25519_BYTES))

    @cached_property
    def _kem(self) -> MLKEM768PrivateKey:
        return MLKEM768PrivateKey.from_seed_bytes(self._drawn(b"ml-kem-768", MLKEM_SEED_BYTES))

    @cached_property
    def _curve(self) -> X25519PrivateKey:
        return X25519PrivateKey.from_private_bytes(self._drawn(b"x25519", X25519_BYTES))

    def _drawn(self, purpose: bytes, length: int) -> bytes:
        return HKDFExpand(SHA256(), length, b"peredacha pair " + VERSION + purpose).derive(self.seed)


def seal_to(public: PublicPair, secret: bytes, context: bytes) -> bytes:
    """``secret`` sealed so that only the owner of ``public`` opens it, bound to ``context``.

    ``version ‖ encapsulation ‖ ciphertext``, 1,137 bytes longer than the secret. Raises NotSealedHere when
    the public pair is not one that can be sealed to.
    """
    try:
        reader = MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(public.sealing[:MLKEM_PUBLIC_BYTES]),
            X25519PublicKey.from_public_bytes(public.sealing[MLKEM_PUBLIC_BYTES:]),
        )
        return VERSION + SUITE.encrypt(secret, reader, _bound(b"seal", context))
    except ValueError as error:
        raise NotSealedHere from error


def open_sealed(pair: KeyPair, sealed: bytes, context: bytes) -> bytes:
    """The secret that was sealed to ``pair``; raises NotSealedHere in every case in which it does not open."""
    if sealed[:1] != VERSION:
        raise NotSealedHere
    try:
        return SUITE.decrypt(sealed[1:], pair.opener, _bound(b"seal", context))
    except (InvalidTag, ValueError) as error:
        raise NotSealedHere from error


def sign(pair: KeyPair, message: bytes, context: bytes) -> bytes:
    """``version ‖ signature`` [65 bytes] of ``message``, bound to ``context``; the same each time."""
    return VERSION + pair.signer.sign(_signed(message, context))


def is_signed(public: PublicPair, message: bytes, signature: bytes, context: bytes) -> bool:
    """Whether the owner of ``public`` signed exactly this in this context; False for any garbage."""
    if len(signature) != 1 + SIGNATURE_BYTES or signature[:1] != VERSION:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public.signing).verify(signature[1:], _signed(message, context))
    except (InvalidSignature, ValueError):
        return False
    return True


def _check(body: bytes) -> bytes:
    return blake2b(body, digest_size=CHECK_BYTES, person=b"peredacha check").digest()


def _bound(purpose: bytes, context: bytes) -> bytes:
    return b"peredacha " + purpose + VERSION + context


def _signed(message: bytes, context: bytes) -> bytes:
    return _bound(b"sign", len(context).to_bytes(8, "big") + context + message)

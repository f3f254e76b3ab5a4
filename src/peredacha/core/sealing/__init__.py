"""Keys, codes and envelopes: vetted ciphers, a context that is bound in, a length that tells little."""

from peredacha.core.sealing.codes import RecoveryCode, ReturnCode, read_code, read_recovery
from peredacha.core.sealing.envelope import NotSealedHere, open_envelope, seal
from peredacha.core.sealing.pairs import KeyPair, PublicPair, is_signed, open_sealed, seal_to, sign
from peredacha.core.sealing.passphrases import (
    FAMILY_COST,
    HELPER_COST,
    Cost,
    Stretched,
    fresh_salt,
    is_weak,
    stretch,
)
from peredacha.core.sealing.shares import WrongShares, join_shares, split_secret
from peredacha.core.sealing.streams import open_stream, seal_stream
from peredacha.core.sealing.subkeys import salted_key, subkey, tag
from peredacha.core.sealing.wordlists import UnreadableCode

__all__ = [
    "FAMILY_COST",
    "HELPER_COST",
    "Cost",
    "KeyPair",
    "NotSealedHere",
    "PublicPair",
    "RecoveryCode",
    "ReturnCode",
    "Stretched",
    "UnreadableCode",
    "WrongShares",
    "fresh_salt",
    "is_signed",
    "is_weak",
    "join_shares",
    "open_envelope",
    "open_sealed",
    "open_stream",
    "read_code",
    "read_recovery",
    "salted_key",
    "seal",
    "seal_stream",
    "seal_to",
    "sign",
    "split_secret",
    "stretch",
    "subkey",
    "tag",
]

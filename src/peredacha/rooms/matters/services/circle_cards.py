"""A card sealed to a circle of the chapter: what it shows in a list, opened many at a time without opening a safe.

Who sits in the circle seals under a key drawn from its card key; a family, who does not, seals to its pair.
"""

from collections.abc import Mapping
from uuid import UUID

from peredacha.core.sealing import (
    KeyPair,
    PublicPair,
    open_envelope,
    open_sealed,
    salted_key,
    seal,
    seal_to,
    subkey,
)
from peredacha.rooms.matters.models import CardForm
from peredacha.rooms.matters.services.veils import unveiled, veiled
from peredacha.rooms.vault.models import Holder
from peredacha.rooms.vault.services import Keys

SMALLEST = 480
"""Cards sealed to the circle's pair are padded to a multiple of this [bytes]."""
Opener = tuple[KeyPair, bytes]
"""The pair of a circle, and the key from which those of its cards are drawn."""


def sealed_for_circle(
    body: bytes, *, holder: Holder, keys: Keys | None, salt: bytes, context: bytes, label: str
) -> tuple[CardForm, bytes]:
    """The form and the bytes of a card for the circle of ``holder``; without the ``salt`` of its safe nobody opens it.

    ``label``: which cards of that circle, such as "cards"; ``context``: what this one is bound to.
    """
    opener = openers_of(keys, label).get(holder.id) if keys else None
    if opener:
        return CardForm.KEY, seal(own_key(opener[1], salt, context), body, context)
    inside = veiled(salt, body.ljust(-(-len(body) // SMALLEST) * SMALLEST), context)
    return CardForm.PAIR, seal_to(PublicPair.unpacked(bytes(holder.public)), inside, context)


def openers_of(keys: Keys, label: str) -> Mapping[UUID, Opener]:
    """With what these keys open cards, by the holder of each circle."""
    return {one.holder: (one.pair, subkey(one.card_key, label)) for one in keys.circles if one.card_key}


def opened_card(opener: Opener, form: str, sealed: bytes, context: bytes, salt: bytes) -> bytes:
    """What a card says; raises NotSealedHere."""
    pair, key = opener
    if form == CardForm.KEY:
        return open_envelope(own_key(key, salt, context), sealed, context)
    return unveiled(salt, open_sealed(pair, sealed, context), context)


def own_key(key: bytes, salt: bytes, context: bytes) -> bytes:
    """The key of one card."""
    return salted_key(key, salt, context) if salt else key

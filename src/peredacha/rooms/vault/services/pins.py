"""Pins: the fingerprints of the keys that a member has met. A key that was swapped since is noticed."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db import transaction

from peredacha.core.sealing import (
    KeyPair,
    NotSealedHere,
    PublicPair,
    RecoveryCode,
    open_envelope,
    seal,
    subkey,
)
from peredacha.rooms.people.models import Member
from peredacha.rooms.vault.models import Holder, HolderKind
from peredacha.rooms.vault.services.keyring import Keys

ID_BYTES, PRINT_BYTES = 16, 16
MOST_PINS = 1000
"""The oldest ones are forgotten first; one envelope holds no more."""
PINNED = (HolderKind.MEMBER, HolderKind.CIRCLE, HolderKind.RECOVERY)


class KeyChanged(Exception):
    """The key of ``holder`` is not the one that was met before, or its row was changed behind the house's back."""

    def __init__(self, holder: Holder) -> None:
        """``holder``: whose key is doubtful."""
        super().__init__()
        self.holder = holder


def pins_of(member: Member, pair: KeyPair) -> Mapping[UUID, bytes] | None:
    """Fingerprints by holder, the oldest first; None when the box is damaged, so that every key is doubtful."""
    if member.pins_box is None:
        return {}
    try:
        body = open_envelope(_key(pair), bytes(member.pins_box), member.context("pins"))
    except NotSealedHere:
        return None
    size = ID_BYTES + PRINT_BYTES
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return {UUID(bytes=part[:ID_BYTES]): part[ID_BYTES:] for part in parts}


def print_of(holder: Holder) -> bytes:
    """The fingerprint of a holder's key [16 bytes]; zeros for a damaged one."""
    try:
        return PublicPair.unpacked(bytes(holder.public)).fingerprint()
    except NotSealedHere:
        return bytes(PRINT_BYTES)


def print_words(holder: Holder, language: str) -> tuple[str, ...]:
    """A fingerprint as twelve words, to be compared by telephone."""
    return RecoveryCode(print_of(holder), language).words


def is_known(keys: Keys, holder: Holder) -> bool:
    """Whether the house wrote this key and it is not another one than was met before.

    With a damaged list what was signed before still opens; only :func:`meet` takes every key for doubtful.
    """
    return holder.is_genuine and (keys.pins or {}).get(holder.id, print_of(holder)) == print_of(holder)


def meet(keys: Keys, holders: Iterable[Holder]) -> None:
    """Check the keys of those to whom something is sealed, and remember the new ones; raises KeyChanged."""
    fresh = {}
    for one in holders:
        member_key = bytes(one.member.public_pair or b"") if one.member else bytes(one.public)
        if keys.pins is None or not is_known(keys, one) or member_key != bytes(one.public):
            raise KeyChanged(one)
        if one.kind in PINNED and one.id not in keys.pins:
            fresh[one.id] = print_of(one)
    if fresh:
        remember(keys, fresh)


def remember(keys: Keys, fresh: Mapping[UUID, bytes]) -> None:
    """Add fingerprints to the box of whoever has these keys; a family keeps none."""
    if keys.member is None:
        return
    with transaction.atomic():
        member = Member.objects.select_for_update().get(pk=keys.member.pk)
        before = pins_of(member, keys.pair) or {}
        pins = [*((one, print) for one, print in before.items() if one not in fresh), *fresh.items()]
        body = b"".join(one.bytes + print for one, print in pins[-MOST_PINS:])
        member.pins_box = seal(_key(keys.pair), body, member.context("pins"))
        member.save(update_fields=["pins_box"])
    if isinstance(keys.pins, dict):
        keys.pins.update(fresh)


def accept_key(*, keys: Keys, holder: Holder) -> None:
    """The words were compared by telephone: from now on this is the key of ``holder``. Raises KeyChanged
    for a row that the house did not write: no telephone call mends that."""
    if not holder.is_genuine:
        raise KeyChanged(holder)
    remember(keys, {holder.id: print_of(holder)})


def _key(pair: KeyPair) -> bytes:
    return subkey(pair.seed, "vault.pins")

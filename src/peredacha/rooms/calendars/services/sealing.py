"""The secret of an address, and the boxes that only it opens."""

import json
import secrets
from base64 import b32decode, b32encode
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from peredacha.core.feeds import Entry
from peredacha.core.sealing import (
    KeyPair,
    NotSealedHere,
    PublicPair,
    open_envelope,
    open_sealed,
    salted_key,
    seal,
    seal_to,
    subkey,
    tag,
)
from peredacha.rooms.calendars.models import Feed, FeedBox
from peredacha.rooms.calendars.services.keeping import packed_entry, unpacked_entry

SECRET_BYTES, KEY_BYTES = 20, 32
TOKEN_LETTERS = 32
SEALED_KEY = 1_169
"""A key of 32 bytes sealed to a pair is so long [bytes]; the padded dates follow it."""


@dataclass(frozen=True, repr=False)
class Secret:
    """What stands in an address [20 random bytes]; the house keeps neither it nor the pair drawn from it."""

    body: bytes

    @classmethod
    def fresh(cls) -> "Secret":
        """A new one."""
        return cls(secrets.token_bytes(SECRET_BYTES))

    @classmethod
    def read(cls, token: str) -> "Secret | None":
        """The secret in an address; None for what cannot be one."""
        if len(token) != TOKEN_LETTERS or not token.isascii():
            return None
        try:
            return cls(b32decode(token.upper()))
        except ValueError:
            return None

    @property
    def token(self) -> str:
        """As it stands in the address: 32 small letters and digits."""
        return b32encode(self.body).decode().lower()

    @property
    def tag(self) -> bytes:
        """By what the house finds the feed; tells nothing without the boot key."""
        return tag(subkey(settings.LOCATOR_KEY, "calendars.tags"), b"calendars.feed", self.body)

    @property
    def pair(self) -> KeyPair:
        """The pair that opens the dates of the feed."""
        return KeyPair.from_seed(subkey(self.body, "calendars.pair"))


def context_of(feed: UUID, matter: UUID) -> bytes:
    """What a box is bound to."""
    return b"calendars.box" + feed.bytes + matter.bytes


def sealed_box(feed: Feed, matter: UUID, entries: Iterable[Entry], salt: bytes) -> bytes:
    """Dates sealed to a feed; ``salt``: of the matter, so that an old backup opens nothing once it was erased."""
    context, key = context_of(feed.id, matter), secrets.token_bytes(KEY_BYTES)
    body = json.dumps([packed_entry(one) for one in entries], separators=(",", ":")).encode()
    public = PublicPair.unpacked(bytes(feed.public))
    return seal_to(public, key, context) + seal(own_key(key, salt, context), body, context)


def opened_box(box: FeedBox, pair: KeyPair, salt: bytes) -> list[Entry]:
    """The dates in a box; none where it is damaged, forged, moved here from elsewhere, or its matter was erased."""
    context, sealed = context_of(box.feed_id, box.matter_id), bytes(box.sealed)
    try:
        if not box.is_genuine:
            return []
        key = own_key(open_sealed(pair, sealed[:SEALED_KEY], context), salt, context)
        return [unpacked_entry(one) for one in json.loads(open_envelope(key, sealed[SEALED_KEY:], context))]
    except (NotSealedHere, ValueError, KeyError, TypeError):
        return []


def own_key(key: bytes, salt: bytes, context: bytes) -> bytes:
    """The key of one box: nobody finds it without the salt of the matter."""
    return salted_key(key, salt, context) if salt else key

"""Igor has a copy of everything on the disk, and some secrets: what opens, with no check of a signature or a state.

He does not ask our code for permission: he tries every key that he has on every seal, and goes on with what opened.
"""

import json
from base64 import b64decode, urlsafe_b64decode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.conf import settings
from tests.rooms.people.world import PASSPHRASE, Enrolled

from peredacha.core.sealing import (
    Cost,
    KeyPair,
    NotSealedHere,
    ReturnCode,
    open_envelope,
    open_sealed,
    open_stream,
    salted_key,
    stretch,
    subkey,
    tag,
)
from peredacha.rooms.calendars.models import Feed, FeedBox, Reminder
from peredacha.rooms.calendars.services.reminding import context_of as reminder_context
from peredacha.rooms.calendars.services.reminding import key_for
from peredacha.rooms.calendars.services.sealing import SEALED_KEY, Secret, own_key
from peredacha.rooms.calendars.services.sealing import context_of as box_context
from peredacha.rooms.conversations.models import BlobRow, Notice
from peredacha.rooms.conversations.services.addressees import context_of as notice_context
from peredacha.rooms.conversations.services.addressees import notices_key
from peredacha.rooms.conversations.services.attaching import context_of as blob_context
from peredacha.rooms.conversations.services.blobs import read_blob
from peredacha.rooms.errands.models import ErrandCard, SeatRow
from peredacha.rooms.errands.services.cards import LABEL as ERRANDS
from peredacha.rooms.errands.services.cards import context_of as errands_context
from peredacha.rooms.matters.models import Card, ShiftNote
from peredacha.rooms.matters.services.shifts import VEIL
from peredacha.rooms.matters.services.shifts import context_of as note_context
from peredacha.rooms.parcels.models import ParcelCard
from peredacha.rooms.parcels.services.cards import context_of as parcel_context
from peredacha.rooms.people.models import Invitation, Member, SecondFactor, Session
from peredacha.rooms.people.services.enrolling import RECOVERY
from peredacha.rooms.salts.selectors import salts_of
from peredacha.rooms.vault.models import Grant, SealedRow, Seat
from peredacha.rooms.vault.models import ReturnCode as CodeRow
from peredacha.rooms.vault.services.codes import BOX
from peredacha.rooms.vault.services.keyring import CARD_KEY_BYTES
from peredacha.rooms.vault.services.keys import seat_context
from peredacha.rooms.vault.services.rows import place_of
from peredacha.rooms.vault.services.safes import DATA_KEY_BYTES, grant_context

ID_BYTES = 16
Key = KeyPair | bytes


@dataclass
class Loot:
    """What Igor has beside the disk: private keys that he has opened so far, and perhaps the boot key."""

    pairs: list[KeyPair] = field(default_factory=list)
    boot_key: bool = False


def tried(key: Key, sealed: Any, context: bytes) -> bytes:
    """What opens, or nothing."""
    try:
        if isinstance(key, KeyPair):
            return open_sealed(key, bytes(sealed or b""), context)
        return open_envelope(key, bytes(sealed or b""), context)
    except NotSealedHere:
        return b""


def by_passphrase(helper: Enrolled) -> list[KeyPair]:
    """The keys of one member. In this world all have the same passphrase; Igor tries it on one account alone."""
    one = Member.objects.get(pk=helper.member.pk)
    key = stretch(PASSPHRASE, bytes(one.salt), Cost.parsed(one.cost)).key
    return unpacked([tried(key, one.box, one.context("box"))])


def by_printed_words(words: bytes) -> list[KeyPair]:
    """The keys in every box that these printed words [16 bytes] open."""
    key = subkey(words, RECOVERY)
    return unpacked(tried(key, one.recovery_box, one.context("recovery")) for one in Member.objects.all())


def by_code(code: ReturnCode) -> list[KeyPair]:
    """The keys of every family that this code opens; the locator is no obstacle for who has the table."""
    found = []
    for row in CodeRow.objects.all():
        key = stretch(code.secret, bytes(row.salt), Cost.parsed(row.cost)).key
        found.append(tried(key, row.box, BOX + row.holder_id.bytes))
    return unpacked(found)


def by_cookie(token: str, *, boot_key: bool) -> list[KeyPair]:
    """The keys in every open visit that the secret of a cookie opens, with the boot key where he has it."""
    secret = urlsafe_b64decode(token)[ID_BYTES:]
    keys = [secret, *([visit_key(secret)] if boot_key else [])]
    rows = [(key, row) for key in keys for row in Session.objects.all()]
    boxes = [tried(key, row.box, b"people.session:" + bytes(row.id_hash)) for key, row in rows]
    return unpacked(b64decode(json.loads(box)["keys"]) for box in boxes if box)


def visit_key(secret: bytes) -> bytes:
    """With what the box of a visit is sealed."""
    return tag(settings.LOGIN_KEY, b"people.visit", secret)


def unpacked(boxes: Iterable[bytes]) -> list[KeyPair]:
    """The pairs in those boxes that opened."""
    return [KeyPair.unpacked(box) for box in boxes if box]


def read_by(loot: Loot) -> str:
    """Everything that is read with this loot and the whole disk, as one text."""
    bodies = [*all_seals(loot.pairs), *(by_boot_key() if loot.boot_key else ())]
    return b"\n".join(bodies).decode(errors="replace")


def all_seals(pairs: list[KeyPair]) -> Iterator[bytes]:
    """Everything that these private keys open, and what opens with what they opened."""
    circles = dict(circles_of(pairs))
    keys = with_seats(data_keys([*pairs, *(pair for _key, pair in circles.values())]))
    yield from cards_of_parcels(circles)
    yield from cards_of_errands(circles)
    for model in (one for one in apps.get_models() if issubclass(one, SealedRow)):
        for row in model._default_manager.all():
            for key in keys.get(row.safe_id, []):
                yield from inside(row, tried(key, row.sealed, place_of(row)))
    salts = salts_of(Card.objects.values_list("matter__safe", flat=True))
    for card in Card.objects.select_related("matter"):
        context, salt = (
            b"matters.card" + card.matter_id.bytes + card.circle_id.bytes,
            salts[card.matter.safe_id],
        )
        for key, pair in circles.values():
            yield tried(salted_key(subkey(key, "cards"), salt, context), card.sealed, context)
            yield tried(subkey(salt, "veil"), tried(pair, card.sealed, context), context)


def circles_of(pairs: list[KeyPair]) -> Iterator[tuple[Any, tuple[bytes, KeyPair]]]:
    """By holder, the card key and the pair of every circle in which one of these sits."""
    for seat in Seat.objects.select_related("epoch"):
        for pair in pairs:
            if body := tried(pair, seat.sealed, seat_context(seat.epoch.holder_id, seat.holder_id)):
                opened = body[:CARD_KEY_BYTES], KeyPair.unpacked(body[CARD_KEY_BYTES:])
                yield seat.epoch.holder_id, opened


def data_keys(pairs: list[KeyPair]) -> dict[Any, list[bytes]]:
    """By safe, every data key that one of these pairs opens; the salts lie on the disk beside it."""
    found: dict[Any, list[bytes]] = {}
    salts = salts_of(Grant.objects.values_list("safe", flat=True))
    for grant in Grant.objects.all():
        context = grant_context(grant.safe_id, grant.epoch, grant.holder_id)
        for body in filter(None, (tried(pair, grant.sealed, context) for pair in pairs)):
            salt, place = salts[grant.safe_id], grant.safe_id.bytes + grant.epoch.to_bytes(4, "big")
            key = salted_key(body[:DATA_KEY_BYTES], salt, b"vault.safe" + place)
            found.setdefault(grant.safe_id, []).append(key)
    return found


def with_seats(keys: dict[Any, list[bytes]]) -> dict[Any, list[bytes]]:
    """Those data keys, and what is opened by the seats that lie in the matters among them."""
    told = [
        tried(key, row.sealed, place_of(row))
        for row in SeatRow.objects.all()
        for key in keys.get(row.safe_id, [])
    ]
    seats = unpacked(bytes.fromhex(json.loads(one)["pair"]) for one in told if one)
    found = data_keys(seats)
    return {safe: [*keys.get(safe, []), *found.get(safe, [])] for safe in {*keys, *found}}


def cards_of_parcels(circles: dict[Any, tuple[bytes, KeyPair]]) -> Iterator[bytes]:
    """What the board of the packers shows of every parcel; he tries every circle's key on every card."""
    salts = salts_of(ParcelCard.objects.values_list("parcel__safe", flat=True))
    for card in ParcelCard.objects.select_related("parcel"):
        context, salt = parcel_context(card.parcel_id, card.circle_id), salts[card.parcel.safe_id]
        for key, pair in circles.values():
            yield tried(salted_key(subkey(key, "parcels"), salt, context), card.sealed, context)
            yield tried(subkey(salt, "veil"), tried(pair, card.sealed, context), context)


def cards_of_errands(circles: dict[Any, tuple[bytes, KeyPair]]) -> Iterator[bytes]:
    """What the list of the least served knows of every person."""
    salts = salts_of(ErrandCard.objects.values_list("errands__safe", flat=True))
    for card in ErrandCard.objects.select_related("errands"):
        context, salt = errands_context(card.errands_id, card.circle_id), salts[card.errands.safe_id]
        for key, pair in circles.values():
            yield tried(salted_key(subkey(key, ERRANDS), salt, context), card.sealed, context)
            yield tried(subkey(salt, "veil"), tried(pair, card.sealed, context), context)


def by_calendar(token: str) -> str:
    """What lies in the boxes of every calendar for whoever has the secret of one address; no mark is looked at."""
    secret = Secret.read(token)
    assert secret is not None
    pairs = [secret.pair, *(KeyPair.from_seed(bytes(one.tag)) for one in Feed.objects.all())]
    salts = salts_of(FeedBox.objects.values_list("matter__safe", flat=True))
    found = []
    for box in FeedBox.objects.select_related("matter"):
        context, sealed = box_context(box.feed_id, box.matter_id), bytes(box.sealed)
        for key in filter(None, (tried(pair, sealed[:SEALED_KEY], context) for pair in pairs)):
            own = own_key(key, salts[box.matter.safe_id], context)
            found.append(tried(own, sealed[SEALED_KEY:], context).decode())
    return "\n".join(found)


def inside(row: SealedRow, body: bytes) -> Iterator[bytes]:
    """What a row says, the file that it names, and what lies under a veil in it."""
    yield body
    if isinstance(row, BlobRow) and body:
        yield file_of(row, json.loads(body))
    if isinstance(row, ShiftNote) and body:
        salt = salts_of([row.matter.safe_id])[row.matter.safe_id]
        yield tried(subkey(salt, "veil"), b64decode(json.loads(body)[VEIL]), note_context(row.matter_id))


def file_of(row: BlobRow, told: dict[str, Any]) -> bytes:
    """The bytes of the file beside a row that opened."""
    key = subkey(b64decode(told["key"]), f"blob {row.blob}")
    return b"".join(open_stream(key, read_blob(row.blob), blob_context(row.blob, row.safe_id, told["epoch"])))


def by_boot_key() -> Iterator[bytes]:
    """What the boot key opens: names of helpers, who is meant by an invitation, one-time secrets, addresses."""
    for member in Member.objects.all():
        yield tried(settings.NAMES_KEY, member.name_box, member.context("name"))
        yield tried(settings.FACTORS_KEY, member.devices_box, member.context("devices"))
    for one in Invitation.objects.all():
        yield tried(settings.NAMES_KEY, one.note_box, one.note_context)
    for factor in SecondFactor.objects.all():
        for name in ("secret", "label"):
            yield tried(settings.FACTORS_KEY, getattr(factor, f"{name}_box"), factor.context(name))
    salts = salts_of(Notice.objects.values_list("holder", flat=True))
    for notice in Notice.objects.exclude(box=None):
        key = notices_key(notice.holder_id, salts.get(notice.holder_id, b""))
        if body := tried(key, notice.box, notice_context(notice.holder_id)):
            yield json.loads(body)["address"].encode()
    safes = salts_of(Reminder.objects.values_list("matter__safe", flat=True))
    for reminder in Reminder.objects.select_related("matter"):
        where = reminder.wish_id, reminder.matter_id
        yield tried(key_for(*where, safes[reminder.matter.safe_id]), reminder.box, reminder_context(*where))

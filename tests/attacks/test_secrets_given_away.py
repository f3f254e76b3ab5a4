"""Igor has a copy of both databases, and one secret: what opens is exactly what that secret should open.

He does not ask our code for permission: he tries every key that he has on every seal, with no check of a signature.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from tests.attacks.world import MARK, NINAS, House
from tests.rooms.people.world import PASSPHRASE, Enrolled, enrol

from peredacha.core.sealing import (
    Cost,
    KeyPair,
    NotSealedHere,
    ReturnCode,
    open_envelope,
    open_sealed,
    stretch,
    subkey,
)
from peredacha.rooms.matters.models import Card
from peredacha.rooms.people.models import Invitation, Member
from peredacha.rooms.vault.models import Grant, SealedRow, Seat
from peredacha.rooms.vault.models import ReturnCode as CodeRow
from peredacha.rooms.vault.services.codes import BOX
from peredacha.rooms.vault.services.keyring import CARD_KEY_BYTES
from peredacha.rooms.vault.services.keys import seat_context
from peredacha.rooms.vault.services.rows import place_of
from peredacha.rooms.vault.services.safes import DATA_KEY_BYTES, grant_context

pytestmark = pytest.mark.django_db
HERS, AMONG_HELPERS, NINAS_WORDS = f"{MARK} слова", f"{MARK} заметка", f"{NINAS} слова"
CARD, SHIFT, ROLL, OWN = f"{MARK} имя", f"{MARK} смене", f"{MARK} отдел", f"{MARK} карточка"
NAME, NOTE = "Pavel", f"{MARK} кто"
EVERYTHING = (HERS, CARD, AMONG_HELPERS, NINAS_WORDS, SHIFT, ROLL, OWN, NAME, NOTE)


def tried(key: Any, sealed: Any, context: bytes) -> bytes:
    """What opens, or nothing."""
    try:
        opener = open_sealed if isinstance(key, KeyPair) else open_envelope
        return opener(key, bytes(sealed or b""), context)
    except NotSealedHere:
        return b""


def by_passphrase(helper: Enrolled) -> Iterator[KeyPair]:
    """The keys of one member. In this world all have the same passphrase; Igor tries it on one account alone."""
    one = Member.objects.get(pk=helper.member.pk)
    key = stretch(PASSPHRASE, bytes(one.salt), Cost.parsed(one.cost)).key
    if box := tried(key, one.box, one.context("box")):
        yield KeyPair.unpacked(box)


def by_code(code: ReturnCode) -> Iterator[KeyPair]:
    """The keys of every family that this code opens; the locator is no obstacle for who has the table."""
    for row in CodeRow.objects.all():
        key = stretch(code.secret, bytes(row.salt), Cost.parsed(row.cost)).key
        if box := tried(key, row.box, BOX + row.holder_id.bytes):
            yield KeyPair.unpacked(box)


def all_seals(pairs: list[KeyPair]) -> Iterator[bytes]:
    """Everything that these private keys open, and what opens with what they opened."""
    circles = {}
    for seat in Seat.objects.select_related("epoch"):
        for pair in pairs:
            context = seat_context(seat.epoch.holder_id, seat.holder_id)
            if body := tried(pair, seat.sealed, context):
                circles[seat.epoch.holder_id] = (
                    body[:CARD_KEY_BYTES],
                    KeyPair.unpacked(body[CARD_KEY_BYTES:]),
                )
    everybody = [*pairs, *(pair for _key, pair in circles.values())]
    keys: dict[Any, list[bytes]] = {}
    for grant in Grant.objects.all():
        for pair in everybody:
            context = grant_context(grant.safe_id, grant.epoch, grant.holder_id)
            if body := tried(pair, grant.sealed, context):
                keys.setdefault(grant.safe_id, []).append(body[:DATA_KEY_BYTES])
    for model in (one for one in apps.get_models() if issubclass(one, SealedRow)):
        for row in model._default_manager.all():
            yield from (tried(key, row.sealed, place_of(row)) for key in keys.get(row.safe_id, []))
    for card in Card.objects.all():
        for key, pair in circles.values():
            context = b"matters.card" + card.matter_id.bytes + card.circle_id.bytes
            yield tried(subkey(key, "cards"), card.sealed, context)
            yield tried(pair, card.sealed, context)


def by_boot_key() -> Iterator[bytes]:
    """What the boot key opens: names of helpers, and who is meant by an invitation."""
    for member in Member.objects.all():
        yield tried(settings.NAMES_KEY, member.name_box, member.context("name"))
    for one in Invitation.objects.all():
        yield tried(settings.NAMES_KEY, one.note_box, one.note_context)


def read_with(house: House, secret: str) -> set[str]:
    """The marked words that somebody with this secret and the databases reads."""
    family = {"Vera's code": house.vera.code, "Nina's code": house.nina.code}
    maria = enrol("Maria")
    helpers = {"Pavel": house.pavel, "Anna": house.anna, "Larisa": house.larisa, "Maria": maria}
    pairs: list[KeyPair] = []
    if secret in family:
        pairs += by_code(family[secret])
    if (name := secret.removesuffix("'s passphrase")) in helpers:
        pairs += by_passphrase(helpers[name])
    bodies = [*all_seals(pairs), *(by_boot_key() if secret == "the boot key" else ())]
    text = b"\n".join(bodies).decode(errors="replace")
    assert pairs or secret in ("nothing", "the boot key")
    return {mark for mark in EVERYTHING if mark in text}


TABLE = {
    "nothing": set[str](),
    "the boot key": {NAME, NOTE},
    "Maria's passphrase": set[str](),
    "Nina's code": {NINAS_WORDS},
    "Vera's code": {HERS, CARD, NAME},
    "Larisa's passphrase": {HERS, CARD, NAME},
    "Anna's passphrase": {HERS, CARD, NAME, AMONG_HELPERS, OWN},
    "Pavel's passphrase": {HERS, CARD, NAME, AMONG_HELPERS, NINAS_WORDS, SHIFT, ROLL, OWN},
}
"""The secret that Igor has beside both databases, and all that he reads then. Pavel sits in the reception.

The name of a helper stands in a matter, where that helper wrote or did something in it."""


@pytest.mark.parametrize("secret", TABLE)
def test_one_secret_opens_exactly_what_it_should(house: House, secret: str) -> None:
    assert read_with(house, secret) == TABLE[secret]


def test_the_boot_key_and_the_databases_make_no_passphrase_and_no_code(house: House) -> None:
    """Who has all but the words in people's heads has boxes that open with none of the keys of the house."""
    derived = [value for name, value in vars(settings._wrapped).items() if name.endswith("_KEY")]
    keys = [one for one in derived if isinstance(one, bytes) and len(one) == 32]

    boxes = [(one.box, one.context("box")) for one in Member.objects.all()]
    boxes += [(one.recovery_box, one.context("recovery")) for one in Member.objects.all()]
    boxes += [(row.box, BOX + row.holder_id.bytes) for row in CodeRow.objects.all()]

    assert len(boxes) > 8 and not any(tried(key, box, context) for key in keys for box, context in boxes)

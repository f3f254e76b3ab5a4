"""Eight words for a caller: made for a matter that a helper wrote down, read aloud, shown once."""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction

from peredacha.core.sealing import KeyPair, NotSealedHere, ReturnCode, open_envelope, seal, subkey
from peredacha.rooms.matters.services import MatterFile, first_check_word, leave_trace, seat_family
from peredacha.rooms.vault.services import (
    Keys,
    is_written_down,
    mark_written_down,
    sealed_code,
    store_family,
)

TICKET = b"arrivals.words"
TICKET_LIVES = timedelta(hours=12)


class OldTicket(Exception):
    """The page was open too long, is damaged, or its words cannot be used: ask for the page again."""


class HasWords(Exception):
    """The family has its words on paper already: nobody can show them again, and none are made beside them."""


@dataclass(frozen=True, repr=False)
class FirstCard:
    """What the caller writes down: the eight words, and the check word that her first visit will show."""

    code: ReturnCode
    check: str


def fresh_ticket(file: MatterFile, *, now: datetime) -> str:
    """A sealed ticket from which the words of this matter are made, so that a double click makes them once."""
    body = secrets.token_bytes(32) + int(now.timestamp()).to_bytes(8, "big")
    return urlsafe_b64encode(seal(settings.TICKET_KEY, body, TICKET + file.matter.id.bytes)).decode()


def read_ticket(text: str, file: MatterFile, *, now: datetime) -> bytes:
    """The 32 random bytes of a ticket made for this matter; raises OldTicket."""
    try:
        body = open_envelope(
            settings.TICKET_KEY, urlsafe_b64decode(text.encode()), TICKET + file.matter.id.bytes
        )
    except (NotSealedHere, ValueError) as error:
        raise OldTicket from error
    if now.timestamp() - int.from_bytes(body[32:], "big") > TICKET_LIVES.total_seconds():
        raise OldTicket
    return body[:32]


def has_words(file: MatterFile) -> bool:
    """Whether the family has its words on paper, or has come back with them."""
    family = file.matter.family_id
    return family is not None and is_written_down(family)


def words_for(keys: Keys, file: MatterFile, ticket: str, *, language: str, now: datetime) -> FirstCard:
    """The card of a family for this matter; the same ticket gives the same card until it is written down.

    Words that nobody wrote down are replaced. The key derivation runs before the transaction.
    Raises OldTicket, HasWords, AllPlacesTaken.
    """
    seed = read_ticket(ticket, file, now=now)
    code = ReturnCode.from_seed(subkey(seed, "code"), language)
    holder = UUID(bytes=subkey(seed, "holder")[:16], version=4)
    pair = KeyPair.from_seed(subkey(seed, "pair"))
    card = FirstCard(code, first_check_word(pair, language))
    if has_words(file):
        raise HasWords
    if file.matter.family_id == holder:
        return card
    row = sealed_code(code=code, pair=pair, holder=holder)
    with transaction.atomic():
        family = store_family(row=row, pair=pair)
        if family is None:
            raise OldTicket
        seat_family(keys=keys, file=file, family=family)
        leave_trace(keys=keys, file=file, act="granted", now=now)
    return card


def words_are_written_down(file: MatterFile) -> None:
    """The caller has the words on paper: they are never shown again."""
    if file.matter.family_id:
        mark_written_down(file.matter.family_id)

"""A matter begins: asked for by a family, or written down by a helper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from peredacha.core.facts import Author, Fact, Told
from peredacha.core.sealing import KeyPair, ReturnCode, subkey
from peredacha.rooms.journal.services import bump
from peredacha.rooms.matters.models import FactRow, Matter, MatterState
from peredacha.rooms.matters.services.clocks import clock_from, monday
from peredacha.rooms.matters.services.files import MatterFile, open_file
from peredacha.rooms.matters.services.keeping import refresh
from peredacha.rooms.matters.services.tracing import leave_trace, tag_of
from peredacha.rooms.vault.models import Holder
from peredacha.rooms.vault.selectors import reception_holder
from peredacha.rooms.vault.services import (
    Keys,
    is_written_down,
    new_safe,
    sealed_code,
    store_family,
    write_row,
)


class NoReception(Exception):
    """The chapter has no reception yet: nobody could read the request."""


@dataclass(frozen=True, repr=False)
class Opened:
    """A matter that stands in the database, and the family's keys and words."""

    matter: Matter
    keys: Keys
    code: ReturnCode


def open_request(
    *, chapter: str, ticket: bytes, language: str, facts: Iterable[Fact], now: datetime
) -> Opened | None:
    """A family's request, sealed to itself and to the reception of the chapter, and its code of words.

    ``ticket`` [32 random bytes] came with the form: the same form sent twice is one request, and gives the same
    words again as long as they were not written down. None when it was, or when the two first words are taken:
    ask with a fresh ticket. Raises NoReception. The key derivation runs before the transaction.
    """
    reception = reception_holder(chapter)
    if reception is None:
        raise NoReception
    code = ReturnCode.from_seed(subkey(ticket, "code"), language)
    pair = KeyPair.from_seed(subkey(ticket, "pair"))
    holder = UUID(bytes=subkey(ticket, "holder")[:16], version=4)
    keys = Keys(holder, pair)
    before = Matter.objects.filter(family=holder).first()
    if before:
        return None if is_written_down(holder) else Opened(before, keys, code)
    row = sealed_code(code=code, pair=pair, holder=holder)
    with transaction.atomic():
        family = store_family(row=row, pair=pair)
        if family is None:
            return None
        matter = begin(
            chapter=chapter,
            giver=holder,
            pair=pair,
            outer=[family, reception],
            inner=[reception],
            family=family,
            now=now,
        )
        tell_all(keys, matter, facts, author=Author("family"), now=now)
    return Opened(matter, keys, code)


def open_by_helper(*, keys: Keys, facts: Iterable[Fact], author: Author, now: datetime) -> Matter:
    """A matter written down by a helper: a call, a letter. Raises NoReception."""
    if keys.member is None:
        raise NoReception
    reception = reception_holder(keys.member.chapter)
    if reception is None:
        raise NoReception
    me = Holder.objects.get(id=keys.holder)
    with transaction.atomic():
        matter = begin(
            chapter=keys.member.chapter,
            giver=keys.holder,
            pair=keys.pair,
            outer=[me, reception],
            inner=[me, reception],
            family=None,
            now=now,
        )
        tell_all(keys, matter, facts, author=author, now=now)
    return matter


def begin(
    *,
    chapter: str,
    giver: UUID,
    pair: KeyPair,
    outer: list[Holder],
    inner: list[Holder],
    family: Holder | None,
    now: datetime,
) -> Matter:
    """The matter's row with its two safes; inside a transaction."""
    today = now.date()
    safe = new_safe(giver=giver, pair=pair, holders=outer)
    inside = new_safe(giver=giver, pair=pair, holders=inner)
    matter = Matter.objects.create(
        id=uuid4(),
        chapter=chapter,
        week=monday(today),
        next_on=today,
        erase_on=clock_from(MatterState.WAITING, today),
        safe_id=safe.id,
        inner_safe_id=inside.id,
        family=family,
        trace_tag=tag_of(safe),
    )
    bump(chapter=chapter, name="requests", today=today)
    return matter


def tell_all(keys: Keys, matter: Matter, facts: Iterable[Fact], *, author: Author, now: datetime) -> None:
    """Write the first facts and draw the first card."""
    file = open_file(keys, matter, now=now)
    if file is None:
        raise RuntimeError("a matter does not open for who has just begun it")
    for fact in facts:
        write_row(FactRow, file.safe, Told(fact, author, now.isoformat()).packed())
    again = open_file(keys, matter, now=now)
    if isinstance(again, MatterFile):
        refresh(keys=keys, file=again, now=now)
        leave_trace(keys=keys, file=again, act="request_came", now=now)

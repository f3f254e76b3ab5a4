"""A matter begins: asked for by a family, or written down by a helper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from peredacha.core.facts import Author, Fact, Told
from peredacha.core.sealing import KeyPair, ReturnCode, subkey
from peredacha.rooms.journal.services import bump
from peredacha.rooms.matters.models import FactRow, Matter, MatterState
from peredacha.rooms.matters.services.cards import put_first_card
from peredacha.rooms.matters.services.clocks import clock_from, monday
from peredacha.rooms.matters.services.drawing import URGENCY, drawn_card, next_look
from peredacha.rooms.matters.services.files import Entry, MatterFile
from peredacha.rooms.matters.services.tracing import leave_trace, tag_of
from peredacha.rooms.vault.models import Holder
from peredacha.rooms.vault.selectors import reception_holder, recoveries_of
from peredacha.rooms.vault.services import (
    Keys,
    is_written_down,
    new_safes,
    sealed_code,
    store_family,
    write_first_rows,
)
from peredacha.statements import add


class NoReception(Exception):
    """The chapter has no reception yet: nobody could read the request."""


@dataclass(frozen=True, repr=False)
class Opened:
    """A matter that stands in the database, and the family's keys and words."""

    matter: Matter
    keys: Keys
    code: ReturnCode


def open_request(
    *,
    chapter: str,
    ticket: bytes,
    language: str,
    facts: Iterable[Fact],
    now: datetime,
    reception: Holder | None = None,
) -> Opened | None:
    """A family's request, sealed to itself and to the reception of the chapter, and its code of words.

    ``ticket`` [32 random bytes] came with the form: the same form sent twice is one request, and gives the same
    words again as long as they were not written down. None when it was, or when the two first words are taken:
    ask with a fresh ticket. ``reception``: that of the chapter, where the caller has read it. Raises NoReception.
    The key derivation runs before the transaction.
    """
    reception = reception or reception_holder(chapter)
    if reception is None:
        raise NoReception
    code = ReturnCode.from_seed(subkey(ticket, "code"), language)
    pair = KeyPair.from_seed(subkey(ticket, "pair"))
    holder = UUID(bytes=subkey(ticket, "holder")[:16], version=4)
    keys = Keys(holder, pair)
    told = [Told(fact, Author("family"), now.isoformat()) for fact in facts]
    row = sealed_code(code=code, pair=pair, holder=holder)
    try:
        with transaction.atomic():
            family = store_family(row=row, pair=pair)
            if family is None:
                return None
            readers = [family, reception], [reception]
            matter = begin(
                keys=keys,
                chapter=chapter,
                reception=reception,
                readers=readers,
                family=family,
                told=told,
                now=now,
            )
    except IntegrityError:
        # The same form came before: its holder stands already.
        before = Matter.objects.filter(family=holder).first()
        return _again(before, keys, code) if before else None
    return Opened(matter, keys, code)


def _again(before: Matter, keys: Keys, code: ReturnCode) -> Opened | None:
    """The matter of a form that was sent before; nothing once its words are on paper."""
    return None if is_written_down(keys.holder) else Opened(before, keys, code)


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
            keys=keys,
            chapter=keys.member.chapter,
            reception=reception,
            readers=([me, reception], [me, reception]),
            family=None,
            told=[Told(fact, author, now.isoformat()) for fact in facts],
            now=now,
        )
    return matter


def begin(
    *,
    keys: Keys,
    chapter: str,
    reception: Holder,
    readers: tuple[list[Holder], list[Holder]],
    family: Holder | None,
    told: list[Told],
    now: datetime,
) -> Matter:
    """The matter with its two safes, its first facts, its card and its trace; inside a transaction.

    Nothing is read back: the safes that were just made are open in the hand, and so is the file.
    """
    today = timezone.localdate(now)
    last = recoveries_of([chapter])
    safe, inside = new_safes(giver=keys.holder, pair=keys.pair, readers=[[*one, *last] for one in readers])
    matter = Matter(
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
    rows = write_first_rows(FactRow, safe, (one.packed() for one in told))
    entries = tuple(Entry(row.id, one, False) for row, one in zip(rows, told))
    file = MatterFile(matter, safe, inside if keys.member else None, entries, 0, 0)
    card = drawn_card(file, now=now)
    matter.urgency, matter.next_on = URGENCY.get(card.queue, 0), next_look(file, now=now)
    add(matter)
    put_first_card(matter=matter, card=card, keys=keys, holder=reception, salt=safe.salt)
    bump(chapter=chapter, name="requests", today=today)
    leave_trace(keys=keys, file=file, act="request_came", now=now)
    return matter

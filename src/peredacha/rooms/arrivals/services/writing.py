"""A call or a letter is written down: as a matter of its own, or added to one that is here already."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from peredacha.core.facts import Fact, Note, Told
from peredacha.rooms.arrivals.models import Ticket
from peredacha.rooms.arrivals.selectors import Hint, alike_cards
from peredacha.rooms.arrivals.services.acting import author_of, take_ticket
from peredacha.rooms.arrivals.services.facts import facts_beside, facts_of, named_in, unread_of
from peredacha.rooms.matters.models import FactRow, Matter
from peredacha.rooms.matters.selectors import find_matter
from peredacha.rooms.matters.services import (
    MatterFile,
    leave_trace,
    open_by_helper,
    open_file,
    refresh,
)
from peredacha.rooms.vault.services import Keys, write_row

NEW = "new"
"""The helper's word that it is another person."""


class NotThere(Exception):
    """The matter that was chosen is another chapter's, closed, erased, or does not open."""


def hints_for(keys: Keys, data: Mapping[str, Any]) -> list[Hint]:
    """Who may be here already under the name that was typed; nobody once the helper has decided, or it is saved."""
    if data["same"] or Ticket.objects.filter(id=data["ticket"], matter__isnull=False).exists():
        return []
    return alike_cards(keys, named_in(data))


def write_down(keys: Keys, data: Mapping[str, Any], *, came_by: str, now: datetime) -> Matter:
    """Save what was typed, once for each form: a new matter, or facts added to the one named in ``same``.

    Raises NotThere, NoReception, TooLong.
    """
    today = timezone.localdate(now)
    facts = facts_of(data, came_by=came_by, today=today)
    note = "\n".join(filter(None, [data["note"].strip(), unread_of(data)]))
    with transaction.atomic():
        ticket, first = take_ticket(data["ticket"], today=today)
        if not first and ticket.matter:
            return ticket.matter
        if data["same"] in ("", NEW):
            matter = begun(keys, facts, note, now)
        else:
            matter = added(keys, UUID(data["same"]), facts, note, now)
        Ticket.objects.filter(id=ticket.id).update(matter=matter)
    return matter


def begun(keys: Keys, facts: list[Fact], note: str, now: datetime) -> Matter:
    """A new matter."""
    matter = open_by_helper(keys=keys, facts=facts, author=author_of(keys), now=now)
    if note:
        tell_inside(keys, file_of(keys, matter.id, now=now), note, now)
    return matter


def added(keys: Keys, matter_id: UUID, facts: list[Fact], note: str, now: datetime) -> Matter:
    """Facts added to a matter that is here already; a trace tells that it was changed."""
    file = file_of(keys, matter_id, now=now)
    for fact in facts_beside(file, facts):
        write_row(FactRow, file.safe, Told(fact, author_of(keys), now.isoformat()).packed())
    if note:
        tell_inside(keys, file, note, now)
    again = file_of(keys, matter_id, now=now)
    refresh(keys=keys, file=again, now=now)
    leave_trace(keys=keys, file=again, act="matter_changed", now=now)
    return again.matter


def tell_inside(keys: Keys, file: MatterFile, note: str, now: datetime) -> None:
    """A remark in the helpers' safe."""
    if file.inner:
        write_row(FactRow, file.inner, Told(Note(text=note), author_of(keys), now.isoformat()).packed())


def file_of(keys: Keys, matter_id: UUID, *, now: datetime) -> MatterFile:
    """The file of an open matter of one's own chapter; raises NotThere."""
    matter = find_matter(matter_id)
    if matter is None or keys.member is None or matter.chapter != keys.member.chapter:
        raise NotThere
    file = open_file(keys, matter, now=now) if matter.state != "closed" else None
    if file is None or file.inner is None:
        raise NotThere
    return file

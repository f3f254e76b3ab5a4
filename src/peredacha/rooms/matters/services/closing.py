"""A matter ends: with a reason, and how it ended; a word of the family opens it again."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from peredacha.core.facts import Author, Note, Status
from peredacha.rooms.journal.services import bump
from peredacha.rooms.matters.models import Matter, MatterState
from peredacha.rooms.matters.services.files import MatterFile
from peredacha.rooms.matters.services.keeping import tell
from peredacha.rooms.matters.services.tracing import leave_trace
from peredacha.rooms.vault.services import Keys


@transaction.atomic
def close_matter(
    *, keys: Keys, file: MatterFile, why: str, ended: str, author: Author, now: datetime
) -> MatterFile:
    """Close with a reason that the family reads; ``ended``: how it ended, for the helpers alone [may be empty].

    Twice is once. The clock runs its short way from now on.
    """
    if file.matter.state == MatterState.CLOSED:
        return file
    set_state(file, MatterState.CLOSED)
    if ended and file.inner:
        file = tell(keys=keys, file=file, fact=Note(text=ended), author=author, now=now, inner=True)
    status = Status(state=MatterState.CLOSED, why=why)
    file = tell(keys=keys, file=file, fact=status, author=author, now=now)
    bump(chapter=file.matter.chapter, name="closed", today=timezone.localdate(now))
    leave_trace(keys=keys, file=file, act="matter_closed", now=now)
    return file


@transaction.atomic
def reopen_matter(*, keys: Keys, file: MatterFile, author: Author, now: datetime) -> MatterFile:
    """Open a closed matter again, with whoever held it; nothing happens to one that is open."""
    if file.matter.state != MatterState.CLOSED:
        return file
    state = MatterState.OPEN if file.matter.held_by_id else MatterState.WAITING
    set_state(file, state)
    file = tell(keys=keys, file=file, fact=Status(state=state), author=author, now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)
    return file


def set_state(file: MatterFile, state: MatterState) -> None:
    """Write the state into the clear row."""
    file.matter.state = state
    Matter.objects.filter(id=file.matter.id).update(state=state)


def closing_words(file: MatterFile) -> str:
    """Why a matter was closed; empty where it was not."""
    status = [fact for fact, _told in file.all(Status) if fact.state]
    return status[-1].why if status and status[-1].state == MatterState.CLOSED else ""


def how_it_ended(file: MatterFile) -> str:
    """What was left for the helpers when the matter was closed; empty where nothing was, or for the family."""
    closed = [told.at for fact, told in file.all(Status) if fact.state == MatterState.CLOSED]
    notes = [one.told for one in file.entries if one.inner and isinstance(one.told.fact, Note)]
    found = [one.fact.text for one in notes if closed and one.at == closed[-1] and isinstance(one.fact, Note)]
    return found[-1] if found else ""

"""A matter closed with thanks, opened again, its clock told and held."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.core.facts import Note
from peredacha.rooms.conversations.services import send
from peredacha.rooms.desk.services.acting import author_of
from peredacha.rooms.desk.services.words import day_in_words
from peredacha.rooms.matters.models import MatterState
from peredacha.rooms.matters.services import (
    MatterFile,
    close_matter,
    closing_words,
    hold,
    how_it_ended,
    leave_trace,
    reopen_matter,
)
from peredacha.rooms.vault.services import Keys


@dataclass(frozen=True)
class ToldClock:
    """Where a matter stands and when its clock erases it."""

    state: str
    closed: bool
    why: str
    ended: str
    erase_on: str
    held_until: str
    held_why: str


def told_clock(file: MatterFile, *, now: datetime) -> ToldClock:
    """The clock in words; a hold that is over is not told."""
    matter = file.matter
    states = {
        MatterState.WAITING: _("Waits for somebody"),
        MatterState.OPEN: _("Under way"),
        MatterState.CLOSED: _("Closed"),
    }
    held = matter.hold_until if matter.hold_until and matter.hold_until >= timezone.localdate(now) else None
    return ToldClock(
        states[MatterState(matter.state)],
        matter.state == MatterState.CLOSED,
        closing_words(file),
        how_it_ended(file),
        day_in_words(matter.erase_on.isoformat()),
        day_in_words(held.isoformat()) if held else "",
        hold_reason(file) if held else "",
    )


def hold_reason(file: MatterFile) -> str:
    """The last remark that the family reads: why the clock stands still."""
    notes = [one.told.fact for one in file.entries if not one.inner and isinstance(one.told.fact, Note)]
    return notes[-1].text if notes else ""


@transaction.atomic
def close(*, keys: Keys, file: MatterFile, why: str, thanks: str, ended: str, now: datetime) -> None:
    """Close with a reason; ``thanks`` is the last message to the family, ``ended`` is for the helpers."""
    if thanks:
        send(keys=keys, file=file, text=thanks, author=author_of(keys), now=now)
        leave_trace(keys=keys, file=file, act="message_sent", now=now)
    close_matter(keys=keys, file=file, why=why, ended=ended, author=author_of(keys), now=now)


@transaction.atomic
def open_again(*, keys: Keys, file: MatterFile, now: datetime) -> MatterFile:
    """Open a closed matter again."""
    return reopen_matter(keys=keys, file=file, author=author_of(keys), now=now)


@transaction.atomic
def hold_clock(*, keys: Keys, file: MatterFile, until: date, reason: str, now: datetime) -> date:
    """Let the clock stand still, with a reason that the family reads; gives the day that counts."""
    day = hold(keys=keys, file=file, until=until, reason=reason, author=author_of(keys), now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)
    return day

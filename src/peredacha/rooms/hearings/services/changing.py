"""What is said of a hearing: set, moved, corrected, fallen away, taken back; and what follows from it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from peredacha.core.facts import Hearing
from peredacha.rooms.conversations.services import addressees_of, author_of, wish_notices
from peredacha.rooms.hearings.services.opening import follow
from peredacha.rooms.hearings.services.shelf import read_shelf
from peredacha.rooms.hearings.services.standing import Standing, find_standing, locked, standing_of
from peredacha.rooms.matters.models import FactRow
from peredacha.rooms.matters.services import (
    MatterFile,
    leave_trace,
    refresh,
    take_back,
    tell,
)
from peredacha.rooms.vault.services import Keys

TAKEN_BACK = timedelta(days=1)
"""So long a word can be taken back by who said it; afterwards the hearing moves or falls away."""


class ChangedMeanwhile(Exception):
    """Something newer was said of this hearing, or it cannot be taken back any more."""


@dataclass(frozen=True, repr=False)
class Date:
    """What is told of a hearing: when, where, and what is decided. ``at`` with the zone of the court."""

    at: datetime
    court: str = ""
    what: str = ""


def after_change(*, keys: Keys, file: MatterFile, now: datetime) -> None:
    """Everything that follows a changed hearing, in one place: the card of the matter, and what is public of it.

    Hearings that are told elsewhere are followed from the roof (``config/calendars.py``).
    """
    refresh(keys=keys, file=file, now=now)
    follow(keys=keys, file=file, now=now)


@transaction.atomic
def set_hearing(*, keys: Keys, file: MatterFile, told: Date, now: datetime) -> UUID:
    """Tell of a hearing; the same told twice is told once. Gives the random name of the word. Raises TooLong."""
    fresh = locked(keys=keys, file=file, now=now)
    for one in standing_of(fresh):
        if one.at == told.at and one.fact.court in ("", told.court) and not one.fact.called_off:
            return one.id
    return said(keys, fresh, Hearing(at=told.at.isoformat(), court=told.court, what=told.what), now)


@transaction.atomic
def move_hearing(*, keys: Keys, file: MatterFile, hearing: UUID, told: Date, now: datetime) -> UUID:
    """It was moved to another moment, perhaps to another court. Raises ChangedMeanwhile, TooLong."""
    fresh, one = locked_with(keys, file, hearing, now)
    if one.at == told.at and one.fact.court == told.court:
        return one.id
    fact = Hearing(
        at=told.at.isoformat(), court=told.court, what=told.what or one.fact.what, moved_from=one.fact.at
    )
    return said(keys, fresh, fact, now)


@transaction.atomic
def correct_hearing(*, keys: Keys, file: MatterFile, hearing: UUID, told: Date, now: datetime) -> UUID:
    """A slip of the finger: the own last word is taken back and told anew; what is public already moves instead.

    Raises ChangedMeanwhile, TooLong.
    """
    fresh, one = locked_with(keys, file, hearing, now)
    if not may_take_back(keys, one, now):
        raise ChangedMeanwhile
    if read_shelf(fresh).door_of(one.key, one.fact.at):
        return move_hearing(keys=keys, file=file, hearing=hearing, told=told, now=now)
    fact = Hearing(
        at=told.at.isoformat(),
        court=told.court,
        what=told.what or one.fact.what,
        moved_from=one.fact.moved_from,
    )
    return said(keys, without(keys, fresh, one, now), fact, now)


@transaction.atomic
def call_off(*, keys: Keys, file: MatterFile, hearing: UUID, now: datetime, off: bool = True) -> UUID:
    """It fell away, or stands after all with ``off=False``. Raises ChangedMeanwhile."""
    fresh, one = locked_with(keys, file, hearing, now)
    return said(keys, fresh, replace(one.fact, called_off=off, moved_from=one.fact.at), now)


@transaction.atomic
def take_word_back(*, keys: Keys, file: MatterFile, hearing: UUID, now: datetime) -> None:
    """The own last word on a hearing goes, as if it had not been said. Raises ChangedMeanwhile."""
    fresh, one = locked_with(keys, file, hearing, now)
    if not may_take_back(keys, one, now):
        raise ChangedMeanwhile
    settled(keys, without(keys, fresh, one, now), now)


def may_take_back(keys: Keys, one: Standing, now: datetime) -> bool:
    """Whether these keys said the last word on it, a short while ago."""
    by, me = one.entry.told.by, author_of(keys)
    recent = datetime.fromisoformat(one.entry.told.at) >= now - TAKEN_BACK
    return (by.who, by.id) == (me.who, me.id) and recent


def locked_with(keys: Keys, file: MatterFile, hearing: UUID, now: datetime) -> tuple[MatterFile, Standing]:
    """The file under a lock and one hearing of it. Raises ChangedMeanwhile when something newer was said of it."""
    fresh = locked(keys=keys, file=file, now=now)
    one = find_standing(fresh, hearing)
    if one is None:
        raise ChangedMeanwhile
    return fresh, one


def said(keys: Keys, file: MatterFile, fact: Hearing, now: datetime) -> UUID:
    """Tell one fact with everything that follows; gives its random name."""
    before = {one.id for one in file.entries}
    again = tell(keys=keys, file=file, fact=fact, author=author_of(keys), now=now)
    settled(keys, again, now)
    return next(one.id for one in again.entries if one.id not in before)


def without(keys: Keys, file: MatterFile, one: Standing, now: datetime) -> MatterFile:
    """The file once the last word on a hearing is gone."""
    take_back(tables=[FactRow], copies=[(FactRow._meta.label_lower, str(one.id))], target=file)
    return locked(keys=keys, file=file, now=now)


def settled(keys: Keys, file: MatterFile, now: datetime) -> None:
    """What follows, who hears of it, and a trace."""
    after_change(keys=keys, file=file, now=now)
    wish_notices(addressees_of(file, author=author_of(keys), inner=False, now=now), now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)

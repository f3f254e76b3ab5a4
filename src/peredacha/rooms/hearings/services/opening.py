"""A hearing open to the public: told with a yes, moving with the hearing, taken back at any time."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from peredacha.rooms.cautions.services import PUBLICITY, risk_step
from peredacha.rooms.conversations.services import author_of
from peredacha.rooms.hearings.models import LONGEST_COURT, CardRow, OpenHearing, OpenState
from peredacha.rooms.hearings.services.shelf import Door, DoorTold, packed_door, read_shelf
from peredacha.rooms.hearings.services.standing import Standing, is_ahead, locked, standing_of
from peredacha.rooms.matters.services import MatterFile, leave_trace
from peredacha.rooms.vault.services import Keys, renewed_if_stale, rewrite_row, write_row


@dataclass(frozen=True, repr=False)
class Yes:
    """What is to be public: the words and the court as they will stand there, until when the yes holds.

    ``said_by``: who of the family said yes and when, where a helper writes it down.
    """

    words: str
    court: str
    until: date
    said_by: str = ""


class NotThoughtOver(Exception):
    """Nobody has thought yet of what publicity may bring him, or the answer was no, or it no longer holds."""


def may_be_opened(one: Standing, *, now: datetime) -> bool:
    """Whether it is still to come, at an hour that is known, and stands."""
    return one.has_hour and not one.fact.called_off and is_ahead(one, now)


@transaction.atomic
def let_in(*, keys: Keys, file: MatterFile, one: Standing, yes: Yes, now: datetime) -> None:
    """Make a hearing public, once. Raises NotThoughtOver, TooLong."""
    fresh = locked(keys=keys, file=file, now=now)
    if not risk_step(fresh, PUBLICITY, now).may_go:
        raise NotThoughtOver
    if read_shelf(fresh).door_of(one.key, one.fact.at):
        return
    row = OpenHearing.objects.create(
        id=uuid4(),
        chapter=file.matter.chapter,
        at=one.at,
        zone=one.zone.key,
        court=yes.court,
        words=yes.words,
        until=yes.until,
        changed_on=timezone.localdate(now),
    )
    told = DoorTold(
        row.id, one.key, one.fact.at, one.fact.court, yes.until, yes.said_by, author_of(keys), now.isoformat()
    )
    write_row(CardRow, renewed_if_stale(keys, fresh.safe), packed_door(told))
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)


@transaction.atomic
def withdraw(*, keys: Keys, file: MatterFile, one: Standing, now: datetime) -> None:
    """Take a hearing out of the public list: in calendars it stands as cancelled, and its words go at once."""
    fresh = locked(keys=keys, file=file, now=now)
    door = read_shelf(fresh).door_of(one.key, one.fact.at)
    if door:
        close(keys, fresh, door, now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)


@transaction.atomic
def withdraw_all(*, keys: Keys, file: MatterFile, now: datetime) -> None:
    """Take everything of a matter out of the public list: before its family erases it."""
    fresh = locked(keys=keys, file=file, now=now)
    for door in read_shelf(fresh).doors:
        if not door.told.withdrawn:
            close(keys, fresh, door, now)


def close(keys: Keys, file: MatterFile, door: Door, now: datetime) -> None:
    """One yes is taken back: its words go at once."""
    row = OpenHearing.objects.filter(id=door.told.open).first()
    if row:
        row.court = row.words = ""
    end(keys, file, door, row, now)


def end(keys: Keys, file: MatterFile, door: Door, row: OpenHearing | None, now: datetime) -> None:
    """One yes is over: cancelled in calendars, and not to be woken by a later move."""
    if row:
        changed(row, now, state=OpenState.OFF)
    rewrite_row(door.row, renewed_if_stale(keys, file.safe), packed_door(replace(door.told, withdrawn=True)))


def follow(*, keys: Keys, file: MatterFile, now: datetime) -> None:
    """What is public goes with its hearing: to another moment or court, away, and back; past the yes it ends."""
    standing = standing_of(file)
    for door in read_shelf(file).doors:
        row = OpenHearing.objects.filter(id=door.told.open).first()
        if door.told.withdrawn or row is None:
            continue
        one = of_door(door, standing)
        if one and one.at.date() > door.told.until:
            row.words = ""
            end(keys, file, door, row, now)
            continue
        if one is None or one.fact.called_off:
            changed(row, now, state=OpenState.OFF)
            continue
        court = one.fact.court[:LONGEST_COURT] if one.fact.court != door.told.court else row.court
        changed(row, now, state=OpenState.OPEN, at=one.at, zone=one.zone.key, court=court)
        if (door.told.at, door.told.court) != (one.fact.at, one.fact.court):
            again = replace(door.told, at=one.fact.at, court=one.fact.court, hearing=one.key)
            rewrite_row(door.row, renewed_if_stale(keys, file.safe), packed_door(again))


def of_door(door: Door, standing: tuple[Standing, ...]) -> Standing | None:
    """The hearing for which a yes was said: by its key, or by the moment at which it stood last."""
    by_key = next((one for one in standing if one.key == door.told.hearing), None)
    return by_key or next((one for one in standing if one.fact.at == door.told.at), None)


def changed(row: OpenHearing, now: datetime, **told: Any) -> None:
    """Store what changed of a public hearing with its next number; nothing where nothing did."""
    names = ("at", "zone", "court", "words", "state")
    for name, value in told.items():
        setattr(row, name, value)
    stored = OpenHearing.objects.get(id=row.id)
    if all(getattr(stored, name) == getattr(row, name) for name in names):
        return
    row.sequence, row.changed_on = stored.sequence + 1, timezone.localdate(now)
    row.save()


def forget_past_openings(*, today: date) -> int:
    """Take out every public hearing whose day, or whose yes, is over; gives how many. Needs no key."""
    midnight = timezone.make_aware(datetime.combine(today, time()))
    before = OpenHearing.objects.filter(at__lt=midnight)
    over = OpenHearing.objects.filter(until__lt=today)
    return before.delete()[0] + over.delete()[0]

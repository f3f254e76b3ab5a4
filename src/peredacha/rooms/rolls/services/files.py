"""A roll opened by somebody's keys: its people, its police stations."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from peredacha.core.linkage import fold
from peredacha.core.sealing import subkey, tag
from peredacha.rooms.matters.services import NoReception, monday
from peredacha.rooms.rolls.models import Roll, RollRow
from peredacha.rooms.rolls.selectors import find_roll
from peredacha.rooms.rolls.services.entries import Detained
from peredacha.rooms.vault.selectors import reception_holder
from peredacha.rooms.vault.services import (
    Keys,
    OpenSafe,
    erase_safes,
    missing_places,
    new_safe,
    open_safe,
    read_row,
)

KEPT = timedelta(weeks=8)
"""How long a roll is kept after it was begun or last written in."""
KEY_SIGNS = 16
NUMBERS = re.compile(r"[0-9]+")


@dataclass(frozen=True, repr=False)
class RollEntry:
    """A row and the person in it."""

    id: UUID
    number: int
    """Its place in the roll, from 1."""
    person: Detained


@dataclass(frozen=True, repr=False)
class Station:
    """A police station of a roll with its people; ``key`` is a random-looking name for the address."""

    key: str
    name: str
    entries: tuple[RollEntry, ...]


@dataclass(frozen=True, repr=False)
class RollFile:
    """A roll opened by somebody's keys."""

    roll: Roll
    safe: OpenSafe
    entries: tuple[RollEntry, ...]
    damaged: int
    missing: int

    def station_key(self, name: str) -> str:
        """The name of a station in an address: tells nothing without the roll's data key."""
        key = subkey(self.safe.data_keys[min(self.safe.data_keys)], "stations")
        return tag(key, folded(name).encode()).hex()[:KEY_SIGNS]

    @property
    def stations(self) -> tuple[Station, ...]:
        """The stations by name, people without one last; ё, capitals and spaces do not part a station."""
        found: dict[str, list[RollEntry]] = {}
        for entry in self.entries:
            found.setdefault(self.station_key(entry.person.station), []).append(entry)
        made = [Station(key, many[0].person.station, tuple(many)) for key, many in found.items()]
        return tuple(sorted(made, key=lambda one: (not one.name, folded(one.name))))

    def station(self, key: str) -> Station | None:
        """One station by its key."""
        return next((one for one in self.stations if one.key == key), None)

    def chosen(self, rows: Iterable[UUID]) -> list[RollEntry]:
        """The entries with these ids, in the order of the roll."""
        wanted = set(rows)
        return [entry for entry in self.entries if entry.id in wanted]


def folded(station: str) -> str:
    """The name of a station as it is compared; its numbers count, for there are many of one name."""
    return " ".join([fold(station), *NUMBERS.findall(station)])


@transaction.atomic
def begin_roll(*, keys: Keys, now: datetime) -> Roll:
    """An empty roll, sealed to the reception of the keys' chapter. Raises NoReception."""
    reception = reception_holder(keys.member.chapter) if keys.member else None
    if keys.member is None or reception is None:
        raise NoReception
    safe = new_safe(giver=keys.holder, pair=keys.pair, holders=[reception])
    return Roll.objects.create(
        chapter=keys.member.chapter,
        week=monday(timezone.localdate(now)),
        erase_on=clock(timezone.localdate(now)),
        safe_id=safe.id,
    )


def clock(today: date) -> date:
    """The Monday on which a roll is erased when nobody writes in it after ``today``."""
    return monday(today + KEPT + timedelta(days=6))


def open_roll(keys: Keys, roll_id: UUID, *, now: datetime) -> RollFile | None:
    """A roll of one's own chapter with everybody in it; None where it does not exist or does not open."""
    roll = find_roll(roll_id, keys.member.chapter) if keys.member else None
    safe = open_safe(keys, roll.safe_id, now=now) if roll else None
    if roll is None or safe is None:
        return None
    rows = list(RollRow.objects.filter(safe=safe.id))
    entries, damaged = [], 0
    for row in rows:
        person = person_in(row, safe)
        if person is None:
            damaged += 1
        else:
            entries.append(RollEntry(row.id, row.sequence, person))
    return RollFile(roll, safe, tuple(entries), damaged, len(missing_places(rows)))


def person_in(row: RollRow, safe: OpenSafe) -> Detained | None:
    """The person in a row; None where it is damaged."""
    content = read_row(row, safe).content
    try:
        return Detained.unpacked(content) if content is not None else None
    except TypeError:
        return None


@transaction.atomic
def erase_roll(roll: Roll) -> None:
    """Take a roll out with every row, grant and key. Needs no key."""
    erase_safes([roll.safe_id])


def erase_due_rolls(*, today: date) -> int:
    """Erase every roll whose clock has run out; gives how many."""
    due = list(Roll.objects.filter(erase_on__lte=today))
    for roll in due:
        erase_roll(roll)
    return len(due)

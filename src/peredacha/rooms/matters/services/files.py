"""The file of one matter: every fact that these keys open, and what follows from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from peredacha.core.facts import (
    Charge,
    Fact,
    Hearing,
    Held,
    Match,
    NextStep,
    Person,
    Place,
    Reach,
    Referral,
    Request,
    Told,
    UnknownFact,
)
from peredacha.rooms.matters.models import FactRow, Matter
from peredacha.rooms.matters.services.hearings import StandingHearing, standing_hearings
from peredacha.rooms.vault.services import Keys, OpenSafe, missing_places, open_safes, read_row

Kind = TypeVar("Kind")


@dataclass(frozen=True)
class Entry:
    """One fact in its place."""

    id: UUID
    told: Told
    inner: bool
    """Whether it stands in the helpers' safe, which the family does not read."""


@dataclass(frozen=True, repr=False)
class MatterFile:
    """A matter opened by somebody's keys."""

    matter: Matter
    safe: OpenSafe
    inner: OpenSafe | None
    """None for the family."""
    entries: tuple[Entry, ...]
    damaged: int
    """How many facts do not open although their key was granted."""
    missing: int
    """How many facts somebody took out of the database."""

    def all(self, kind: type[Kind]) -> Iterator[tuple[Kind, Told]]:
        """Every fact of a kind, oldest first."""
        for entry in self.entries:
            if isinstance(entry.told.fact, kind):
                yield entry.told.fact, entry.told

    def newest(self, kind: type[Kind]) -> Kind | None:
        """The last fact of a kind."""
        found = None
        for fact, _told in self.all(kind):
            found = fact
        return found

    @property
    def request(self) -> Request:
        """What was asked for first."""
        return next((fact for fact, _told in self.all(Request)), Request())

    @property
    def person(self) -> Person:
        """The person inside, as last told."""
        return self.newest(Person) or Person()

    @property
    def reach(self) -> Reach:
        """How the family can be reached, as last told."""
        return self.newest(Reach) or Reach()

    @property
    def place(self) -> Place | None:
        """Where the person is, as last told."""
        return self.newest(Place)

    @property
    def held(self) -> Held:
        """Who holds the matter."""
        return self.newest(Held) or Held()

    @property
    def next_step(self) -> NextStep | None:
        """What happens next; None when the last one is done."""
        step = self.newest(NextStep)
        return None if step is None or step.done else step

    @property
    def articles(self) -> tuple[str, ...]:
        """Every article charged."""
        return tuple(dict.fromkeys(charge.article for charge, _told in self.all(Charge) if charge.article))

    @property
    def hearings(self) -> tuple[StandingHearing, ...]:
        """Every hearing as it stands by the last word on it, by its moment; those that fell away are among them."""
        return standing_hearings(fact for fact, _told in self.all(Hearing))

    def hearings_after(self, now: datetime) -> list[Hearing]:
        """Hearings ahead, the nearest first; none that was moved away or fell away."""
        ahead = [one.fact for one in self.hearings if one.fact.at >= now.isoformat()[:16]]
        return [one for one in ahead if not one.called_off]

    def latest(self, kind: type[Match] | type[Referral]) -> dict[str, tuple[Match | Referral, Told]]:
        """The last word on each match or referral, by its key."""
        found: dict[str, tuple[Match | Referral, Told]] = {}
        for fact, told in self.all(kind):
            found[fact.key] = (fact, told)
        return found


def open_file(keys: Keys, matter: Matter, *, now: datetime) -> MatterFile | None:
    """The file of a matter; None when the keys do not open it."""
    opened = open_safes(keys, [matter.safe_id, matter.inner_safe_id], now=now)
    safe, inner = opened.get(matter.safe_id), opened.get(matter.inner_safe_id)
    if safe is None:
        return None
    entries: list[Entry] = []
    damaged = missing = 0
    for one in filter(None, (safe, inner)):
        rows = list(FactRow.objects.filter(safe=one.id))
        missing += len(missing_places(rows))
        for row in rows:
            told = told_by(row, one)
            if told:
                entries.append(Entry(row.id, told, one is inner))
            elif row.epoch in one.data_keys:
                damaged += 1
    entries.sort(key=lambda entry: entry.told.at)
    return MatterFile(matter, safe, inner, tuple(entries), damaged, missing)


def told_by(row: FactRow, opened: OpenSafe) -> Told | None:
    """The fact in a row; None when it is damaged."""
    content = read_row(row, opened).content
    try:
        return Told.unpacked(content) if content is not None else None
    except UnknownFact:
        return None


def facts_of(file: MatterFile) -> list[Fact]:
    """Every fact without its teller."""
    return [entry.told.fact for entry in file.entries]

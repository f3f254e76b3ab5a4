"""Every hearing of a matter as it stands, with the random name of the last word on it."""

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from peredacha.core.facts import Hearing
from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.hearings.selectors import region_of_facility, zone_of_court, zone_of_region
from peredacha.rooms.matters.services import Entry, MatterFile, lock_whole, open_file
from peredacha.rooms.vault.services import Keys

NO_HOUR = time(0)
"""At this hour a hearing stands for which none is known yet; its fact holds the day alone."""


@dataclass(frozen=True, repr=False)
class Standing:
    """One hearing by the last word on it; ``at`` by the clock of the court."""

    id: UUID
    """The random name of the fact that speaks last: another one after each change."""
    key: str
    """The moment at which it was first told of; it stays."""
    fact: Hearing
    at: datetime
    zone: ZoneInfo
    entry: Entry

    @property
    def has_hour(self) -> bool:
        """Whether its hour is known."""
        return self.at.time() != NO_HOUR


def locked(*, keys: Keys, file: MatterFile, now: datetime) -> MatterFile:
    """The file as it stands under a lock, so that two who write at once do not undo each other. In a transaction."""
    lock_whole(file.matter)
    fresh = open_file(keys, file.matter, now=now)
    if fresh is None:
        raise NotSealedHere
    return fresh


def clock_of(file: MatterFile, court: str = "") -> ZoneInfo:
    """The clock of a court that the land knows; else of the place where the person is, of the family's region."""
    facility = file.place.facility if file.place else ""
    answered = file.request.answers.get("region")
    return (
        zone_of_court(court)
        or zone_of_region(region_of_facility(facility))
        or zone_of_region(answered if isinstance(answered, str) else "")
        or ZoneInfo(settings.TIME_ZONE)
    )


def moment_of(text: str, zone: ZoneInfo) -> datetime | None:
    """A moment kept as ISO text, on the clock of the court; None for what is no moment."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.astimezone(zone) if found.tzinfo else found.replace(tzinfo=zone)


def standing_of(file: MatterFile) -> tuple[Standing, ...]:
    """Every hearing as it stands, by its moment; those that fell away are among them."""
    common, entries = clock_of(file), {id(one.told.fact): one for one in file.entries}
    found = []
    for one in file.hearings:
        zone = zone_of_court(one.fact.court) or common
        entry, at = entries.get(id(one.fact)), moment_of(one.fact.at, zone)
        if entry and at:
            found.append(Standing(entry.id, one.key, one.fact, at, zone, entry))
    return tuple(sorted(found, key=lambda one: one.at))


def find_standing(file: MatterFile, name: UUID) -> Standing | None:
    """The hearing whose last word has this random name; None once something newer was said."""
    return next((one for one in standing_of(file) if one.id == name), None)


def next_of(file: MatterFile, now: datetime) -> Standing | None:
    """The nearest hearing ahead; one of today without an hour counts until the day is over."""
    return next((one for one in standing_of(file) if is_ahead(one, now) and not one.fact.called_off), None)


def is_ahead(one: Standing, now: datetime) -> bool:
    """Whether it is still to come."""
    return one.at >= now if one.has_hour else one.at.date() >= now.astimezone(one.at.tzinfo).date()


def last_court(file: MatterFile) -> str:
    """The court of the hearing told last; empty where none was told."""
    told = [fact.court for fact, _told in file.all(Hearing) if fact.court]
    return told[-1] if told else ""

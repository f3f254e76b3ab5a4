"""Which dates a matter has: those that its own facts say, and those that other rooms tell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from peredacha.core.feeds import Entry
from peredacha.core.law import Land
from peredacha.jurisdictions.load import pack
from peredacha.rooms.facilities.selectors import find_facility
from peredacha.rooms.matters.services import MatterFile

HEARING, NEXT = "hearing", "next"
DRAWN = frozenset({HEARING, NEXT})
"""The sources that are always drawn from the file of the matter."""
ISO_DAY = 10
Name = tuple[str, str]
"""A date by its source and its key there."""


@dataclass(frozen=True)
class Dated:
    """A date that a room tells.

    ``key`` is its name in that room for as long as it lives, also when it is moved. ``begins``: a last day, or a
    moment; without a zone it stands on the clock of the matter's region.
    """

    key: str
    begins: date
    cancelled: bool = False


@dataclass(frozen=True, repr=False)
class Places:
    """On which clock the dates of a matter stand."""

    file: MatterFile
    now: datetime

    @cached_property
    def land(self) -> Land:
        """The land of this installation with its chapter; read once."""
        return pack(settings.JURISDICTION, settings.CHAPTER)

    @cached_property
    def zone(self) -> ZoneInfo:
        """That of the place where the person is, else of what the family answered, else of the land."""
        return self.zone_in(self.region_of_place() or self.region_of_answers())

    def zone_of(self, court: str) -> ZoneInfo:
        """That of a court which the land knows by this name; else as above."""
        named = court.strip().casefold()
        known = (one.region for one in self.land.courts if named and one.name.casefold() == named)
        code = next(known, "")
        region = next((one for one in self.land.regions.values() if code and one.courts == code), None)
        return region.zone if region else self.zone

    def zone_in(self, code: str) -> ZoneInfo:
        """That of the region with this code."""
        region = self.land.regions.get(code)
        return region.zone if region else ZoneInfo(settings.TIME_ZONE)

    def region_of_place(self) -> str:
        """The region of the facility in which the person is, as last told."""
        place = self.file.place
        card = (
            find_facility(place.facility, today=timezone.localdate(self.now))
            if place and place.facility
            else None
        )
        return card.region if card else ""

    def region_of_answers(self) -> str:
        """The region that the family chose when it answered."""
        told = self.file.request.answers.get("region")
        return told if isinstance(told, str) else ""


def dates_of(file: MatterFile, told: Mapping[str, Sequence[Dated]], places: Places) -> dict[Name, Entry]:
    """Every date as it should stand now, each with a random name in case that it is new.

    Two hearings that were first told of for the same moment, in two courts, keep their order.
    """
    found: dict[Name, Entry] = {}
    for one in hearings_of(file, places):
        same = sum(1 for _source, key in found if key.startswith(one.key))
        found[HEARING, f"{one.key} {same}" if same else one.key] = entry_of(one, places)
    step = file.next_step
    by = when_of(step.by, places.zone) if step else None
    if by:
        found[NEXT, NEXT] = entry_of(Dated(NEXT, by), places)
    for source in told.keys() - DRAWN:
        found |= {(source, one.key): entry_of(one, places) for one in told[source]}
    return found


def hearings_of(file: MatterFile, places: Places) -> Iterator[Dated]:
    """Each hearing as it stands, at the hour of its court."""
    for one in file.hearings:
        begins = when_of(one.fact.at, places.zone_of(one.fact.court))
        if begins:
            yield Dated(one.key, begins, one.fact.called_off)


def when_of(text: str, zone: ZoneInfo) -> date | None:
    """A day or a moment from ISO text; None for what is neither."""
    try:
        if len(text) <= ISO_DAY:
            return date.fromisoformat(text)
        return on_clock(datetime.fromisoformat(text), zone)
    except ValueError:
        return None


def on_clock(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment with a named zone: its own, or the one given."""
    if isinstance(moment.tzinfo, ZoneInfo):
        return moment
    return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)


def entry_of(one: Dated, places: Places) -> Entry:
    """A date as an entry without words: they are said when the calendar is fetched, in its language."""
    begins = on_clock(one.begins, places.zone) if isinstance(one.begins, datetime) else one.begins
    return Entry(uuid4().hex, "", begins, places.now, cancelled=one.cancelled)

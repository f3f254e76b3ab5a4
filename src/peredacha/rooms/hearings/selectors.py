"""What the room reads: the clock and the days off of the land, sealed rows of a safe, public hearings."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from peredacha.core.law import Land
from peredacha.jurisdictions.load import pack
from peredacha.rooms.facilities.selectors import find_facility
from peredacha.rooms.hearings.models import CardRow, OpenHearing


def current_land() -> Land:
    """The land of this installation with its chapter; read once."""
    return pack(settings.JURISDICTION, settings.CHAPTER)


def zone_of_region(code: str) -> ZoneInfo | None:
    """The clock of a region."""
    region = current_land().regions.get(code)
    return region.zone if region else None


def zone_of_court(words: str) -> ZoneInfo | None:
    """The clock of a court whose name the words begin with; None where courts of two clocks have that name."""
    told, land = words.strip().casefold(), current_land()
    codes = {one.region for one in land.courts if told.startswith(one.name.casefold())}
    zones = {one.zone for one in land.regions.values() if one.courts in codes}
    return zones.pop() if len(zones) == 1 else None


def region_of_facility(public_id: str) -> str:
    """The region of a facility; empty where its card is not known."""
    card = find_facility(public_id, today=timezone.localdate()) if public_id else None
    return card.region if card else ""


def is_day_off(day: date) -> bool:
    """Whether courts are closed on this day: a weekend or a holiday."""
    return current_land().calendar.is_off(day)


def something_is_open(chapter: str, *, today: date) -> bool:
    """Whether any hearing of the chapter is public and still ahead; one question."""
    ahead = OpenHearing.objects.filter(chapter=chapter, until__gte=today)
    return ahead.exists()


def rows_of(safe: UUID) -> list[CardRow]:
    """Every row of this room in a safe, oldest first."""
    return list(CardRow.objects.filter(safe=safe))


def open_hearings(now: datetime) -> list[OpenHearing]:
    """Every public hearing of today and later whose yes still holds, by its moment; those called off are among them."""
    today = timezone.localdate(now)
    return list(
        OpenHearing.objects.filter(
            at__gte=timezone.localtime(now).replace(hour=0, minute=0), until__gte=today
        )
    )

"""What the room reads: the land of this installation, its questions, courts and cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.conf import settings

from peredacha.core.law.land import Court, Land, Page, Region
from peredacha.core.law.plan import UNKNOWN, Answers
from peredacha.jurisdictions.load import pack
from peredacha.rooms.vault.selectors import receptions

HEAD_OFFICE_ZONE = ZoneInfo("Europe/Moscow")


@dataclass(frozen=True)
class Surroundings:
    """Where it happened: the region and the court of the place, as far as they are known."""

    region: Region | None
    court: Court | None
    regional_court: Court | None
    zone: ZoneInfo


@dataclass(frozen=True)
class Choices:
    """What the room offers where the options are not part of the question: regions, courts, cards."""

    regions: Sequence[tuple[str, str]] = ()
    places: Sequence[tuple[str, str]] = ()
    facilities: Sequence[tuple[str, str]] = ()


def current_land() -> Land:
    """The land of this installation with its chapter; read once."""
    return pack(settings.JURISDICTION, settings.CHAPTER)


def find_page(page_id: str) -> Page | None:
    """The advice page of that id, or None."""
    return current_land().pages.get(page_id)


def surroundings(answers: Answers) -> Surroundings:
    """The region, court and zone that the answers name; the capital's zone while no region is known."""
    land = current_land()
    code = answers.get("region", UNKNOWN)
    region = land.regions.get(code) if isinstance(code, str) else None
    courts = land.courts_of(region.code) if region else ()
    place = answers.get("place")
    return Surroundings(
        region=region,
        court=next((court for court in courts if court.code == place), None),
        regional_court=next((court for court in courts if court.level == "regional"), None),
        zone=region.zone if region else HEAD_OFFICE_ZONE,
    )


def is_somebody_there() -> bool:
    """Whether any chapter has a reception, so that a request would be read."""
    return bool(receptions())

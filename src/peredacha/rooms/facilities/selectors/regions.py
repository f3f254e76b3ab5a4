"""Regions that have cards, and what a chapter says of its own region."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

from peredacha.core.language import Text, in_language
from peredacha.jurisdictions.load import pack
from peredacha.rooms.facilities.models import Chapter, DutyLine, Facility
from peredacha.rooms.facilities.selectors.speaking import said
from peredacha.rooms.facilities.selectors.windows import Phone


@dataclass(frozen=True)
class DutyPhone(Phone):
    """A number of the chapter itself, and when somebody answers there."""

    hours: str = ""


def list_duty_phones(region: str) -> tuple[DutyPhone, ...]:
    """Numbers of the chapters of that region, in the order that each chapter gives."""
    lines = DutyLine.objects.filter(chapter__region=region).order_by("chapter__key", "position")
    return tuple(
        DutyPhone(
            number=line.number,
            purpose=said(line.purpose_ru, line.purpose_en),
            hours=said(line.hours_ru, line.hours_en),
        )
        for line in lines
    )


def region_names() -> Mapping[str, Text]:
    """Names by region code: those of the land, and those that chapters have brought."""
    land = pack(settings.JURISDICTION, settings.CHAPTER)
    names: dict[str, Text] = {code: region.name for code, region in land.regions.items()}
    brought = Chapter.objects.order_by("key").values_list("region", "region_name_ru", "region_name_en")
    return names | {code: {"ru": russian, "en": english} for code, russian, english in brought}


def list_region_choices(language: str) -> list[tuple[str, str]]:
    """Code and name of each region that has a card, by name: what a search form offers."""
    with_cards = set(Facility.objects.order_by().values_list("region", flat=True).distinct())
    names = region_names()
    named = [(code, in_language(names.get(code, {"": code}), language)) for code in with_cards]
    return sorted(named, key=lambda pair: pair[1])

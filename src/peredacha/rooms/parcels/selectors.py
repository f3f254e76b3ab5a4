"""What the room reads without a key: parcels by what stands in clear."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import Max

from peredacha.core.turns import Served
from peredacha.design.wording import words
from peredacha.jurisdictions.parcels import parcel_law
from peredacha.rooms.facilities.models import Facility
from peredacha.rooms.facilities.selectors import list_facilities
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.parcels.models import Parcel, ParcelRow, ParcelState


def find_parcel(parcel: UUID) -> Parcel | None:
    """A parcel by its random name."""
    return Parcel.objects.select_related("matter", "held_by", "card").filter(id=parcel).first()


def parcels_of_matter(matter: Matter | UUID) -> list[Parcel]:
    """Every parcel of a matter that is not erased, the newest first."""
    found = Parcel.objects.filter(matter=matter).select_related("matter", "held_by")
    return list(found.order_by("-week", "id"))


def due_parcels(today: date) -> list[Parcel]:
    """Every parcel whose clock has run out."""
    return list(Parcel.objects.filter(erase_on__lte=today).order_by("erase_on", "id"))


def last_parcels(chapter: str, cards: Mapping[UUID, Served]) -> dict[UUID, date]:
    """By matter, the day on which the last thing that was carried came; who never had any is not there.

    Without a card it is the week of the last parcel that has ended, however it ended, until that is erased.
    """
    found = Parcel.objects.filter(chapter=chapter, state=ParcelState.ENDED).values("matter")
    ended = {one["matter"]: one["last"] for one in found.annotate(last=Max("week"))}
    known = {matter: card.parcel for matter, card in cards.items()}
    return {matter: day for matter, day in (ended | known).items() if day}


def rows_of(safe: UUID) -> list[ParcelRow]:
    """Every sealed line of a parcel, oldest first."""
    return list(ParcelRow.objects.filter(safe=safe))


NEVER_WISHED = ("glass", "home_made", "medicine")
"""Kinds of goods that no wish speaks of: rules do, and medicines are asked for apart."""


def goods_classes() -> list[tuple[str, str]]:
    """Kinds of goods that can be wished for, key and name, in the order of the land."""
    known = parcel_law(settings.JURISDICTION).classes
    return [(key, words(one.name)) for key, one in known.items() if key not in NEVER_WISHED]


def facility_names(public_ids: Iterable[str]) -> dict[str, str]:
    """What people call these places, by their public ids."""
    found = list_facilities().filter(public_id__in=set(public_ids))
    return {one.public_id: called(one) for one in found}


def called(facility: Facility) -> str:
    """What people call a place, in the language of the page."""
    russian = facility.short_name_ru or facility.name_ru
    return words({"ru": russian, "en": facility.short_name_en or facility.name_en or russian})

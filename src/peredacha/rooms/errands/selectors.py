"""What the room reads without a key: which file belongs to a matter, who packs for a chapter, what the law counts."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.conf import settings

from peredacha.core.law import Land
from peredacha.core.law.quotas import QuotaLaw
from peredacha.core.law.quotas.case import Place
from peredacha.design.wording import words
from peredacha.jurisdictions.load import pack
from peredacha.jurisdictions.parcels import parcel_law
from peredacha.rooms.errands.models import ErrandFile
from peredacha.rooms.facilities.models import HOLDING_KINDS, FacilityKind
from peredacha.rooms.facilities.selectors import FacilityCard, find_facility, list_by_kinds
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.vault.models import CircleName, Holder
from peredacha.rooms.vault.selectors import find_circle, newest_epoch

MOST_PLACES = 300
"""A longer list to choose from helps nobody."""
BEFORE_THE_VERDICT = (
    FacilityKind.POLICE,
    FacilityKind.TEMPORARY,
    FacilityKind.SPECIAL_RECEPTION,
    FacilityKind.REMAND,
)
"""Where the law counts kilograms by the month."""


def find_errands(matter: Matter | UUID) -> ErrandFile | None:
    """The errands of a matter; None while nothing was carried to its person."""
    return ErrandFile.objects.filter(matter=matter).select_related("matter").first()


def packers_of(chapter: str) -> Holder | None:
    """To whom what is packed is sealed; None where nobody founded the circle."""
    return _holder_of(chapter, CircleName.PACKERS)


def writers_of(chapter: str) -> Holder | None:
    """To whom the aliases for letters are sealed; None where nobody founded the circle."""
    return _holder_of(chapter, CircleName.WRITERS)


def _holder_of(chapter: str, name: str) -> Holder | None:
    circle = find_circle(chapter, name)
    epoch = newest_epoch(circle) if circle else None
    return epoch.holder if epoch else None


def current_land() -> Land:
    """The law of the land of this installation; read once."""
    return pack(settings.JURISDICTION, settings.CHAPTER)


def current_quotas() -> QuotaLaw:
    """The quotas of that land."""
    return current_land().quotas


def carried_errands(chapter: str, errands: UUID) -> ErrandFile | None:
    """What is carried by a chapter, by its random name."""
    return ErrandFile.objects.filter(id=errands, chapter=chapter).select_related("matter").first()


def all_errands(chapter: str, matters: Sequence[UUID] | None = None) -> list[ErrandFile]:
    """The errands of every matter of a chapter, or of these, the oldest matter first."""
    found = ErrandFile.objects.filter(chapter=chapter).select_related("matter")
    found = found if matters is None else found.filter(matter__in=matters)
    return list(found.order_by("matter__week", "id"))


def goods_choices() -> list[tuple[str, str]]:
    """Kinds of goods, key and name; empty where the land names none."""
    return [(one.id, words(one.name)) for one in parcel_law(settings.JURISDICTION).classes.values()]


def facility_choices(region: str, current: str, *, today: date) -> list[tuple[str, str]]:
    """Cards of places where people are held, public id and title: those of the region, and the one that stands."""
    card = find_facility(current, today=today) if current else None
    found = {one.public_id: one.title for one in list_by_kinds(region or "", HOLDING_KINDS)[:MOST_PLACES]}
    standing = {card.public_id: card.title} if card else {}
    return list({**standing, **found}.items())


def card_of(facility: str, *, today: date) -> FacilityCard | None:
    """The card of a place; None where there is none."""
    return find_facility(facility, today=today) if facility else None


def held_at(kind: str) -> Place:
    """How the law counts in a place of that sort."""
    return "remand" if kind in BEFORE_THE_VERDICT else "colony"

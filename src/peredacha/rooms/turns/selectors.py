"""What the list reads without a key: weeks that stand in clear in other rooms."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from peredacha.rooms.errands.models import ErrandFile
from peredacha.rooms.errands.selectors import all_errands
from peredacha.rooms.letters.models import Correspondent, Offer
from peredacha.rooms.matters.models import Matter, MatterState
from peredacha.rooms.matters.selectors import queue_of
from peredacha.rooms.matters.services import KEPT
from peredacha.rooms.parcels.models import Parcel, ParcelState
from peredacha.rooms.parcels.selectors import last_parcels
from peredacha.rooms.visits.selectors import last_visits, with_a_visit_ahead

SLACK = timedelta(days=6)
"""The clock of a matter ends on a Monday: it tells the last word only up to this."""

__all__ = [
    "carried",
    "last_parcels",
    "last_visits",
    "last_word",
    "letters_so_far",
    "not_to_write_to",
    "to_pack",
    "under_way",
    "with_a_visit_ahead",
    "with_cards",
]


def carried(chapter: str) -> list[ErrandFile]:
    """The people of a chapter to whom something is carried, but for closed matters."""
    return [one for one in all_errands(chapter) if one.matter.state != MatterState.CLOSED]


def with_cards(chapter: str) -> Mapping[UUID, Matter]:
    """The matters of a chapter that are not closed, with their sealed cards, by their random names."""
    return {one.id: one for one in queue_of(chapter)}


def letters_so_far(chapter: str) -> dict[UUID, date]:
    """By matter, the Monday of the week of the last letter; one that had none is not there."""
    found = Correspondent.objects.filter(chapter=chapter, served_on__isnull=False)
    return {matter: week for matter, week in found.values_list("matter", "served_on") if week}


def not_to_write_to(chapter: str) -> set[UUID]:
    """Matters in which no letter is wished, or to which somebody writes just now."""
    stopped = Correspondent.objects.filter(chapter=chapter, stopped=True).values_list("matter", flat=True)
    offered = Offer.objects.filter(correspondent__chapter=chapter)
    return {*stopped, *offered.values_list("correspondent__matter", flat=True)}


def under_way(chapter: str) -> set[UUID]:
    """Matters with a parcel that has not ended."""
    found = Parcel.objects.filter(chapter=chapter).exclude(state=ParcelState.ENDED)
    return set(found.values_list("matter", flat=True))


def to_pack(chapter: str) -> dict[UUID, UUID]:
    """By matter, the parcel that waits to be packed; of several the one that is due first."""
    found = Parcel.objects.filter(chapter=chapter, state=ParcelState.PLANNED).order_by("-next_on", "-id")
    return dict(found.values_list("matter", "id"))


def last_word(matter: Matter) -> date:
    """The first day on which the last word in a matter can have been said, by its clock."""
    return matter.erase_on - KEPT[MatterState(matter.state)] - SLACK

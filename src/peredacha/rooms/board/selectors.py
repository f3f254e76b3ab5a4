"""What the room reads without a key: parcels that have not ended, by what stands in clear."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from peredacha.rooms.parcels.models import Parcel, ParcelState


def open_parcels(
    chapter: str, *, state: str = "", until: date | None = None, held_by: UUID | None = None
) -> "QuerySet[Parcel]":
    """Parcels of a chapter that have not ended, those due first.

    ``state``: of ParcelState; ``until``: due by that day; ``held_by``: a member.
    """
    found = Parcel.objects.filter(chapter=chapter).exclude(state=ParcelState.ENDED)
    if state:
        found = found.filter(state=state)
    if until:
        found = found.filter(next_on__lte=until)
    if held_by:
        found = found.filter(held_by=held_by)
    return found.order_by("next_on", "id")


def with_cards(parcels: Sequence[UUID]) -> list[Parcel]:
    """These parcels with their cards and holders, in the order of their names given here."""
    found = Parcel.objects.select_related("card", "held_by").in_bulk(list(parcels))
    return [found[one] for one in parcels if one in found]

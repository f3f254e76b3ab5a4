"""What the room reads without a key: codes, what was taken from which shelf, how a place is written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Sum

from peredacha.core.slips import short_code
from peredacha.core.slips.codes import BITS
from peredacha.rooms.facilities.models import Facility
from peredacha.rooms.stores.models import Lot, Movement
from peredacha.rooms.stores.selectors import veiled_errand

SHIFTED = 128 - BITS
"""How many bits of a random name stand behind its code."""
INDEX = re.compile(r"\b\d{6}\b")


@dataclass(frozen=True)
class Taken:
    """Pieces that were taken from one lot for one parcel."""

    good: str
    shelf: str
    pieces: int
    best_before: date | None


@dataclass(frozen=True)
class Place:
    """A facility as an envelope names it: Russian, because the post reads it."""

    kind: str = ""
    name: str = ""
    address: str = ""

    @property
    def index(self) -> str:
        """The index of the post office, where the address has one."""
        found = INDEX.search(self.address)
        return found[0] if found else ""

    @property
    def whole(self) -> str:
        """Name and address in one line."""
        return ", ".join(filter(None, (self.name, self.address)))


def code_of(name: UUID) -> str:
    """The short code of a parcel, or of anything else with a random name."""
    return short_code(name.int >> SHIFTED)


def taken_for(parcels: Iterable[UUID]) -> dict[UUID, list[Taken]]:
    """What was taken from the store for each of these parcels and not put back, lot by lot."""
    names = {veiled_errand(one): one for one in parcels}
    rows = Movement.objects.filter(errand__in=list(names)).order_by()
    sums = list(rows.values_list("errand", "lot").annotate(total=Sum("pieces")).order_by("errand", "lot"))
    lots = Lot.objects.filter(id__in={lot for _parcel, lot, _total in sums}).select_related("place")
    known = {lot.id: lot for lot in lots}
    found: dict[UUID, list[Taken]] = {}
    for name, lot, total in sums:
        if total < 0:
            found.setdefault(names[name], []).append(taken(known[lot], -total))
    return found


def taken(lot: Lot, pieces: int) -> Taken:
    """Pieces of a lot with the place where it lies."""
    shelf = ", ".join(filter(None, (lot.place.name, lot.shelf)))
    return Taken(str(lot.good_id), shelf, pieces, lot.best_before)


def place_of(facility: str) -> Place:
    """The facility with this public id; an empty one where there is no such card."""
    rows = Facility.objects.filter(public_id=facility).order_by("pk")
    told = rows.values_list("kind", "name_ru", "address_ru").first() if facility else None
    return Place(*told) if told else Place()

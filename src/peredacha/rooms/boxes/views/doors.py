"""Who comes in: packers and coordinators; a parcel that their keys do not open is not there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from peredacha.rooms.boxes.services import Table, table_for, times_packed
from peredacha.rooms.parcels.services import ParcelFile, open_parcel
from peredacha.rooms.vault.services import Keys, with_keys

View = Callable[..., HttpResponse]
PAGES = ["GET", "HEAD", "POST"]
CONFLICT, BUSY = 409, 503
packers = with_keys("packer", "coordinator")


@dataclass(frozen=True, repr=False)
class OpenBox:
    """One parcel on the table of a packer."""

    keys: Keys
    parcel: ParcelFile

    @cached_property
    def table(self) -> Table:
        """The parcel with the store and its window."""
        return table_for(self.parcel, now=timezone.now())

    @property
    def id(self) -> UUID:
        """The random name of the parcel."""
        return self.parcel.id

    @property
    def was(self) -> int:
        """How often it was packed so far."""
        return times_packed(self.parcel)

    @property
    def may_pack(self) -> bool:
        """Whether something may be laid into it now."""
        return "packed" in self.parcel.may_follow and self.parcel.planned_on is not None


def with_box(view: View) -> View:
    """Hand one parcel to the view."""

    @packers
    @wraps(view)
    def found(request: HttpRequest, keys: Keys, parcel: UUID, **places: Any) -> HttpResponse:
        opened = open_parcel(keys, parcel, now=timezone.now())
        if opened is None:
            raise Http404
        return view(request, OpenBox(keys, opened), **places)

    return found

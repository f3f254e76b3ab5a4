"""Who comes in to one parcel: the family, who reads its matter, a packer of its chapter; nobody else finds anything."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from peredacha.rooms.errands.selectors import packers_of
from peredacha.rooms.matters.services import open_file
from peredacha.rooms.parcels.services import ParcelFile, open_parcel
from peredacha.rooms.people.services import visit_of
from peredacha.rooms.vault.services import Keys, with_family, with_keys

View = Callable[..., HttpResponse]
PAGES = ["GET", "HEAD", "POST"]


@dataclass(frozen=True, repr=False)
class OpenedParcel:
    """One parcel, opened by whoever came in."""

    keys: Keys
    file: ParcelFile

    @property
    def parcel(self) -> UUID:
        """The random name."""
        return self.file.id

    @property
    def packs(self) -> bool:
        """Whether it is one of the packers of the chapter."""
        holder = packers_of(self.file.row.chapter)
        return bool(holder and self.keys.member and self.keys.pair_of(holder.id))

    @property
    def reads(self) -> bool:
        """Whether whoever came in reads the matter, too, and so can say where he is."""
        return open_file(self.keys, self.file.row.matter, now=timezone.now()) is not None

    @property
    def home(self) -> str:
        """The page above: the board for packers, else the parcels of the matter."""
        own = reverse("parcels:parcels", args=[self.file.row.matter_id])
        return (page_above(settings.PARCEL_BOARD) if self.packs else "") or own

    @property
    def box_url(self) -> str:
        """Where the box is packed; empty for a family, and where there is no such room."""
        return page_above(settings.PARCEL_BOX, self.parcel) if self.keys.member else ""


def page_above(name: str, *places: UUID) -> str:
    """The address of a page of a room above, by its name in the settings; empty where there is none."""
    try:
        return reverse(name, args=places) if name else ""
    except NoReverseMatch:
        return ""


def with_parcel(view: View) -> View:
    """A page of one parcel, which the address names as ``parcel`` [UUID]; the view gets an :class:`OpenedParcel`."""

    @wraps(view)
    def come(request: HttpRequest, **places: Any) -> HttpResponse:
        visit = visit_of(request)
        helper = visit is not None and visit.kind != "family"
        return (as_helper if helper else as_family)(request, **places)

    @with_family(settings.FAMILY_DOOR)
    def as_family(request: HttpRequest, keys: Keys, parcel: UUID, **places: Any) -> HttpResponse:
        return view(request, open_for(keys, parcel), **places)

    @with_keys()
    def as_helper(request: HttpRequest, keys: Keys, parcel: UUID, **places: Any) -> HttpResponse:
        return view(request, open_for(keys, parcel), **places)

    return come


def open_for(keys: Keys, parcel: UUID) -> OpenedParcel:
    """The parcel as these keys open it; Http404 when they do not."""
    file = open_parcel(keys, parcel, now=timezone.now())
    if file is None:
        raise Http404
    return OpenedParcel(keys, file)

"""The binder of an opened matter, one of its pages, or one of its things; nothing of any other."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse

from peredacha.rooms.binders.services import HeldPage, Holding, Thing, ThingKind, read_holding
from peredacha.rooms.matters.services import MatterFile, OpenMatter, with_matter
from peredacha.rooms.vault.services import Keys

View = Callable[..., Any]
PAGES = ["GET", "HEAD", "POST"]
UNPROCESSABLE, GONE = 422, 410
LISTS = {
    "event": "events",
    "exhibit": "documents",
    "contradiction": "contradictions",
}
"""By the kind of a thing, the name of the page on which it stands."""


@dataclass(frozen=True, repr=False)
class OpenBinder:
    """The binder of an opened matter."""

    keys: Keys
    file: MatterFile
    home: str
    held: Holding

    @property
    def matter(self) -> UUID:
        """The random name of the matter."""
        return self.file.matter.id

    @property
    def bundles_url(self) -> str:
        """Where pages are chosen to take along."""
        return reverse(settings.BUNDLES, args=[self.matter])

    @property
    def packets_url(self) -> str:
        """Where a biography is put together."""
        return reverse(settings.PACKETS, args=[self.matter])

    def address(self, name: str, /, **more: Any) -> str:
        """The address of one of its pages."""
        return reverse(f"binders:{name}", kwargs={"matter": self.matter, **more})

    @property
    def act(self) -> dict[str, Any]:
        """With what a service acts."""
        return {"keys": self.keys, "file": self.file}


def with_binder(view: View) -> View:
    """Hand the binder of a matter to a view, second."""

    @with_matter
    @wraps(view)
    def found(request: HttpRequest, opened: OpenMatter, **places: Any) -> Any:
        held = read_holding(opened.file)
        binder = OpenBinder(opened.keys, opened.file, opened.home, held)
        return view(request, binder, **places)

    return found


def with_page(view: View) -> View:
    """Hand the binder and one page in it to a view; what is not in it is not there."""

    @with_binder
    @wraps(view)
    def found(request: HttpRequest, opened: OpenBinder, page: UUID, **places: Any) -> Any:
        one: HeldPage | None = opened.held.find(page)
        if one is None:
            raise Http404
        return view(request, opened, one, **places)

    return found


def with_thing(view: View) -> View:
    """Hand the binder and one thing in it to a view; what is not in it is not there."""

    @with_binder
    @wraps(view)
    def found(request: HttpRequest, opened: OpenBinder, kind: ThingKind, thing: UUID, **places: Any) -> Any:
        one: Thing | None = opened.held.thing(thing, kind)
        if one is None:
            raise Http404
        return view(request, opened, one, **places)

    return found

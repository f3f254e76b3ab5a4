"""One visit of an opened matter; one ride of the helper's chapter."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from peredacha.rooms.matters.services import MatterFile, OpenMatter
from peredacha.rooms.vault.services import Keys, with_keys
from peredacha.rooms.visits.services import OpenRide, OpenVisit, find_visit, open_ride

View = Callable[..., HttpResponse]
PAGES = ["GET", "HEAD", "POST"]
CONFLICT = 409


@dataclass(frozen=True, repr=False)
class OpenedVisit:
    """One visit of an opened matter."""

    keys: Keys
    file: MatterFile
    visit: OpenVisit

    @property
    def places(self) -> dict[str, Any]:
        """What the addresses of this visit need."""
        return {"matter": self.file.matter.id, "visit": self.visit.id}

    @property
    def act(self) -> dict[str, Any]:
        """With what a service acts on the visit and on the counter."""
        return {"keys": self.keys, "file": self.file, "opened": self.visit, "now": timezone.now()}

    @property
    def step(self) -> dict[str, Any]:
        """With what a service acts on the visit alone."""
        return {"opened": self.visit, "now": timezone.now()}

    def back(self) -> HttpResponse:
        """To its page."""
        page: HttpResponse = redirect("visits:visit", **self.places)
        return page


def with_visit(view: View) -> View:
    """Hand one visit of the opened matter to a view; what is not in its file is not there."""

    @wraps(view)
    def found(request: HttpRequest, opened: OpenMatter, visit: UUID, **places: Any) -> HttpResponse:
        one = find_visit(opened.keys, opened.file, visit, now=timezone.now())
        if one is None:
            raise Http404
        return view(request, OpenedVisit(opened.keys, opened.file, one), **places)

    return found


def with_ride(view: View) -> View:
    """Hand a ride of the helper's chapter to a view, for who finds seats."""

    @with_keys("packer", "coordinator")
    @wraps(view)
    def found(request: HttpRequest, keys: Keys, ride: UUID, **places: Any) -> HttpResponse:
        opened: OpenRide | None = open_ride(keys, chapter_of(keys), ride, now=timezone.now())
        if opened is None:
            raise Http404
        return view(request, keys, opened, **places)

    return found


def chapter_of(keys: Keys) -> str:
    """The chapter of a helper."""
    return keys.member.chapter if keys.member else ""

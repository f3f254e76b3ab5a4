"""Who comes in: a family to its own matter, a helper to a matter that opens; nobody else finds anything."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.selectors import find_matter, matter_of_family
from peredacha.rooms.matters.services import MatterFile, open_file
from peredacha.rooms.people.services import visit_of
from peredacha.rooms.plans.services import Binder, PaperFile, read_binder
from peredacha.rooms.vault.services import Keys, with_family, with_keys

View = Callable[..., HttpResponse]


@dataclass(frozen=True, repr=False)
class Opened:
    """A matter that somebody has opened, and where that somebody came from."""

    keys: Keys
    file: MatterFile

    @property
    def matter(self) -> UUID:
        """The random name of the matter."""
        return self.file.matter.id

    @property
    def home(self) -> str:
        """The page above the papers."""
        if self.keys.member is None:
            return reverse(settings.FAMILY_HOME)
        return reverse(settings.MATTER_HOME, args=[self.matter])


@dataclass(frozen=True, repr=False)
class OpenedPaper:
    """One paper of an opened matter."""

    keys: Keys
    file: MatterFile
    binder: Binder
    paper: PaperFile

    @property
    def places(self) -> dict[str, Any]:
        """What the addresses of this paper need."""
        return {"matter": self.file.matter.id, "paper": self.paper.id}

    def address(self, page: str, **more: Any) -> str:
        """The address of one of its pages."""
        return reverse(f"plans:{page}", kwargs={**self.places, **more})

    @property
    def act(self) -> dict[str, Any]:
        """With what a service acts on this paper."""
        return {"keys": self.keys, "file": self.file, "paper": self.paper}


def with_matter(view: View) -> View:
    """A page of a matter, for the family with its words and for a helper with a grant."""

    @wraps(view)
    def come(request: HttpRequest, **places: Any) -> HttpResponse:
        visit = visit_of(request)
        helper = visit is not None and visit.kind != "family"
        return (as_helper if helper else as_family)(request, **places)

    @with_family(settings.FAMILY_DOOR)
    def as_family(request: HttpRequest, keys: Keys, matter: UUID, **places: Any) -> HttpResponse:
        found = matter_of_family(keys.holder)
        return view(request, opened(keys, found if found and found.id == matter else None), **places)

    @with_keys()
    def as_helper(request: HttpRequest, keys: Keys, matter: UUID, **places: Any) -> HttpResponse:
        return view(request, opened_by_helper(keys, matter), **places)

    return come


def for_lawyers(view: View) -> View:
    """A page of a matter for a helper who is a lawyer now and has a grant."""

    @with_keys("lawyer")
    @wraps(view)
    def come(request: HttpRequest, keys: Keys, matter: UUID, **places: Any) -> HttpResponse:
        return view(request, opened_by_helper(keys, matter), **places)

    return come


def opened_by_helper(keys: Keys, matter: UUID) -> Opened:
    """The matter as a helper of its own chapter opens it; Http404 for everybody else."""
    found = find_matter(matter)
    if found is None or keys.member is None or keys.member.chapter != found.chapter:
        raise Http404
    return opened(keys, found)


def opened(keys: Keys, matter: Matter | None) -> Opened:
    """The matter as these keys open it; Http404 when they do not."""
    file = open_file(keys, matter, now=timezone.now()) if matter else None
    if file is None:
        raise Http404
    return Opened(keys, file)


def with_paper(view: View) -> View:
    """Hand one paper of the opened matter to a view; what is not in its binder is not there."""

    @wraps(view)
    def found(request: HttpRequest, opened: Opened, paper: UUID, **places: Any) -> HttpResponse:
        binder = read_binder(opened.file)
        one = binder.find(paper)
        if one is None:
            raise Http404
        return view(request, OpenedPaper(opened.keys, opened.file, binder, one), **places)

    return found

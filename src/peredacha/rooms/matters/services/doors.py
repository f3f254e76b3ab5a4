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
from peredacha.rooms.matters.services.files import MatterFile, open_file
from peredacha.rooms.people.services import visit_of
from peredacha.rooms.vault.services import Keys, with_family, with_keys

View = Callable[..., HttpResponse]


@dataclass(frozen=True, repr=False)
class OpenMatter:
    """A matter that somebody has opened, and where that somebody came from."""

    keys: Keys
    file: MatterFile

    @property
    def matter(self) -> UUID:
        """The random name of the matter."""
        return self.file.matter.id

    @property
    def home(self) -> str:
        """The page above: the family's own, or the helper's page of this matter."""
        if self.keys.member is None:
            return reverse(settings.FAMILY_HOME)
        return reverse(settings.MATTER_HOME, args=[self.matter])


def with_matter(view: View) -> View:
    """A page of a matter, for the family with its words and for a helper with a grant.

    The address names it as ``matter`` [UUID]; the view gets it as an :class:`OpenMatter`, second.
    """

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


def with_matter_for(*kinds: str) -> Callable[[View], View]:
    """A page of a matter for a helper with a grant who has one of these roles now; "lawyer", for example."""

    def decorate(view: View) -> View:
        @with_keys(*kinds)
        @wraps(view)
        def come(request: HttpRequest, keys: Keys, matter: UUID, **places: Any) -> HttpResponse:
            return view(request, opened_by_helper(keys, matter), **places)

        return come

    return decorate


def opened_by_helper(keys: Keys, matter: UUID) -> OpenMatter:
    """The matter as a helper of its own chapter opens it; Http404 for everybody else."""
    found = find_matter(matter)
    if found is None or keys.member is None or keys.member.chapter != found.chapter:
        raise Http404
    return opened(keys, found)


def opened(keys: Keys, matter: Matter | None) -> OpenMatter:
    """The matter as these keys open it; Http404 when they do not."""
    file = open_file(keys, matter, now=timezone.now()) if matter else None
    if file is None:
        raise Http404
    return OpenMatter(keys, file)

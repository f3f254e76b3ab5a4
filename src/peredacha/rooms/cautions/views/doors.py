"""One risk step, or one undertaking, of an opened matter, and nothing of any other."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from peredacha.core.facts import Undertaking
from peredacha.rooms.cautions.services import Step, find_step, undertakings_of
from peredacha.rooms.matters.services import MatterFile, OpenMatter
from peredacha.rooms.vault.services import Keys

View = Callable[..., HttpResponse]
PAGES = ["GET", "HEAD", "POST"]


@dataclass(frozen=True, repr=False)
class OpenedStep:
    """One risk step of an opened matter."""

    keys: Keys
    file: MatterFile
    step: Step
    home: str

    @property
    def places(self) -> dict[str, Any]:
        """What the addresses of this step need."""
        return {"matter": self.file.matter.id, "step": self.step.id}

    @property
    def act(self) -> dict[str, Any]:
        """With what a service acts on this step."""
        return {"keys": self.keys, "file": self.file, "step": self.step}

    def address(self, page: str) -> str:
        """The address of one of its pages."""
        return reverse(f"cautions:{page}", kwargs=self.places)


@dataclass(frozen=True, repr=False)
class OpenedUndertaking:
    """One undertaking of an opened matter."""

    opened: OpenMatter
    fact: Undertaking

    @property
    def act(self) -> dict[str, Any]:
        """With what a service acts on it."""
        return {"keys": self.opened.keys, "file": self.opened.file, "fact": self.fact}


def with_step(view: View) -> View:
    """Hand one risk step of the opened matter to a view; what is not in its file is not there."""

    @wraps(view)
    def found(request: HttpRequest, opened: OpenMatter, step: UUID, **places: Any) -> HttpResponse:
        one = find_step(opened.file, step)
        if one is None:
            raise Http404
        return view(request, OpenedStep(opened.keys, opened.file, one, opened.home), **places)

    return found


def with_undertaking(view: View) -> View:
    """Hand one undertaking that is in force to a view."""

    @wraps(view)
    def found(request: HttpRequest, opened: OpenMatter, undertaking: UUID, **places: Any) -> HttpResponse:
        facts = [one for one, _told in undertakings_of(opened.file) if one.key == str(undertaking)]
        if not facts or facts[0].lifted_on:
            raise Http404
        return view(request, OpenedUndertaking(opened, facts[0]), **places)

    return found

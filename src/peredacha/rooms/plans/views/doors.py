"""One paper of an opened matter, and nothing of any other."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from peredacha.rooms.matters.services import MatterFile, OpenMatter
from peredacha.rooms.plans.services import Binder, PaperFile, read_binder
from peredacha.rooms.vault.services import Keys

View = Callable[..., HttpResponse]


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


def with_paper(view: View) -> View:
    """Hand one paper of the opened matter to a view; what is not in its binder is not there."""

    @wraps(view)
    def found(request: HttpRequest, opened: OpenMatter, paper: UUID, **places: Any) -> HttpResponse:
        binder = read_binder(opened.file)
        one = binder.find(paper)
        if one is None:
            raise Http404
        return view(request, OpenedPaper(opened.keys, opened.file, binder, one), **places)

    return found

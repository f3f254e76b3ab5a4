"""The bundles of an opened matter, or one of them; nothing of any other."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse

from peredacha.rooms.binders.services import Holding, read_holding
from peredacha.rooms.bundles.services import Kind, Packing, Shelf, read_shelf
from peredacha.rooms.matters.services import MatterFile, OpenMatter, with_matter
from peredacha.rooms.vault.services import Keys

View = Callable[..., Any]
PAGES = ["GET", "HEAD", "POST"]
CONFLICT, GONE, BUSY = 409, 410, 503
LISTS = {"bundle": "bundles", "packet": "packets"}
"""By kind, the name of the page on which they stand."""


@dataclass(frozen=True, repr=False)
class OpenShelf:
    """The bundles of an opened matter, and its binder."""

    keys: Keys
    file: MatterFile
    held: Holding
    shelf: Shelf

    @property
    def binder_url(self) -> str:
        """The page of the binder."""
        return reverse("binders:binder", args=[self.file.matter.id])

    @property
    def documents_url(self) -> str:
        """The page of its list of documents."""
        return reverse("binders:documents", args=[self.file.matter.id])

    def address(self, name: str, /, **more: Any) -> str:
        """The address of one of its pages."""
        return reverse(f"bundles:{name}", kwargs={"matter": self.file.matter.id, **more})

    @property
    def act(self) -> dict[str, Any]:
        """With what a service acts."""
        return {"keys": self.keys, "file": self.file}

    @property
    def numbers(self) -> dict[str, Any]:
        """What a form about numbers of pages must know."""
        return {"pages": len(self.held.pages), "now_order": self.held.order}

    def named(self, value: Any) -> Any:
        """Numbers of pages as random names; everything else as it is."""
        return list(self.held.named(value)) if isinstance(value, tuple) else value


def with_shelf(view: View) -> View:
    """Hand the bundles of a matter to a view, second."""

    @with_matter
    @wraps(view)
    def found(request: HttpRequest, opened: OpenMatter, **places: Any) -> Any:
        shelf = OpenShelf(opened.keys, opened.file, read_holding(opened.file), read_shelf(opened.file))
        return view(request, shelf, **places)

    return found


def with_packing(view: View) -> View:
    """Hand the bundles and one of them to a view; what is not there is not there."""

    @with_shelf
    @wraps(view)
    def found(request: HttpRequest, opened: OpenShelf, kind: Kind, bundle: UUID, **places: Any) -> Any:
        one: Packing | None = opened.shelf.find(bundle, kind)
        if one is None:
            raise Http404
        return view(request, opened, one, **places)

    return found

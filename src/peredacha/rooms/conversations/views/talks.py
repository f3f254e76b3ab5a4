"""Whose talk a page belongs to: a helper comes with a matter's random name, a family with its words."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone

from peredacha.rooms.matters.selectors import find_matter, matter_of_family
from peredacha.rooms.matters.services import MatterFile, open_file
from peredacha.rooms.vault.services import Keys, with_family, with_keys

TALK, INNER_TALK = "#last", "#inner-last"
"""The newest message of a talk on its page."""


@dataclass(frozen=True, repr=False)
class Talk:
    """A talk that somebody has opened."""

    keys: Keys
    file: MatterFile
    inner: bool = False

    @property
    def for_family(self) -> bool:
        """Whether the family itself is here."""
        return self.keys.member is None

    @property
    def home(self) -> str:
        """The page on which the talk stands, at its newest message."""
        if self.for_family:
            return reverse(settings.FAMILY_HOME) + TALK
        page, place = (settings.MATTER_INNER, INNER_TALK) if self.inner else (settings.MATTER_HOME, TALK)
        return reverse(page, args=[self.file.matter.id]) + place

    @property
    def matter(self) -> UUID | None:
        """The matter, as its addresses name it: not for the family."""
        return None if self.for_family else self.file.matter.id


TalkView = Callable[..., Any]


def for_helper(view: TalkView, *, inner: bool = False) -> TalkView:
    """A page of a talk for a helper; what does not open for these keys is not there."""

    @with_keys()
    @wraps(view)
    def opened(request: HttpRequest, keys: Keys, matter: UUID, **places: Any) -> Any:
        found = find_matter(matter)
        file = open_file(keys, found, now=timezone.now()) if found else None
        if file is None or keys.member is None or keys.member.chapter != file.matter.chapter:
            raise Http404
        if inner and file.inner is None:
            raise Http404
        return view(request, Talk(keys, file, inner), **places)

    return opened


def for_family(view: TalkView) -> TalkView:
    """The same page for the family."""

    @with_family(settings.FAMILY_DOOR)
    @wraps(view)
    def opened(request: HttpRequest, keys: Keys, **places: Any) -> Any:
        found = matter_of_family(keys.holder)
        file = open_file(keys, found, now=timezone.now()) if found else None
        if file is None:
            raise Http404
        return view(request, Talk(keys, file), **places)

    return opened

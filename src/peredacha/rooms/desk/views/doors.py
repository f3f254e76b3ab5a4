"""Who comes in where: whoever opens a matter, and of them who stays."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from peredacha.rooms.desk.services import open_for
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.selectors import find_matter
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.services import Keys, is_forgotten, with_keys

View = Callable[..., HttpResponse]


def with_matter(view: View) -> View:
    """Hand the opened file to a view; a matter that does not open for these keys is not there.

    One that was erased, and came back with an older backup, is told as erased.
    """

    @with_keys()
    @wraps(view)
    def opened(request: HttpRequest, keys: Keys, matter_id: UUID, **places: Any) -> HttpResponse:
        now = timezone.now()
        file = open_for(keys, matter_id, now=now)
        if file is None:
            return forgotten(request, keys, find_matter(matter_id), now)
        return view(request, keys, file, **places)

    return opened


def forgotten(request: HttpRequest, keys: Keys, matter: Matter | None, now: datetime) -> HttpResponse:
    """The page of what was erased, for who could read it once; raises Http404 for everybody else."""
    if matter is None or not is_forgotten(keys, matter.safe_id, now=now):
        raise Http404
    return render(request, "desk/forgotten.html", {"queue_url": reverse(settings.QUEUE_HOME)}, status=410)


def with_inner(view: View) -> View:
    """The same for what only helpers who stay may do; for who reads for some hours there is no such address."""

    @with_matter
    @wraps(view)
    def opened(request: HttpRequest, keys: Keys, file: MatterFile, **places: Any) -> HttpResponse:
        if file.inner is None:
            raise Http404
        return view(request, keys, file, **places)

    return opened

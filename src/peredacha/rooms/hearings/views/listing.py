"""Hearings as they stand: of one's own matters, of one matter, and one hearing with what can be said of it."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from peredacha.rooms.hearings.services import (
    ChangedMeanwhile,
    call_off,
    own_matters,
    take_word_back,
    told_hearings,
    told_one,
)
from peredacha.rooms.matters.selectors import matter_of_family
from peredacha.rooms.matters.services import OpenMatter, with_matter
from peredacha.rooms.people.services import visit_of
from peredacha.rooms.vault.services import Keys, with_family, with_keys

PAGES = ["GET", "HEAD", "POST"]


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The family is led to its own hearings; a helper sees the own matters, the nearest date first."""
    visit = visit_of(request)
    return (of_helper if visit is not None and visit.kind != "family" else of_family)(request)


@with_family(settings.FAMILY_DOOR)
def of_family(request: HttpRequest, keys: Keys) -> HttpResponse:
    """To the own matter, behind an address that names nothing."""
    matter = matter_of_family(keys.holder)
    return redirect("hearings:matter", matter=matter.id) if matter else redirect(settings.FAMILY_HOME)


@with_keys()
def of_helper(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Every matter that was sealed to this helper."""
    return render(request, "hearings/mine.html", {"matters": own_matters(keys, now=timezone.now())})


def bring_url(matter: UUID) -> str:
    """The page about what to bring along, where a room above has one."""
    name = getattr(settings, "WHAT_TO_BRING", "")
    return reverse(name, kwargs={"matter": matter}) if name else ""


@require_safe
@with_matter
def matter(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """Every hearing of the matter, the next one big."""
    told = told_hearings(opened.keys, opened.file, now=timezone.now())
    context = {"opened": opened, "hearings": told, "bring_url": bring_url(opened.matter)}
    return render(request, "hearings/matter.html", context)


@require_safe
@with_matter
def one(request: HttpRequest, opened: OpenMatter, hearing: UUID) -> HttpResponse:
    """One hearing in full words; where something newer was said of it, all of them."""
    line = told_one(opened.keys, opened.file, hearing, now=timezone.now())
    if line is None:
        return redirect("hearings:matter", matter=opened.matter)
    return render(request, "hearings/one.html", {"opened": opened, "line": line})


def acting(act: Callable[..., Any], **more: Any) -> Callable[..., HttpResponse]:
    """A button at a hearing: done once, and back to all of them, also where something newer was said meanwhile."""

    @require_POST
    @with_matter
    def press(request: HttpRequest, opened: OpenMatter, hearing: UUID) -> HttpResponse:
        with suppress(ChangedMeanwhile):
            act(keys=opened.keys, file=opened.file, hearing=hearing, now=timezone.now(), **more)
        return redirect("hearings:matter", matter=opened.matter)

    return press


off = acting(call_off)
stands = acting(call_off, off=False)
back = acting(take_word_back)

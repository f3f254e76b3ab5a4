"""From the roof: whatever somebody changed in a matter, the calendars that follow it hear of its days, and what is
public of its hearings goes with them.

Rooms that change a matter stand above the room of calendars and below it; here, behind every one of them, is the one
place that all changes pass. What fails here holds up no change: the next one brings the days.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.calendars.selectors import is_followed
from peredacha.rooms.calendars.services import publish
from peredacha.rooms.hearings.selectors import something_is_open
from peredacha.rooms.hearings.services import follow
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.selectors import find_matters, matter_of_family
from peredacha.rooms.matters.services import open_file
from peredacha.rooms.people.services import signed_member, visit_of
from peredacha.rooms.plans.services import days_of_papers
from peredacha.rooms.vault.models import Safe
from peredacha.rooms.vault.services import KeyChanged, Keys, TooLong, keys_of
from peredacha.rooms.visits.services import days_of_visits

REDIRECTED = (302, 303)
KEPT = ("plans", "visits")
"""The rooms whose days are kept also while nobody follows the matter, for a calendar that is made later."""
NOT_NOW = (KeyChanged, NotSealedHere, TooLong, Safe.DoesNotExist, Matter.DoesNotExist, DatabaseError)
"""What may keep the calendars from hearing; the change itself stands by then, and the answer says so."""


def tell_calendars(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """After a form was taken, tell the calendars of its matter what is true now."""

    def told(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if request.method == "POST" and response.status_code in REDIRECTED:
            tell(request, timezone.now())
        return response

    return told


def tell(request: HttpRequest, now: datetime) -> None:
    """The days of the matters that the form was about. Keys are opened only where somebody wants to hear of them."""
    found = request.resolver_match
    has_days = bool(found and found.app_name in KEPT)
    today = timezone.localdate(now)
    wanted = [
        one
        for one in matters_of(request)
        if has_days or is_followed(one) or something_is_open(one.chapter, today=today)
    ]
    for matter in wanted:
        with suppress(*NOT_NOW):
            tell_one(keys_in(request), matter, now)


def matters_of(request: HttpRequest) -> list[Matter]:
    """The matters that the address names to a helper, or the family's own; nothing for strangers."""
    if signed_member(request):
        found = request.resolver_match
        names = [one for one in found.kwargs.values() if isinstance(one, UUID)] if found else []
        return find_matters(names) if names else []
    keys = keys_in(request)
    own = matter_of_family(keys.holder) if keys else None
    return [own] if own else []


def keys_in(request: HttpRequest) -> Keys | None:
    """The keys of who sent the form; None for strangers. Raises KeyChanged."""
    signed = signed_member(request)
    if signed:
        return keys_of(signed.visit, signed.member)
    visit = visit_of(request)
    return keys_of(visit) if visit and visit.kind == "family" else None


def tell_one(keys: Keys | None, matter: Matter, now: datetime) -> None:
    """The days of one matter, those of its papers among them; what is public of it."""
    file = open_file(keys, matter, now=now) if keys else None
    if keys is None or file is None:
        return
    with transaction.atomic():
        follow(keys=keys, file=file, now=now)
        told = {"papers": days_of_papers(file, now=now), "visits": days_of_visits(keys, file, now=now)}
        publish(keys=keys, file=file, told=told, now=now)

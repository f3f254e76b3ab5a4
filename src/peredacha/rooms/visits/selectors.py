"""What the room reads without a key: visits and rides of a chapter, when somebody was last visited."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Max

from peredacha.core.law.visits import VisitLaw
from peredacha.core.turns import Served
from peredacha.jurisdictions.visits import visit_law
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.visits.models import Ride, RideState, Visit, VisitState

WAITING = (VisitState.WANTED, VisitState.ASKED, VisitState.PERMITTED, VisitState.PLANNED)
"""A visit that is still to come."""
LOOKS_BACK = timedelta(days=3)
"""So long after its day a ride stays on the list, to be told that it happened."""


def current_visit_law() -> VisitLaw:
    """What the land of this installation says of visits."""
    return visit_law(settings.JURISDICTION)


def visits_in(matter: Matter | UUID) -> list[Visit]:
    """The visits of a matter, the newest first."""
    found = Visit.objects.filter(matter=matter).select_related("matter")
    return list(found.order_by("-week", "-next_on", "id"))


def visit_in(matter: Matter | UUID, visit: UUID) -> Visit | None:
    """A visit of this matter and of no other."""
    return Visit.objects.filter(matter=matter, id=visit).select_related("matter").first()


def waiting_visits(chapter: str, *, since: date) -> list[Visit]:
    """The visits of a chapter that are still to come, the nearest day first; those without a day are left out."""
    found = Visit.objects.filter(chapter=chapter, state__in=WAITING, next_on__gte=since)
    return list(found.select_related("matter").order_by("next_on", "id"))


def rides_of(chapter: str, *, today: date) -> list[Ride]:
    """The open rides of a chapter, the nearest first."""
    found = Ride.objects.filter(chapter=chapter, state=RideState.OPEN, on__gte=today - LOOKS_BACK)
    return list(found.order_by("on", "id"))


def find_ride(chapter: str, ride: UUID) -> Ride | None:
    """A ride of a chapter."""
    return Ride.objects.filter(chapter=chapter, id=ride).first()


def last_visits(chapter: str, cards: Mapping[UUID, Served]) -> dict[UUID, date]:
    """By matter, the day of the last visit that is known of; who never had any is not there.

    Without a card it is the Monday of the week of the last visit, until that is erased.
    """
    found = Visit.objects.filter(chapter=chapter, state=VisitState.MADE).values("matter")
    weeks = {one["matter"]: one["last"] for one in found.annotate(last=Max("week"))}
    known = {matter: card.visit for matter, card in cards.items() if card.visit}
    return weeks | {matter: max(day, weeks.get(matter, day)) for matter, day in known.items()}


def with_a_visit_ahead(matters: Iterable[UUID]) -> set[UUID]:
    """Which of these matters have a visit still to come."""
    found = Visit.objects.filter(matter__in=list(matters), state__in=WAITING)
    return set(found.values_list("matter", flat=True))


def due_visits(today: date) -> list[UUID]:
    """The safes of visits and rides whose clock has run out."""
    visits = Visit.objects.filter(erase_on__lte=today).values_list("safe", flat=True)
    rides = Ride.objects.filter(erase_on__lte=today).values_list("safe", flat=True)
    return [*visits, *rides]

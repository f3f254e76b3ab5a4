"""Lists of matters by what is in clear: chapter, state, urgency, day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet

from peredacha.rooms.matters.models import Claim, FamilyDoor, Matter, MatterState


@dataclass(frozen=True)
class QueueHealth:
    """The traffic light of a queue, from clear columns alone."""

    waiting: int
    oldest_week: date | None
    due_today: int
    without_holder: int


def find_matter(matter: UUID) -> Matter | None:
    """A matter by its random name."""
    return Matter.objects.select_related("card").filter(id=matter).first()


def find_matters(names: Iterable[UUID]) -> list[Matter]:
    """Matters by their random names; other names find nothing."""
    return list(Matter.objects.filter(id__in=list(names)))


def matter_of_family(holder: UUID) -> Matter | None:
    """The matter that the words of this family open: its own, or the one in which it goes on after a merge."""
    door = FamilyDoor.objects.filter(holder=holder).select_related("matter").first()
    return door.matter if door else Matter.objects.filter(family=holder).first()


def queue_of(chapter: str, urgency: int | None = None) -> QuerySet[Matter]:
    """Every matter of a chapter that is not closed, with its card, the most urgent first."""
    found = Matter.objects.filter(chapter=chapter).exclude(state=MatterState.CLOSED)
    if urgency is not None:
        found = found.filter(urgency=urgency)
    return found.select_related("card").order_by("-urgency", "next_on", "id")


def matters_of_safes(safes: Iterable[UUID]) -> list[Matter]:
    """Every open matter whose family's safe is among these."""
    found = Matter.objects.filter(safe__in=list(safes)).exclude(state=MatterState.CLOSED)
    return list(found.select_related("card").order_by("-urgency", "next_on", "id"))


def queue_health(chapter: str, *, today: date) -> QueueHealth:
    """How the queue of a chapter stands."""
    counts = (
        Matter.objects.filter(chapter=chapter)
        .exclude(state=MatterState.CLOSED)
        .aggregate(
            waiting=Count("id", filter=Q(state=MatterState.WAITING)),
            oldest=Min("week", filter=Q(state=MatterState.WAITING)),
            due=Count("id", filter=Q(next_on__lte=today)),
            alone=Count("id", filter=Q(held_by=None)),
        )
    )
    return QueueHealth(counts["waiting"], counts["oldest"], counts["due"], counts["alone"])


def claims_on(matters: Iterable[UUID], *, now: datetime) -> dict[UUID, Claim]:
    """Who is at which of these matters now."""
    found = Claim.objects.filter(matter__in=list(matters), until__gt=now).select_related("member")
    return {one.matter_id: one for one in found}

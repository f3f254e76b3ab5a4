"""Matters found by what is in clear beside the queue: closed ones, those that were touched, those due soon."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from peredacha.rooms.matters.models import Matter, MatterState


def closed_of_safes(safes: Iterable[UUID]) -> list[Matter]:
    """Every closed matter whose family's safe is among these, the last one first."""
    found = Matter.objects.filter(safe__in=list(safes), state=MatterState.CLOSED)
    return list(found.select_related("card").order_by("-erase_on", "id"))


def matters_of_tags(chapter: str, tags: Iterable[bytes]) -> list[Matter]:
    """The matters of a chapter whose entries in the journal bear one of these tags."""
    found = Matter.objects.filter(chapter=chapter, trace_tag__in=list(tags))
    return list(found.select_related("card").order_by("-urgency", "next_on", "id"))


def due_between(chapter: str, first: date, last: date) -> "QuerySet[Matter]":
    """Open matters whose day of the next look lies between two days, both included."""
    found = Matter.objects.filter(chapter=chapter, next_on__range=(first, last))
    return found.exclude(state=MatterState.CLOSED).select_related("card").order_by("next_on", "id")

"""Who holds how many families, by random names, and who cannot read the older notes of a matter yet."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, QuerySet

from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.selectors import queue_of
from peredacha.rooms.vault.models import Grant


def held_matters(chapter: str) -> QuerySet[Matter]:
    """Every matter of a chapter that somebody holds and nobody has closed, with its holder and its safe."""
    return queue_of(chapter).filter(held_by__isnull=False).select_related("held_by", "inner_safe")


def held_counts(chapter: str) -> dict[UUID, int]:
    """How many matters each member of a chapter holds."""
    found = queue_of(chapter).filter(held_by__isnull=False).order_by()
    return dict(found.values_list("held_by").annotate(count=Count("id")))


def without_notes(matters: Iterable[Matter]) -> frozenset[UUID]:
    """Those of held matters whose holder lacks an older key of the helpers' notes, or every one."""
    held = list(matters)
    rows = Grant.objects.filter(safe__in=[one.inner_safe_id for one in held])
    counts = {
        (safe, holder): count
        for safe, holder, count in rows.values_list("safe", "holder").annotate(Count("id"))
    }
    return frozenset(
        one.id
        for one in held
        if one.held_by_id and counts.get((one.inner_safe_id, one.held_by_id), 0) < one.inner_safe.epoch
    )

"""How many matters a member opens in a day, so that somebody who carries them all away is seen."""

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F

from peredacha.rooms.people.models import Member
from peredacha.rooms.vault.models import OpeningCount

KEPT = timedelta(days=7)
BUDGET = 40
"""Openings in a day after which the stewards see a line; OPENINGS_BUDGET in the settings changes it."""


@transaction.atomic
def count_opening(*, member: Member, today: date) -> int:
    """One more opening; gives how many there were today."""
    OpeningCount.objects.filter(day__lt=today - KEPT).delete()
    row, _made = OpeningCount.objects.get_or_create(member=member, day=today)
    OpeningCount.objects.filter(pk=row.pk).update(count=F("count") + 1)
    return row.count + 1


def over_budget(chapter: str, today: date) -> list[OpeningCount]:
    """Who opened more than the budget within the last week, the newest first."""
    most = getattr(settings, "OPENINGS_BUDGET", BUDGET)
    rows = OpeningCount.objects.filter(member__chapter=chapter, count__gt=most, day__gte=today - KEPT)
    return list(rows.select_related("member").order_by("-day", "-count"))

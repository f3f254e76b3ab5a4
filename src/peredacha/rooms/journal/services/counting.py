"""A counter moved on."""

from datetime import date

from django.db import transaction
from django.db.models import F

from peredacha.rooms.journal.models import Counter


@transaction.atomic
def bump(*, chapter: str, name: str, today: date, by: int = 1) -> None:
    """Add ``by`` to the counter ``name`` of the chapter for the month of ``today``; safe side by side."""
    counter, _made = Counter.objects.get_or_create(chapter=chapter, month=today.replace(day=1), name=name)
    Counter.objects.filter(pk=counter.pk).update(value=F("value") + by)

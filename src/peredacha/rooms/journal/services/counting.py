"""A counter moved on."""

from datetime import date

from django.db import transaction
from django.db.models import F

from peredacha.rooms.journal.models import Counter


@transaction.atomic(savepoint=False)
def bump(*, chapter: str, name: str, today: date, by: int = 1) -> None:
    """Add ``by`` to the counter ``name`` of the chapter for the month of ``today``; safe side by side."""
    month = today.replace(day=1)
    rows = Counter.objects.filter(chapter=chapter, month=month, name=name)
    if not rows.update(value=F("value") + by):
        Counter.objects.get_or_create(chapter=chapter, month=month, name=name)
        rows.update(value=F("value") + by)

"""A counter moved on."""

from datetime import date

from django.db import transaction

from peredacha.rooms.journal.models import Counter
from peredacha.statements import change

MORE = 'UPDATE "journal_counter" SET "value" = "value" + %s WHERE "chapter" = %s AND "month" = %s AND "name" = %s'


@transaction.atomic(savepoint=False)
def bump(*, chapter: str, name: str, today: date, by: int = 1) -> None:
    """Add ``by`` to the counter ``name`` of the chapter for the month of ``today``; safe side by side."""
    month = today.replace(day=1)
    if not change(Counter, MORE, by, chapter, month, name):
        Counter.objects.get_or_create(chapter=chapter, month=month, name=name)
        change(Counter, MORE, by, chapter, month, name)

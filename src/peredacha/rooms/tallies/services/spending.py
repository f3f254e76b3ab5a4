"""Sums typed in from receipts: what for and how much, never by whom."""

from datetime import date
from uuid import UUID

from django.db import transaction

from peredacha.rooms.tallies.models import Spending
from peredacha.rooms.tallies.selectors import first_day


@transaction.atomic
def spend(*, chapter: str, month: date, what: str, kopecks: int, once: UUID) -> bool:
    """Keep a sum [kopecks] for the month in which ``month`` lies; False where this form was sent before.

    ``once``: the random number that came with the form.
    """
    told = {"chapter": chapter, "month": first_day(month), "what": what, "kopecks": kopecks}
    _row, made = Spending.objects.get_or_create(id=once, defaults=told)
    return made


@transaction.atomic
def take_back(*, chapter: str, spending: UUID) -> bool:
    """Take out a sum that was typed by mistake; False where this chapter has no such sum."""
    gone, _by_table = Spending.objects.filter(id=spending, chapter=chapter).delete()
    return bool(gone)

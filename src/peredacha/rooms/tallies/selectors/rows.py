"""Rows of the room by month; an empty chapter means all chapters of the house together."""

from datetime import date

from peredacha.rooms.tallies.models import Spending, Tally
from peredacha.rooms.tallies.selectors.months import first_day


def tallies_in(chapter: str, first_month: date, last_month: date) -> list[Tally]:
    """The counters from one month to another, both inclusive; empty ``chapter``: of the whole house."""
    span = (first_day(first_month), first_day(last_month))
    found = Tally.objects.filter(month__range=span, number__gt=0)
    return list(found.filter(chapter=chapter) if chapter else found)


def spendings_in(chapter: str, first_month: date, last_month: date) -> list[Spending]:
    """What was spent from one month to another, both inclusive; empty ``chapter``: by the whole house."""
    found = Spending.objects.filter(month__range=(first_day(first_month), first_day(last_month)))
    return list(found.filter(chapter=chapter) if chapter else found)


def months_with_tallies(until: date) -> list[date]:
    """Every month up to ``until`` in which something was counted, the newest first."""
    found = Tally.objects.filter(month__lte=until, number__gt=0).order_by("-month")
    return list(found.values_list("month", flat=True).distinct())

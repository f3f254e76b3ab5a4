"""Counts of a month. A small number can point at somebody: what is public hides it."""

from datetime import date

from django.db.models import Count

from peredacha.rooms.journal.models import Counter, Entry

LEAST_PUBLIC = 5
"""A public count from 1 to one below this is told only as "fewer"."""


def first_day(day: date) -> date:
    """The first day of the month of ``day``."""
    return day.replace(day=1)


def counters_for(chapter: str, month: date, *, public: bool = False) -> dict[str, int | None]:
    """Counters of a chapter by name, for the month in which ``month`` lies.

    With ``public`` a count from 1 to 4 is None: fewer than five.
    """
    found = Counter.objects.filter(chapter=chapter, month=first_day(month)).order_by("name")
    return {one.name: told(one.value, public) for one in found}


def acts_in(chapter: str, month: date, *, public: bool = False) -> dict[str, int | None]:
    """How many entries of a chapter each act has, for the month in which ``month`` lies."""
    first = first_day(month)
    after = first_day(date.fromordinal(first.toordinal() + 31))
    rows = Entry.objects.filter(chapter=chapter, day__gte=first, day__lt=after)
    counted = rows.order_by("act").values_list("act").annotate(n=Count("pk"))
    return {act: told(n, public) for act, n in counted}


def told(value: int, public: bool) -> int | None:
    """A count as it may be told; None stands for fewer than five."""
    return None if public and 0 < value < LEAST_PUBLIC else value

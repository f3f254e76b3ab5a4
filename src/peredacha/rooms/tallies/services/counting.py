"""Counters moved on and back; safe side by side on both databases."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from peredacha.rooms.tallies.models import Tally
from peredacha.rooms.tallies.selectors import first_day


@transaction.atomic
def count(
    *,
    chapter: str,
    kind: str,
    facility: str = "",
    grams: int = 0,
    today: date,
    by: int = 1,
    goods: str = "",
) -> None:
    """Add ``by`` of a kind (a :class:`TallyKind`) and their weight together [g] to the month of ``today``.

    ``facility``: the public id of a card; ``goods``: the key of a class of goods. Raises ValueError below zero.
    """
    if by < 0 or grams < 0:
        raise ValueError
    place = place_of(chapter, kind, facility, goods, today)
    if not add(place, by, grams):
        Tally.objects.get_or_create(**place)
        add(place, by, grams)


@transaction.atomic
def uncount(
    *,
    chapter: str,
    kind: str,
    facility: str = "",
    grams: int = 0,
    today: date,
    by: int = 1,
    goods: str = "",
) -> bool:
    """Take back what was counted by mistake; False where less than that was counted, and then nothing changes."""
    place = place_of(chapter, kind, facility, goods, today)
    found = Tally.objects.filter(**place, number__gte=by, grams__gte=grams)
    return bool(found.update(number=F("number") - by, grams=F("grams") - grams))


def place_of(chapter: str, kind: str, facility: str, goods: str, today: date) -> dict[str, Any]:
    """What names one counter."""
    return {
        "chapter": chapter,
        "month": first_day(today),
        "facility": facility,
        "kind": kind,
        "goods": goods,
    }


def add(place: dict[str, Any], by: int, grams: int) -> bool:
    """Move a counter that stands already; False where there is none."""
    found = Tally.objects.filter(**place)
    return bool(found.update(number=F("number") + by, grams=F("grams") + grams))

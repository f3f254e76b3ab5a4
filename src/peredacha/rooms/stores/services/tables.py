"""The goods of a chapter with what lies of them at the beginning, for a chapter that is only shown."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from peredacha.core.tables import Column, cells
from peredacha.rooms.goods.services import Loaded, load_table, number
from peredacha.rooms.stores.models import LONGEST_PLACE, Movement
from peredacha.rooms.stores.services.places import name_place
from peredacha.rooms.stores.services.stocking import Delivery, receive

MOST = 9_999
FIRST_LOTS = (
    Column("pieces", number(MOST), 4),
    Column("keeps_days", number(MOST), 4),
    Column("place", cells.text, LONGEST_PLACE),
)
"""How many pieces lie there, for how many days they keep, and where; all may be left out."""


@transaction.atomic
def load_goods(*, chapter: str, data: bytes, today: date) -> Loaded:
    """Write the goods of a table, by their code; first lots only where nothing ever lay of a good."""
    loaded = load_table(chapter=chapter, data=data, more=FIRST_LOTS)
    for good, row in loaded.goods:
        if row.get("pieces") and not Movement.objects.filter(lot__good=good).exists():
            receive(good=good, told=first_lot(chapter, row, today), today=today)
    return loaded


def first_lot(chapter: str, row: Mapping[str, Any], today: date) -> Delivery:
    """What lies of a good at the beginning."""
    place = name_place(chapter=chapter, name=row.get("place") or "1")
    keeps = today + timedelta(days=row["keeps_days"]) if row.get("keeps_days") else None
    return Delivery(pieces=row["pieces"], place=place, best_before=keeps)

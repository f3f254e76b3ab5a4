"""The rows behind a chapter's cards exactly as they stand, for whoever must bring them back exactly so."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from django.db.models import Model

from peredacha.rooms.facilities.models import Facility, Fact, PhoneLine, Window

RowKey: TypeAlias = tuple[str, int]
"""A table of :data:`ROW_TABLES` and the number of a row in it."""

RowValues: TypeAlias = dict[str, Any]
"""Every column of one row, its number included."""

ROW_TABLES: Mapping[str, type[Model]] = {
    "facility": Facility,
    "line": PhoneLine,
    "window": Window,
    "fact": Fact,
}
"""A row of every table but the first belongs to the facility ``facility_id``."""


def rows_of_chapter(chapter: str) -> dict[RowKey, RowValues]:
    """Every row of the chapter's cards, the cards themselves first; four queries."""
    rows: dict[RowKey, RowValues] = {}
    for table, model in ROW_TABLES.items():
        owner = "chapter" if model is Facility else "facility__chapter"
        found = model._default_manager.filter(**{owner: chapter}).order_by("pk")
        rows |= {(table, values["id"]): values for values in found.values()}
    return rows

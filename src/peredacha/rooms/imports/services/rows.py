"""The rows behind a chapter's cards exactly as they stand, and brought back exactly so."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from django.db import transaction
from django.db.models import Model

from peredacha.rooms.facilities.models import Facility, Fact, PhoneLine, Window
from peredacha.rooms.facilities.services import drop_rows, write_rows

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


@transaction.atomic
def put_back_rows(*, rows: Mapping[RowKey, RowValues | None]) -> None:
    """Make each row what is given, its number included; None removes it and what hangs on it."""
    for table, model in ROW_TABLES.items():
        own = {number: values for (name, number), values in rows.items() if name == table}
        drop_rows(model, [number for number, values in own.items() if values is None])
        write_rows(model, [model(**values) for values in own.values() if values is not None], known_by=["id"])

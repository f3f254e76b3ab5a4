"""Rows written in bulk: new ones added, known ones brought up to date."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Model

from peredacha.rooms.facilities.selectors.rows import ROW_TABLES, RowKey, RowValues

PORTION = 500
"""How many numbers one deletion names: few enough for every database."""


@transaction.atomic
def put_back_rows(*, rows: Mapping[RowKey, RowValues | None]) -> None:
    """Make each row what is given, its number included; None removes it and what hangs on it."""
    for table, model in ROW_TABLES.items():
        own = {number: values for (name, number), values in rows.items() if name == table}
        drop_rows(model, [number for number, values in own.items() if values is None])
        write_rows(model, [model(**values) for values in own.values() if values is not None], known_by=["id"])


def write_rows(
    model: type[Model], rows: Sequence[Model], *, known_by: Sequence[str], leaving: Sequence[str] = ()
) -> None:
    """Add the rows; one that is there already by ``known_by`` is changed in all columns but ``leaving``."""
    fields = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    changing = [name for name in fields if name not in (*known_by, *leaving)]
    model._default_manager.bulk_create(
        rows, update_conflicts=True, unique_fields=known_by, update_fields=changing
    )


def drop_rows(model: type[Model], numbers: Sequence[int]) -> None:
    """Remove the rows of these numbers, and what hangs on them."""
    for start in range(0, len(numbers), PORTION):
        model._default_manager.filter(pk__in=numbers[start : start + PORTION]).delete()

"""Rows written in bulk: new ones added, known ones brought up to date."""

from collections.abc import Sequence

from django.db.models import Model

PORTION = 500
"""How many numbers one deletion names: few enough for every database."""


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

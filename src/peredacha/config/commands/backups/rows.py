"""Rows as lines of JSON and back, by the framework's own rules for each kind of column."""

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

from peredacha.config.commands.backups.schema import Tables

PIECE = 1024 * 1024
"""A part of a table ends after about so many bytes."""

Column: TypeAlias = "models.Field[Any, Any]"
Columns = dict[str, list[str]]
"""Columns of each table in the order in which its rows give them."""


def columns_of(tables: Tables) -> Columns:
    """The columns of every table."""
    return {name: [str(field.column) for field in _fields(model)] for name, model in sorted(tables.items())}


def table_lines(model: type[models.Model], using: str) -> Iterator[tuple[bytes, int]]:
    """A table in pieces: whole lines of JSON of about 1 MiB, and how many rows they are."""
    fields = _fields(model)
    piece, rows = bytearray(), 0
    for row in model._base_manager.using(using).order_by("pk").iterator(chunk_size=1000):
        values = [_written(field, row) for field in fields]
        piece += json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        rows += 1
        if len(piece) >= PIECE:
            yield bytes(piece), rows
            piece, rows = bytearray(), 0
    if rows:
        yield bytes(piece), rows


def read_lines(piece: bytes, width: int) -> list[list[Any]]:
    """The rows of a piece; raises ValueError when one is no list of ``width`` values."""
    rows = [json.loads(line) for line in piece.splitlines()]
    if not all(isinstance(row, list) and len(row) == width for row in rows):
        raise ValueError("a row has not the columns of its table")
    return rows


def insert(model: type[models.Model], rows: list[list[Any]]) -> None:
    """Write rows as they were: nothing is computed, no default is put in."""
    connection = connections[DEFAULT_DB_ALIAS]
    fields = _fields(model)
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(str(field.column)) for field in fields)
    places = ", ".join("%s" for _ in fields)
    table = quoted(model._meta.db_table)
    statement = " ".join(("INSERT INTO", table, f"({columns})", "VALUES", f"({places})"))
    with connection.cursor() as cursor:
        cursor.executemany(
            statement,
            [[_prepared(field, value, connection) for field, value in zip(fields, row)] for row in rows],
        )


def _fields(model: type[models.Model]) -> list[Column]:
    fields: list[Column] = list(model._meta.local_concrete_fields)
    return sorted((field for field in fields if not field.generated), key=lambda field: str(field.column))


def _written(field: Column, row: models.Model) -> Any:
    value = field.value_from_object(row)
    return value if value is None or isinstance(value, bool | int) else field.value_to_string(row)


def _prepared(field: Column, value: Any, connection: BaseDatabaseWrapper) -> Any:
    """A written value as this database takes it."""
    if value is None and not field.null:  # the word null of a JSON column
        return field.get_db_prep_value(None, connection)
    if value is not None and not isinstance(field, models.JSONField):
        value = field.to_python(value)
    return field.get_db_prep_save(value, connection)

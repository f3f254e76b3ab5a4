"""Statements that are put together once, for the few on the way of a request that many send at the same hour.

The framework builds the text of a statement anew each time, which takes longer than the database needs to answer.
Everything else in the house asks and writes through models alone.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db import connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper

Converters = dict[int, tuple[list[Callable[..., Any]], Any]]
"""By the place of a column: what turns its value into that of the field."""

FEW = 8
"""Up to so many rows a statement is kept; more are put together by the framework."""


class Asked:
    """A question that is always the same one: a ``values_list`` of a model, without parameters of the moment.

    ``Asked(House, lambda: House.objects.filter(pk=1).values_list("sealed"))()`` gives the rows as tuples, with the
    values that the fields of the models give. Put into words at the first call, once for each kind of database.
    """

    def __init__(self, model: type[models.Model], made: Callable[[], models.QuerySet[Any, Any]]) -> None:
        """``made`` gives the question about ``model``."""
        self.model, self.made = model, made
        self.told: dict[str, tuple[str, tuple[Any, ...], Converters]] = {}

    def __call__(self) -> list[tuple[Any, ...]]:
        """The rows of now."""
        connection = connections[router.db_for_read(self.model)]
        if connection.vendor not in self.told:
            compiler = self.made().query.get_compiler(connection=connection)
            statement, values = compiler.as_sql()
            told = compiler.get_converters([one for one, *_ in compiler.select])
            self.told[connection.vendor] = statement, values, told
        statement, values, converters = self.told[connection.vendor]
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            rows = cursor.fetchall()
        return [converted(row, converters, connection) for row in rows]


def converted(
    row: tuple[Any, ...], converters: Converters, connection: BaseDatabaseWrapper
) -> tuple[Any, ...]:
    """One row with the values that the fields of the models give."""
    found = list(row)
    for place, (ways, expression) in converters.items():
        for way in ways:
            found[place] = way(found[place], expression, connection)
    return tuple(found)


def add(*rows: models.Model) -> None:
    """Insert new rows of one model, none or more. A number that the database gives need not be read back."""
    if not rows:
        return
    model = type(rows[0])
    if len(rows) > FEW:
        model._default_manager.bulk_create(rows)
        return
    using = router.db_for_write(model)
    connection = connections[using]
    statement, fields = inserting(model, len(rows))
    values = [
        field.get_db_prep_save(field.pre_save(row, add=True), connection) for row in rows for field in fields
    ]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
    for row in rows:
        row._state.adding, row._state.db = False, using


@cache
def inserting(model: type[models.Model], count: int) -> tuple[str, tuple[Any, ...]]:
    """The statement that inserts so many rows, and the fields whose values it takes, row by row."""
    fields = tuple(one for one in model._meta.concrete_fields if not isinstance(one, models.AutoField))
    columns = ", ".join(f'"{one.column}"' for one in fields)
    places = ", ".join(["(" + ", ".join(["%s"] * len(fields)) + ")"] * count)
    return f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES {places}', fields  # noqa: S608  # nosec B608


def change(model: type[models.Model], statement: str, *values: Any) -> int:
    """Run a constant statement that changes rows of a model; gives how many it changed."""
    connection = connections[router.db_for_write(model)]
    with connection.cursor() as cursor:
        cursor.execute(statement, [adapted(one, connection) for one in values])
        return int(cursor.rowcount)


def adapted(value: Any, connection: BaseDatabaseWrapper) -> Any:
    """A value as this database takes it: days and moments are written differently."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value

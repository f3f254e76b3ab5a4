"""Which tables stand in the database, as its migrations say: not as this code would like them."""

from collections.abc import Iterable

from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DEFAULT_DB_ALIAS, connections, models, router, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from peredacha.config.commands.backups.wrong import Refused

MIGRATIONS = "django_migrations"
"""The framework's own table: which migrations were applied."""

Migrations = frozenset[tuple[str, str]]
Tables = dict[str, type[models.Model]]
"""Tables by their names in the database, each with its model."""


def applied(connection: BaseDatabaseWrapper) -> Migrations:
    """The migrations that this database has; none for an empty one."""
    return frozenset((app, name) for app, name in MigrationLoader(connection).applied_migrations)


def unknown(migrations: Migrations) -> Migrations:
    """Those that this code does not have."""
    return migrations - set(MigrationLoader(None).disk_migrations)


def tables_at(migrations: Migrations) -> Tables:
    """The tables that a database with these migrations has; those of open visits stand elsewhere."""
    state = MigrationLoader(None).project_state(sorted(_ends(migrations)))
    found = state.apps.get_models(include_auto_created=True)
    return {
        model._meta.db_table: model
        for model in found
        if model._meta.managed
        and not model._meta.proxy
        and router.allow_migrate_model(DEFAULT_DB_ALIAS, model)
    }


def filled() -> bool:
    """Whether any table has a row, known to this code or not."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        for name in _standing():
            cursor.execute(" ".join(("SELECT 1 FROM", _quoted(name), "LIMIT 1")))
            if name != MIGRATIONS and cursor.fetchone():
                return True
    return False


def build_anew(migrations: Migrations) -> None:
    """Give the empty database exactly the tables of ``migrations``; raises Refused when the code lacks one.

    What stands is dropped first: a power cut in the middle of a migration leaves tables that it does not know.
    """
    if unknown(migrations):
        raise Refused(_("The backup was made by a newer version: install that one first."))
    connection = connections[DEFAULT_DB_ALIAS]
    cascade = " CASCADE" if connection.vendor == "postgresql" else ""
    with transaction.atomic(), connection.cursor() as cursor:
        for name in _standing():
            cursor.execute(f"DROP TABLE {_quoted(name)}{cascade}")
    MigrationExecutor(connection).migrate(sorted(_ends(migrations)))


def bring_to_this_code() -> None:
    """Apply every migration that this code has."""
    call_command("migrate", interactive=False, verbosity=0, skip_checks=True)


def set_counters(tables: Tables) -> None:
    """Let the next number of each table follow the rows that stand there."""
    connection = connections[DEFAULT_DB_ALIAS]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables.values())):
            cursor.execute(statement)


def _standing() -> list[str]:
    connection = connections[DEFAULT_DB_ALIAS]
    with connection.cursor() as cursor:
        return sorted(connection.introspection.table_names(cursor))


def _quoted(name: str) -> str:
    return connections[DEFAULT_DB_ALIAS].ops.quote_name(name)


def _ends(migrations: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """The last migration of each room: their names begin with growing numbers."""
    ends: dict[str, str] = {}
    for app, name in sorted(migrations):
        ends[app] = name
    return set(ends.items())

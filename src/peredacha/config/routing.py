"""Which table stands in which database: open visits and salts apart from everything else that is kept."""

from typing import Any

from django.db import models

APART = {
    ("people", "session"): "sessions",
    ("people", "wrongtries"): "sessions",
    ("salts", "salt"): "salts",
}
"""The tables in databases of their own: room and name, and the database."""


class TablesApart:
    """Sends those tables to their own databases, and everything else to the default one."""

    def db_for_read(self, model: type[models.Model], **hints: Any) -> str | None:
        """Where a table is read; None leaves it to the default."""
        return APART.get((model._meta.app_label, model._meta.model_name or ""))

    def db_for_write(self, model: type[models.Model], **hints: Any) -> str | None:
        """Where a table is written: where it is read."""
        return self.db_for_read(model, **hints)

    def allow_migrate(self, db: str, app_label: str, model_name: str | None = None, **hints: Any) -> bool:
        """Whether a database gets a table."""
        own = APART.get((app_label, model_name or ""))
        return db == own if own else db not in APART.values()

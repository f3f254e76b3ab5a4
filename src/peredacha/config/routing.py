"""Which table stands in which database: open visits apart from everything that is kept and backed up."""

from typing import Any

from django.db import models

SESSIONS = "sessions"
"""The database of open visits."""
APART = ("people", "session")
"""The only table in it: its room and its name."""


class SessionsRouter:
    """Sends the table of open visits to its own database, and everything else to the default one."""

    def db_for_read(self, model: type[models.Model], **hints: Any) -> str | None:
        """Where a table is read; None leaves it to the default."""
        return SESSIONS if (model._meta.app_label, model._meta.model_name) == APART else None

    def db_for_write(self, model: type[models.Model], **hints: Any) -> str | None:
        """Where a table is written: where it is read."""
        return self.db_for_read(model, **hints)

    def allow_migrate(self, db: str, app_label: str, model_name: str | None = None, **hints: Any) -> bool:
        """Whether a database gets a table."""
        return (db == SESSIONS) == ((app_label, model_name) == APART)

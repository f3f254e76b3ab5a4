"""A database address turned into settings: SQLite for one volunteer, PostgreSQL when the house grows."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from peredacha.config.environment import WrongEnvironment

SQLITE = {
    "timeout": 20,
    # Readers that later write would meet "database is locked" with the default DEFERRED.
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
    "PRAGMA secure_delete=ON;PRAGMA cache_size=-4000;",
}


def database_settings(url: str) -> dict[str, Any]:
    """Django's settings for ``url``; raises WrongEnvironment for any other kind of address."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        path = url.removeprefix("sqlite:///")
        if path != ":memory:":
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": path,
            "CONN_MAX_AGE": None,
            "OPTIONS": SQLITE,
        }
    if parts.scheme in ("postgres", "postgresql"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parse_qs(parts.query).get("host", [parts.hostname or ""])[0],
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
        }
    raise WrongEnvironment("DATABASE_URL must begin with sqlite:/// or postgresql://.")

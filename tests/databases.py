"""Databases of the tests' own, looked at from outside: a SQLite file, or a PostgreSQL where the tests run on one."""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

Row = tuple[Any, ...]


def postgres() -> str:
    """The address of the PostgreSQL on which the tests run (tools/postgres.py), or nothing."""
    server = os.environ["DATABASE_URL"]
    return server if server.startswith("postgres") else ""


@contextmanager
def fresh_database(server: str, like: str = "") -> Iterator[str]:
    """The address of a new database on this PostgreSQL, empty or like another one; it is dropped in the end."""
    name = f"own_{secrets.token_hex(6)}"
    acts(server, "CREATE DATABASE {} TEMPLATE {}", name, urlsplit(like).path.lstrip("/") or "template1")
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        acts(server, "DROP DATABASE {} WITH (FORCE)", name)


def acts(server: str, statement: str, *names: str) -> None:
    """One statement outside a transaction; each ``{}`` in it is a name."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))  # type: ignore[arg-type]


def tables_of(url: str) -> list[str]:
    """The names of all tables; none where there is no database yet."""
    if file := file_of(url):
        if not file.exists():
            return []
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as lite:
            found = lite.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    else:
        with psycopg.connect(url) as connection:
            found = connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            ).fetchall()
    return sorted(name for (name,) in found)


def rows_of(url: str, table: str) -> list[Row]:
    """Every row of a table as the database gives it, in the order of its first column."""
    if file := file_of(url):
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as lite:
            return lite.execute(f'SELECT * FROM "{table}" ORDER BY 1').fetchall()  # noqa: S608
    with psycopg.connect(url) as connection:
        asked = sql.SQL("SELECT * FROM {} ORDER BY 1").format(sql.Identifier(table))
        return connection.execute(asked).fetchall()


def file_of(url: str) -> Path | None:
    """The file of a SQLite database; nothing for another one."""
    return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite") else None

"""What a visit did to rows that belong to others; every request is undone."""

import re
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.apps import apps
from django.db import connection, connections, transaction
from django.http import HttpResponseBase
from django.test import Client

SHARED = frozenset(
    {"people.session", "journal.chainhead", "journal.counter", "vault.house", "vault.sealedboxes"}
)
"""Tables that anybody's own act may change: own visits, sums, the lock that every helper may turn."""
WRITES = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) "(\w+)"', re.IGNORECASE)
READS = re.compile(r'(?:FROM|JOIN) "?(\w+)"?', re.IGNORECASE)
Rows = dict[tuple[str, Any], tuple[Any, ...]]


def rows_of_others(tables: Collection[str] | None = None) -> Rows:
    """Every row that stands now in these tables of the database, or in all; without the shared ones."""
    found: Rows = {}
    for model in apps.get_models():
        label, meta = model._meta.label_lower, model._meta
        if label in SHARED or (tables is not None and meta.db_table not in tables):
            continue
        columns = [one.attname for one in meta.concrete_fields]
        for row in model._default_manager.order_by().values_list("pk", *columns):
            found[label, row[0]] = tuple(plain(one) for one in row)
    return found


def plain(value: Any) -> Any:
    """A value that can be compared."""
    return bytes(value) if isinstance(value, memoryview) else value


@contextmanager
def reading() -> Iterator[set[str]]:
    """Gives the tables of the first database from which something inside reads."""
    read: set[str] = set()

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        read.update(READS.findall(sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield read


@contextmanager
def undone() -> Iterator[set[str]]:
    """What happens inside is rolled back in both databases; gives the tables that were written."""
    wrote: set[str] = set()

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if found := WRITES.match(sql):
            wrote.add(found[1])
        return execute(sql, params, many, context)

    with ExitStack() as stack:
        for one in connections.all():
            stack.enter_context(transaction.atomic(using=one.alias))
            stack.callback(transaction.set_rollback, True, using=one.alias)
            stack.enter_context(one.execute_wrapper(note))
        yield wrote


def body_of(answer: HttpResponseBase) -> str:
    """The whole body of an answer, be it streamed or not, and where it leads."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return content.decode(errors="replace") + answer.headers.get("Location", "")


def visit(client: Client, method: str, url: str, data: Any = None, **more: Any) -> Any:
    """One request over HTTPS with the cookies of before; a failure of ours is an answer 500, not an exception."""
    client.raise_request_exception = False
    cookies = {key: morsel.value for key, morsel in client.cookies.items()}
    try:
        return getattr(client, method)(url, data, secure=True, **more)
    finally:
        client.cookies.clear()
        client.cookies.load(cookies)

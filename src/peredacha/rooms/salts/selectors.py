"""Salts as they stand."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db import connections

from peredacha.rooms.salts.models import Salt

MANY = 1_000
"""For more names than this the whole table is read: ten times faster than asking for each."""


def salts_of(whose: Iterable[UUID]) -> dict[UUID, bytes]:
    """The salts of these safes or families; what has none is not there."""
    names = list(whose)
    if len(names) > MANY:
        return salts_of_many(names)
    rows = Salt.objects.filter(whose__in=names).values_list("whose", "salt")
    return {name: bytes(salt) for name, salt in rows}


def salts_of_many(names: Iterable[UUID]) -> dict[UUID, bytes]:
    """The same, for thousands: the rows as they stand in the file, without the framework."""
    with connections["salts"].cursor() as cursor:
        cursor.execute("SELECT whose, salt FROM salts_salt")
        there = dict(cursor.fetchall())
    return {name: bytes(there[name.hex]) for name in names if name.hex in there}


def every_salt() -> Iterator[tuple[UUID, bytes]]:
    """Every salt with its name, one by one."""
    for name, salt in Salt.objects.order_by("whose").values_list("whose", "salt").iterator(chunk_size=2000):
        yield name, bytes(salt)

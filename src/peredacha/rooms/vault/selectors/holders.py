"""A holder beside other columns: for questions that are put together once."""

from typing import Any

from peredacha.rooms.vault.models import Holder

COLUMNS = [field.attname for field in Holder._meta.concrete_fields]
HELD = tuple(f"holder__{name}" for name in COLUMNS)
"""Its columns, seen through the relation ``holder``."""


def holder_of(values: list[Any]) -> Holder:
    """The holder with the values of HELD, in their order."""
    return Holder.from_db("default", COLUMNS, values)

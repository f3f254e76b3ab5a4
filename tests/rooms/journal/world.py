"""A day of the house: Vera writes, Pavel reads, Anna answers; and a hand that touches rows past the house."""

from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import connection

from peredacha.rooms.journal.models import Act, Entry
from peredacha.rooms.journal.services import record

TODAY = date(2026, 11, 22)
CHAPTER = "demo"
ANNA, PAVEL = UUID(int=0xA11A), UUID(int=0x9A7E1)
VERAS = sha256(b"the tag of Vera's matter").digest()
ANOTHER = sha256(b"the tag of another matter").digest()
SEALED = b"\x01 sealed: at 14:30 Pavel opened it "


def a_day() -> list[Entry]:
    """Seven entries: five of Vera's matter, one of another, one of nobody's."""
    written: list[tuple[Act, dict[str, Any]]] = [
        (Act.REQUEST_CAME, {"subject_tag": VERAS, "sealed": SEALED + b"1"}),
        (Act.SIGNED_IN, {"actor": PAVEL}),
        (Act.CLAIMED, {"subject_tag": VERAS, "actor": PAVEL, "sealed": SEALED + b"2"}),
        (Act.GRANTED, {"subject_tag": VERAS, "actor": ANNA, "sealed": SEALED + b"3"}),
        (Act.MATTER_READ, {"subject_tag": ANOTHER, "actor": ANNA, "sealed": SEALED + b"4"}),
        (Act.MESSAGE_SENT, {"subject_tag": VERAS, "actor": ANNA, "sealed": SEALED + b"5"}),
        (Act.FILE_READ, {"subject_tag": VERAS, "actor": ANNA, "sealed": SEALED + b"6"}),
    ]
    return [record(act=act, chapter=CHAPTER, today=TODAY, **more) for act, more in written]


def by_hand(statement: str, *values: Any) -> None:
    """A statement of somebody who has the database and not the house."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        assert cursor.rowcount > 0, "the statement touched nothing"

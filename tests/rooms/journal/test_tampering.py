"""Somebody with the database, and without the house, touches rows: the journal tells which."""

from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.rooms.journal.world import ANNA, CHAPTER, PAVEL, TODAY, VERAS, a_day, by_hand

from peredacha.rooms.journal.models import Act, ChainHead, Entry
from peredacha.rooms.journal.selectors import Mark, Wrong, verify_chain
from peredacha.rooms.journal.services import blank_entries, record

pytestmark = pytest.mark.django_db

PAVELS = PAVEL.hex if connection.vendor == "sqlite" else PAVEL
OTHER_VALUES: dict[str, Any] = {
    "day": "2026-11-21",
    "act": "revoked",
    "chapter": "other",
    "actor": PAVELS,
    "subject_tag": bytes(32),
    "sealed": b"another story",
    "salt": bytes(16),
    "content_hash": bytes(32),
    "previous": bytes(32),
    "digest": bytes(32),
}
EMPTIED = ("actor", "subject_tag", "sealed", "salt")


@pytest.mark.parametrize("column", sorted(OTHER_VALUES))
def test_a_changed_column_is_told(column: str) -> None:
    a_day()

    by_hand(f"UPDATE journal_entry SET {column} = %s WHERE number = 4", OTHER_VALUES[column])  # noqa: S608

    wrong = verify_chain().wrong
    assert wrong and wrong.number == 4 and wrong.kind in ("changed", "moved")


def test_every_column_is_tried() -> None:
    columns = {field.name for field in Entry._meta.fields}

    assert columns == {*OTHER_VALUES, "id", "number"}


@pytest.mark.parametrize("column", EMPTIED)
def test_one_emptied_column_is_told(column: str) -> None:
    a_day()

    by_hand(f"UPDATE journal_entry SET {column} = NULL WHERE number = 4")  # noqa: S608

    assert verify_chain().wrong == Wrong(4, "changed")


def test_an_entry_emptied_past_the_house_is_told() -> None:
    a_day()
    blank_entries([VERAS])
    assert verify_chain().wrong is None

    by_hand("UPDATE journal_entry SET actor = NULL, salt = NULL WHERE number = 2")

    wrong = verify_chain().wrong
    assert wrong and wrong.kind == "emptied"


def test_another_number_is_told() -> None:
    a_day()

    by_hand("UPDATE journal_entry SET number = 70 WHERE number = 4")

    assert verify_chain().wrong == Wrong(4, "missing")


def test_the_last_entry_cut_off_is_told() -> None:
    a_day()

    by_hand("DELETE FROM journal_entry WHERE number > 5")

    assert verify_chain().wrong == Wrong(6, "missing")


def test_an_entry_put_behind_the_end_is_told() -> None:
    a_day()

    by_hand(
        "INSERT INTO journal_entry (number, day, act, chapter, content_hash, previous, digest) "
        "SELECT 8, day, act, chapter, content_hash, digest, content_hash FROM journal_entry WHERE number = 7"
    )

    assert verify_chain().wrong == Wrong(8, "foreign")


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ("count = 6", Wrong(6, "changed")),
        ("count = 8", Wrong(8, "missing")),
        ("count = 0", Wrong(1, "changed")),
        ("blanked = 1", Wrong(7, "emptied")),
    ],
)
def test_a_changed_end_is_told(change: str, wrong: Wrong) -> None:
    a_day()

    by_hand(f"UPDATE journal_chainhead SET {change}")  # noqa: S608

    assert verify_chain().wrong == wrong


def test_another_digest_at_the_end_is_told() -> None:
    a_day()

    by_hand("UPDATE journal_chainhead SET digest = %s", bytes(32))

    assert verify_chain().wrong == Wrong(7, "changed")


def test_a_lost_end_is_told() -> None:
    a_day()

    by_hand("DELETE FROM journal_chainhead")

    assert verify_chain().wrong == Wrong(1, "foreign")


def test_a_journal_written_anew_is_told_by_a_mark_of_yesterday() -> None:
    a_day()
    yesterday = Mark.read(str(verify_chain().mark))
    record(act=Act.EXPORTED, chapter=CHAPTER, actor=ANNA, today=TODAY)
    assert verify_chain(yesterday).wrong is None

    Entry.objects.all().delete()
    ChainHead.objects.all().delete()
    a_day()
    a_day()

    assert verify_chain().wrong is None, "without the mark it looks whole: that is why one writes it down"
    assert verify_chain(yesterday).wrong == Wrong(7, "unknown")


def test_a_journal_shorter_than_the_mark_is_told() -> None:
    a_day()
    mark = verify_chain().mark
    Entry.objects.all().delete()
    ChainHead.objects.all().delete()

    assert verify_chain(mark).wrong == Wrong(1, "missing")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gone=st.sets(st.integers(1, 7), min_size=1))
def test_whatever_is_taken_out_the_first_gap_is_told(gone: set[int]) -> None:
    with transaction.atomic():
        a_day()
        Entry.objects.filter(number__in=gone).delete()

        wrong = verify_chain().wrong

        transaction.set_rollback(True)
    assert wrong == Wrong(min(gone), "missing")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(1, 8)), with_links=st.booleans())
def test_whatever_is_moved_the_first_wrong_place_is_told(order: list[int], with_links: bool) -> None:
    """The contents change places, either alone or together with their links."""
    assume(order != list(range(1, 8)))
    moved = ["day", "act", "chapter", "actor", "subject_tag", "sealed", "salt", "content_hash"]
    columns = [*moved, *(["previous", "digest"] if with_links else [])]
    with transaction.atomic():
        a_day()
        before = {entry["number"]: entry for entry in Entry.objects.values("number", *columns)}
        for place, number in enumerate(order, start=1):
            values = {name: before[number][name] for name in columns}
            Entry.objects.filter(number=place).update(**values)

        wrong = verify_chain().wrong

        transaction.set_rollback(True)
    first = next(place for place, number in enumerate(order, start=1) if place != number)
    assert wrong and wrong.number == first

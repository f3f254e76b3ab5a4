"""Vera erases her matter: the journal stays whole and nothing in it leads to her."""

import sqlite3

import pytest
from django.db import connection
from tests.rooms.journal.world import ANOTHER, CHAPTER, SEALED, TODAY, VERAS, a_day

from peredacha.rooms.journal.models import ChainHead, Entry
from peredacha.rooms.journal.selectors import entries_for, verify_chain
from peredacha.rooms.journal.services import blank_entries, month_report, record


@pytest.mark.django_db
def test_her_entries_are_empty_and_the_chain_closes() -> None:
    a_day()
    hashes = list(Entry.objects.values_list("digest", flat=True))

    assert blank_entries([VERAS]) == 5

    assert entries_for([VERAS]) == ()
    assert [entry.number for entry in Entry.objects.all() if entry.blank] == [1, 3, 4, 6, 7]
    assert list(Entry.objects.values_list("digest", flat=True)) == hashes
    assert verify_chain().wrong is None
    assert ChainHead.objects.get().blanked == 5


@pytest.mark.django_db
def test_the_month_still_counts_them_and_others_keep_theirs() -> None:
    a_day()
    before = month_report(CHAPTER, TODAY)

    blank_entries([VERAS])

    assert month_report(CHAPTER, TODAY) == before
    (other,) = entries_for([ANOTHER])
    assert bytes(other.sealed or b"").startswith(SEALED) and not other.blank


@pytest.mark.django_db
def test_blanking_twice_or_nothing_changes_nothing() -> None:
    a_day()
    blank_entries([VERAS])

    assert blank_entries([VERAS]) == 0 == blank_entries([])
    assert verify_chain().wrong is None


@pytest.mark.django_db
def test_the_chain_goes_on_after_a_blanked_end() -> None:
    a_day()
    blank_entries([VERAS])

    record(act="erased", chapter=CHAPTER, today=TODAY)

    assert verify_chain().mark.count == 8
    assert verify_chain().wrong is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL frees old rows by its own VACUUM")
def test_no_byte_of_hers_stays_in_the_database() -> None:
    a_day()
    assert isinstance(connection.connection, sqlite3.Connection)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone() == (1,)
    assert VERAS in connection.connection.serialize()
    assert SEALED + b"6" in connection.connection.serialize()

    blank_entries([VERAS])

    left = connection.connection.serialize()
    assert ANOTHER in left
    assert VERAS not in left
    assert [n for n in b"12356" if SEALED + bytes([n]) in left] == []

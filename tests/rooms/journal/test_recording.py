"""Every act is one entry, and each holds on to the one before."""

from datetime import date

import pytest
from django.db import transaction
from tests.rooms.journal.world import ANNA, ANOTHER, CHAPTER, SEALED, TODAY, VERAS, a_day

from peredacha.rooms.journal.models import Act, ChainHead, Entry
from peredacha.rooms.journal.models.entries import START
from peredacha.rooms.journal.selectors import Mark, entries_for, verify_chain
from peredacha.rooms.journal.services import record

pytestmark = pytest.mark.django_db


def test_a_day_is_a_chain_without_a_gap() -> None:
    written = a_day()

    kept = list(Entry.objects.order_by("number"))
    assert [entry.number for entry in kept] == [1, 2, 3, 4, 5, 6, 7]
    assert bytes(kept[0].previous) == START
    assert [bytes(entry.previous) for entry in kept[1:]] == [bytes(entry.digest) for entry in kept[:-1]]
    assert verify_chain().wrong is None
    assert verify_chain().mark == Mark(7, bytes(written[-1].digest))


def test_an_empty_journal_is_whole() -> None:
    assert verify_chain().mark == Mark(0, START)
    assert verify_chain().wrong is None


def test_an_entry_holds_what_was_given_and_no_hour() -> None:
    record(act=Act.GRANTED, chapter=CHAPTER, actor=ANNA, subject_tag=VERAS, sealed=SEALED, today=TODAY)

    entry = Entry.objects.get()
    assert (entry.act, entry.chapter, entry.actor, entry.day) == ("granted", CHAPTER, ANNA, TODAY)
    assert (bytes(entry.subject_tag or b""), bytes(entry.sealed or b"")) == (VERAS, SEALED)
    assert type(entry.day) is date
    assert str(entry) == "1: granted"


def test_the_same_act_twice_has_two_different_hashes() -> None:
    one, two = (record(act=Act.SIGNED_IN, chapter=CHAPTER, actor=ANNA, today=TODAY) for _ in range(2))

    assert bytes(one.content_hash) != bytes(two.content_hash), "else a hash would tell who it was"


def test_only_who_has_the_tag_finds_the_entries_of_a_matter() -> None:
    a_day()

    assert [entry.number for entry in entries_for([VERAS])] == [1, 3, 4, 6, 7]
    assert [entry.number for entry in entries_for([ANOTHER, VERAS])] == [1, 3, 4, 5, 6, 7]
    assert entries_for([bytes(32)]) == () == entries_for([])


def test_an_act_that_is_no_word_of_the_house_is_refused() -> None:
    with pytest.raises(ValueError), transaction.atomic():
        record(act="Vera called", chapter=CHAPTER, today=TODAY)

    assert not Entry.objects.exists()
    assert verify_chain().mark.count == 0


def test_what_the_caller_takes_back_leaves_no_entry_and_no_gap() -> None:
    record(act=Act.INVITED, chapter=CHAPTER, today=TODAY)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record(act=Act.JOINED, chapter=CHAPTER, today=TODAY)
        raise ZeroDivisionError
    record(act=Act.LEFT, chapter=CHAPTER, today=TODAY)

    assert list(Entry.objects.values_list("number", "act")) == [(1, "invited"), (2, "left")]
    assert verify_chain().wrong is None


def test_the_whole_house_has_an_empty_chapter() -> None:
    record(act=Act.SEALED, chapter="", today=TODAY)

    assert Entry.objects.get().chapter == ""
    assert str(ChainHead.objects.get()) == "head: 1"

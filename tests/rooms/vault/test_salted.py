"""A safe opens with its key and its salt together; one made before there were salts opens as ever."""

import secrets
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone
from tests.rooms.matters.world import asks, file_of, keys, reception
from tests.rooms.people.world import Enrolled

from peredacha.core.facts import Author, Note
from peredacha.core.sealing import NotSealedHere, open_envelope
from peredacha.rooms.matters.models import FactRow
from peredacha.rooms.matters.selectors import queue_of
from peredacha.rooms.matters.services import open_cards, open_file, open_names, tell
from peredacha.rooms.salts.models import Salt
from peredacha.rooms.salts.selectors import salts_of
from peredacha.rooms.vault.models import Grant, Holder, Safe
from peredacha.rooms.vault.selectors import count_without_salt
from peredacha.rooms.vault.services import (
    OpenSafe,
    erase_safes,
    is_forgotten,
    new_safe,
    open_safe,
    read_row,
    renew_safes,
    renew_texts,
    settle_salts,
    write_row,
)
from peredacha.rooms.vault.services.rows import place_of
from peredacha.rooms.vault.services.safes import DATA_KEY_BYTES, FIRST_LINK, new_grant

pytestmark = pytest.mark.django_db
SAID = {"fact": {"kind": "note", "text": "слово"}}


@pytest.fixture
def pavel() -> Enrolled:
    return reception()


def safe_of(helper: Enrolled) -> OpenSafe:
    return new_safe(
        giver=helper.member.id, pair=helper.pair, holders=[Holder.objects.get(id=helper.member.id)]
    )


def opened(helper: Enrolled, safe: Any) -> OpenSafe | None:
    return open_safe(keys(helper), safe, now=timezone.now())


def made_before_salts(helper: Enrolled) -> OpenSafe:
    """A safe as they were made at first: no salt, no mark."""
    old = OpenSafe(uuid4(), 1, {1: secrets.token_bytes(DATA_KEY_BYTES)}, {1: FIRST_LINK})
    Safe.objects.create(id=old.id)
    holder = Holder.objects.get(id=helper.member.id)
    new_grant(old, holder, 1, giver=helper.member.id, pair=helper.pair).save()
    return old


def test_the_key_of_the_grant_alone_opens_no_row(pavel: Enrolled) -> None:
    safe = safe_of(pavel)
    row = write_row(FactRow, safe, SAID)

    assert open_envelope(safe.data_keys[1], bytes(row.sealed), place_of(row))
    with pytest.raises(NotSealedHere):
        open_envelope(safe.granted[1], bytes(row.sealed), place_of(row))
    assert Safe.objects.get(id=safe.id).salted


def test_a_safe_from_before_opens_and_goes_on(pavel: Enrolled) -> None:
    old = made_before_salts(pavel)
    row = write_row(FactRow, old, SAID)

    there = opened(pavel, old.id)

    assert there is not None and read_row(row, there).content == SAID
    assert write_row(FactRow, there, SAID).sequence == 2
    assert not is_forgotten(keys(pavel), old.id, now=timezone.now()) and count_without_salt() == 0
    Salt.objects.create(whose=old.id, salt=bytes(32))
    still = opened(pavel, old.id)
    assert still is not None and read_row(row, still).content == SAID, (
        "a salt slipped under it changes nothing"
    )


def test_renewing_keeps_the_salt_and_an_old_safe_stays_without(pavel: Enrolled) -> None:
    for safe in (safe_of(pavel), made_before_salts(pavel)):
        row = write_row(FactRow, safe, SAID)
        assert renew_safes(keys=keys(pavel), safes=[safe.id]) == 1 and renew_texts(keys=keys(pavel)) == 1

        there = opened(pavel, safe.id)
        row.refresh_from_db()
        assert there is not None and there.epoch == row.epoch == 2 and there.salt == safe.salt
        assert read_row(row, there).content == SAID


@pytest.mark.parametrize("other", [b"", bytes(32), b"x" * 31])
def test_with_another_salt_nothing_is_opened_and_nothing_written(pavel: Enrolled, other: bytes) -> None:
    safe = safe_of(pavel)
    Salt.objects.filter(whose=safe.id).update(salt=other)

    assert opened(pavel, safe.id) is None
    assert not is_forgotten(keys(pavel), safe.id, now=timezone.now()), "damaged is not erased"


def test_a_mark_taken_off_in_the_database_does_not_make_a_safe_one_without_salt(pavel: Enrolled) -> None:
    safe = safe_of(pavel)
    Salt.objects.filter(whose=safe.id).delete()
    assert count_without_salt() == 1
    Safe.objects.filter(id=safe.id).update(salted=False)

    assert opened(pavel, safe.id) is None


def test_a_stranger_does_not_learn_that_something_was_erased(pavel: Enrolled) -> None:
    igor, vera = reception("Igor", "other"), asks()
    Salt.objects.filter(whose=vera.matter.safe_id).delete()

    assert is_forgotten(keys(pavel), vera.matter.safe_id, now=timezone.now())
    assert not is_forgotten(keys(igor), vera.matter.safe_id, now=timezone.now())
    assert not is_forgotten(keys(pavel), uuid4(), now=timezone.now())


def test_cards_of_both_forms_need_the_salt_of_their_matter(pavel: Enrolled) -> None:
    vera, nina = asks(), asks()
    helper = keys(pavel)
    tell(
        keys=helper,
        file=file_of(helper, nina.matter),
        fact=Note(text="Звонила."),
        author=Author("member", str(pavel.member.id), "Павел"),
        now=timezone.now(),
    )
    rows = queue_of("demo")
    assert {one.card.form for one in rows} == {"pair", "key"}
    assert all(one.card for one in open_cards(helper, rows)) and len(dict(open_names(helper, "demo"))) == 2

    Salt.objects.filter(whose=vera.matter.safe_id).delete()
    assert {one.matter.id for one in open_cards(helper, rows) if one.card} == {nina.matter.id}
    assert dict(open_names(helper, "demo")).keys() == {nina.matter.id}
    Salt.objects.filter(whose=nina.matter.safe_id).delete()
    assert not any(one.card for one in open_cards(helper, rows))
    assert open_file(helper, nina.matter, now=timezone.now()) is None


def test_many_safes_and_cards_ask_for_their_salts_in_one_question(
    pavel: Enrolled, django_assert_num_queries: Any
) -> None:
    for _each in range(6):
        asks()
    helper, rows = keys(pavel), list(queue_of("demo"))

    with django_assert_num_queries(1, using="salts"):
        open_cards(helper, rows)
    with django_assert_num_queries(1, using="salts"):
        open_file(helper, rows[0], now=timezone.now())


def test_a_request_writes_its_two_salts_in_one_statement(
    pavel: Enrolled, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1, using="salts") as said:
        vera = asks()

    assert len(salts_of([vera.matter.safe_id, vera.matter.inner_safe_id])) == 2
    assert said.captured_queries[0]["sql"].startswith("INSERT INTO")


def test_erasing_is_settled_by_the_chores_after_a_stop(pavel: Enrolled) -> None:
    gone, stays = safe_of(pavel), safe_of(pavel)
    erase_safes(
        [gone.id]
    )  # inside the test's transaction the end never comes: as if the power had gone there
    Salt.objects.filter(whose=stays.id).update(leaving=True)

    assert settle_salts() == 1

    assert salts_of([gone.id, stays.id]).keys() == {stays.id}
    assert opened(pavel, stays.id) is not None and not Grant.objects.filter(safe=gone.id).exists()

"""This lawyer, ten hours, for Thursday's hearing; then closed by itself, and listed."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.rooms.matters.world import asks, file_of, keys
from tests.rooms.people.world import enrol
from tests.rooms.vault.world import founder, grants_of, holder, seated, today

from peredacha.rooms.vault.models import Safe, TermRow
from peredacha.rooms.vault.services import Term, close_expired, grant_for, open_safe, renew_safes, terms_on

pytestmark = pytest.mark.django_db


def larisa_for_ten_hours():
    """The lawyer gets Vera's matter for a hearing."""
    pavel, vera, larisa = founder(), asks(), enrol("Larisa", ("lawyer",))
    keys(larisa)
    now = timezone.now()
    opened = file_of(keys(pavel), vera.matter).safe
    term = Term(now + timedelta(hours=10), "Заседание в четверг")
    grant_for(keys=keys(pavel), opened=opened, holder=holder(larisa), term=term)
    return pavel, vera, larisa, opened, now


def test_it_opens_for_ten_hours_and_not_a_minute_longer() -> None:
    _pavel, vera, larisa, _opened, now = larisa_for_ten_hours()

    moments = (timedelta(0), timedelta(hours=9, minutes=59), timedelta(hours=10))
    found = [open_safe(keys(larisa), vera.matter.safe_id, now=now + after) for after in moments]
    assert [one is not None for one in found] == [True, True, False]


def test_the_matter_lists_what_runs_and_what_ran() -> None:
    pavel, vera, larisa, opened, now = larisa_for_ten_hours()

    [running] = terms_on(vera.matter.safe_id, opened, now=now)
    [over] = terms_on(vera.matter.safe_id, opened, now=now + timedelta(hours=11))

    assert (running.holder, running.term.purpose) == (larisa.member.id, "Заседание в четверг")
    assert (running.runs, over.runs) == (True, False)
    close_expired(today() + timedelta(days=2))
    again = file_of(keys(pavel), vera.matter).safe
    [still] = terms_on(vera.matter.safe_id, again, now=now)
    assert (still.holder, still.runs) == (larisa.member.id, False)


def test_the_daily_chore_closes_it_without_a_key_and_the_data_key_is_renewed() -> None:
    pavel, vera, larisa, _opened, _now = larisa_for_ten_hours()

    assert close_expired(today()) == 0 and grants_of(larisa) == 1
    assert close_expired(today() + timedelta(days=2)) == 1
    assert grants_of(larisa) == 0 and Safe.objects.filter(stale=True).count() == 1
    assert renew_safes(keys=keys(pavel)) == 1
    assert file_of(keys(pavel), vera.matter).safe.epoch == 2


def test_a_renewal_in_between_keeps_the_end() -> None:
    pavel, vera, larisa, _opened, now = larisa_for_ten_hours()
    seated("Oleg", pavel)
    Safe.objects.filter(id=vera.matter.safe_id).update(stale=True)

    renew_safes(keys=keys(pavel))

    there = open_safe(keys(larisa), vera.matter.safe_id, now=now)
    assert there is not None and there.epoch == 2 and 2 in there.data_keys
    assert open_safe(keys(larisa), vera.matter.safe_id, now=now + timedelta(hours=11)) is None


def test_name_end_and_purpose_stand_in_no_clear_column() -> None:
    _pavel, vera, larisa, _opened, _now = larisa_for_ten_hours()

    row = TermRow.objects.get(safe=vera.matter.safe_id)
    assert "Заседание".encode() not in bytes(row.sealed) and larisa.member.id.bytes not in bytes(row.sealed)
    assert str(larisa.member.id).encode() not in bytes(row.sealed)

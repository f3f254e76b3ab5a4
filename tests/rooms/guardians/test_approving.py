"""Two pairs of eyes, and a count of openings."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from tests.rooms.matters.world import keys
from tests.rooms.people.world import enrol
from tests.rooms.vault.world import founder, frozen, seated, today

from peredacha.rooms.guardians.services import (
    NotApproved,
    approvals_to_give,
    ask_approval,
    count_opening,
    give_approval,
    is_approved,
    over_budget,
    use_approval,
)
from peredacha.rooms.vault.models import Approval, OpeningCount

pytestmark = pytest.mark.django_db


def test_what_a_second_member_agreed_to_can_be_done_once() -> None:
    pavel = founder()
    oleg = seated("Oleg", pavel)
    what = {"member": pavel.member, "what": "export", "subject": uuid4(), "today": today()}
    wish = ask_approval(**what)
    with pytest.raises(NotApproved):
        use_approval(**what)

    assert (
        approvals_to_give(oleg.member, today()) == [wish] and approvals_to_give(pavel.member, today()) == []
    )
    give_approval(keys=keys(oleg), approval_id=wish.id, today=today())

    assert is_approved(**what)
    use_approval(**what)
    with pytest.raises(NotApproved):
        use_approval(**what)


def test_it_holds_for_exactly_this_act_this_matter_this_person_and_some_days() -> None:
    pavel = founder()
    oleg = seated("Oleg", pavel)
    what = {"member": pavel.member, "what": "export", "subject": uuid4(), "today": today()}
    give_approval(keys=keys(oleg), approval_id=ask_approval(**what).id, today=today())

    other = (
        {"what": "grant"},
        {"subject": uuid4()},
        {"member": oleg.member},
        {"today": today() + timedelta(4)},
    )
    assert [is_approved(**{**what, **change}) for change in other] == [False] * 4
    assert is_approved(**what)


def test_nobody_agrees_with_oneself_nor_from_another_chapter_nor_without_leading_nor_too_late() -> None:
    pavel, anna = founder(), enrol("Anna")
    igor = founder("Igor", "volga")
    oleg = seated("Oleg", pavel)
    wish = ask_approval(member=pavel.member, what="export", subject=uuid4(), today=today())

    for who in (pavel, anna, igor):
        with pytest.raises(PermissionDenied):
            give_approval(keys=keys(who), approval_id=wish.id, today=today())
    with pytest.raises(PermissionDenied):
        give_approval(keys=keys(oleg), approval_id=wish.id, today=today() + timedelta(days=4))


def test_an_agreement_written_into_the_database_or_of_somebody_frozen_does_not_count() -> None:
    pavel = founder()
    oleg = seated("Oleg", pavel)
    what = {"member": pavel.member, "what": "export", "subject": uuid4(), "today": today()}
    wish = ask_approval(**what)
    Approval.objects.filter(pk=wish.pk).update(given_by=oleg.member, signature=bytes(65))
    assert not is_approved(**what)

    give_approval(keys=keys(oleg), approval_id=wish.id, today=today())
    assert is_approved(**what)
    frozen(oleg)
    assert not is_approved(**what)


def test_asking_again_after_it_ran_out_begins_anew() -> None:
    pavel = founder()
    what = {"member": pavel.member, "what": "export", "subject": uuid4()}
    first = ask_approval(**what, today=today())

    assert ask_approval(**what, today=today()) == first
    assert ask_approval(**what, today=today() + timedelta(days=9)) != first


def test_stewards_see_who_opened_more_than_the_budget(settings) -> None:
    settings.OPENINGS_BUDGET = 3
    pavel, anna = founder(), enrol("Anna")
    igor = founder("Igor", "volga")

    counts = [count_opening(member=anna.member, today=today()) for _matter in range(4)]
    for _matter in range(3):
        count_opening(member=pavel.member, today=today())
    for _matter in range(9):
        count_opening(member=igor.member, today=today())

    assert counts == [1, 2, 3, 4]
    assert [(one.member, one.count) for one in over_budget("demo", today())] == [(anna.member, 4)]


def test_counts_are_gone_after_a_week() -> None:
    anna = enrol("Anna")
    count_opening(member=anna.member, today=today() - timedelta(days=8))

    count_opening(member=anna.member, today=today())

    assert OpeningCount.objects.count() == 1

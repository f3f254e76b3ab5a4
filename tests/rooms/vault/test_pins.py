"""A public key that somebody swapped in the database is noticed before anything is sealed to it."""

import pytest
from django.utils import timezone
from tests.rooms.matters.world import asks, file_of, keys
from tests.rooms.people.world import enrol
from tests.rooms.vault.world import circle_of, founder, holder, opens, seated

from peredacha.core.sealing import KeyPair, NotSealedHere
from peredacha.rooms.matters.services import NoReception
from peredacha.rooms.people.models import Member
from peredacha.rooms.vault.models import Grant, Holder
from peredacha.rooms.vault.selectors import reception_holder
from peredacha.rooms.vault.services import (
    KeyChanged,
    accept_key,
    grant,
    new_safe,
    open_safe,
    print_words,
    seat_member,
)

pytestmark = pytest.mark.django_db


def swap_by_sql(helper) -> KeyPair:
    """Igor has the database: he puts his own key in the place of another's."""
    igors = KeyPair.fresh()
    Holder.objects.filter(id=helper.member.id).update(public=igors.public.packed())
    Member.objects.filter(id=helper.member.id).update(public_pair=igors.public.packed())
    return igors


def swap_by_a_live_host(helper) -> KeyPair:
    """Igor has the running server too, and can write the mark of the house."""
    igors = swap_by_sql(helper)
    row = Holder.objects.get(id=helper.member.id).marked()
    row.save()
    return igors


def pavel_and_anna():
    """Pavel has given Anna the keys of one matter: he has met her key."""
    pavel, anna, vera = founder(), enrol("Anna"), asks()
    keys(anna)
    grant(keys=keys(pavel), opened=file_of(keys(pavel), vera.matter).safe, holder=holder(anna))
    pavel.member.refresh_from_db()
    return pavel, anna, vera


def test_nothing_is_granted_to_a_key_that_igor_wrote_into_the_database() -> None:
    pavel, anna = founder(), enrol("Anna")
    vera = asks()
    keys(anna)
    swap_by_sql(anna)
    mine = keys(pavel)

    with pytest.raises(KeyChanged) as noticed:
        grant(keys=mine, opened=file_of(mine, vera.matter).safe, holder=holder(anna))

    assert noticed.value.holder.id == anna.member.id
    assert not Grant.objects.filter(holder=anna.member.id).exists()
    with pytest.raises(KeyChanged):
        accept_key(keys=mine, holder=holder(anna))
    with pytest.raises(NotSealedHere):
        new_safe(giver=mine.holder, pair=mine.pair, holders=[holder(anna)])


def test_a_met_key_that_a_live_host_swapped_is_noticed_and_can_be_accepted_after_a_call() -> None:
    pavel, anna, _vera = pavel_and_anna()
    before = print_words(holder(anna), "ru")
    swap_by_a_live_host(anna)
    second = asks()
    mine = keys(pavel)

    with pytest.raises(KeyChanged):
        grant(keys=mine, opened=file_of(mine, second.matter).safe, holder=holder(anna))
    assert print_words(holder(anna), "ru") != before

    accept_key(keys=mine, holder=holder(anna))
    pavel.member.refresh_from_db()
    again = keys(pavel)
    grant(keys=again, opened=file_of(again, second.matter).safe, holder=holder(anna))


def test_the_swapped_one_is_told_at_the_next_visit() -> None:
    _pavel, anna, _vera = pavel_and_anna()
    swap_by_a_live_host(anna)

    with pytest.raises(KeyChanged):
        keys(anna)


def test_a_seat_is_not_given_to_a_swapped_key() -> None:
    pavel, oleg = founder(), enrol("Oleg", ("coordinator",))
    keys(oleg)
    swap_by_sql(oleg)

    with pytest.raises(KeyChanged):
        seat_member(keys=keys(pavel), circle=circle_of(), member=oleg.member)


def test_a_swapped_reception_gets_no_request() -> None:
    founder()
    reception = reception_holder("demo")
    assert reception is not None
    Holder.objects.filter(id=reception.id).update(public=KeyPair.fresh().public.packed())

    with pytest.raises(NoReception):
        asks()


def test_grants_of_a_giver_whose_key_was_swapped_do_not_count() -> None:
    """Igor signs a data key of his own making in Pavel's name, so that Anna would write for him."""
    pavel, anna, vera = pavel_and_anna()
    assert opens(anna, vera.matter.safe) is not None
    Holder.objects.filter(id=pavel.member.id).update(public=KeyPair.fresh().public.packed())

    assert opens(anna, vera.matter.safe) is None


def test_pins_open_only_with_the_own_keys_and_a_damaged_list_makes_every_key_doubtful() -> None:
    pavel, anna, vera = pavel_and_anna()
    assert keys(pavel).pins
    assert anna.member.id.bytes not in bytes(pavel.member.pins_box or b"")
    Member.objects.filter(id=pavel.member.id).update(pins_box=bytes(600))
    pavel.member.refresh_from_db()
    mine = keys(pavel)

    assert mine.pins is None and opens(pavel, vera.matter.safe) is not None
    with pytest.raises(KeyChanged):
        seat_member(keys=mine, circle=circle_of(), member=enrol("Oleg", ("coordinator",)).member)
    assert open_safe(vera.keys, vera.matter.safe_id, now=timezone.now()) is not None


def test_the_pins_of_a_helper_grow_with_whom_she_meets() -> None:
    pavel = founder()
    oleg = seated("Oleg", pavel)
    pavel.member.refresh_from_db()

    pins = keys(pavel).pins

    assert pins is not None and pins[oleg.member.id] == KeyPair.unpacked(oleg.visit.keys).public.fingerprint()

"""The key of last resort: on paper among several people, in force only when nobody stopped it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests.rooms.guardians.world import standing_recovery
from tests.rooms.matters.world import asks, file_of, keys
from tests.rooms.people.world import enrol
from tests.rooms.vault.world import circle_of, founder, frozen, holder, opens, seated, today

from peredacha.core.sealing import KeyPair, WrongShares, split_secret
from peredacha.rooms.guardians.selectors import recovery_of
from peredacha.rooms.guardians.services import (
    NotApproved,
    StandsAlready,
    TooEarly,
    announce_comeback,
    announce_recovery,
    ask_approval,
    draw_shares,
    give_approval,
    is_ripe,
    left_for_recovery,
    recover_member,
    recovery_keys,
    settle_recoveries,
    share_with_recovery,
    stop_comeback,
    stop_recovery,
    vouch_for_comeback,
)
from peredacha.rooms.matters.services import open_file
from peredacha.rooms.people.services import SignedIn, sign_in
from peredacha.rooms.vault.models import Comeback, Grant, Holder, Recovery, RecoveryState, Safe, Seat
from peredacha.rooms.vault.selectors import recoveries_of, seated_members
from peredacha.rooms.vault.services import (
    Term,
    grant_for,
    keys_of,
    new_safe,
    open_safe,
    remove_reader,
    renew_safes,
    unseat_member,
)

pytestmark = pytest.mark.django_db
NEW = "пять синих чашек и старый чемодан"


def announced(by):
    """A key that was announced today, and its shares."""
    drawn = draw_shares(needed=2, shares=3)
    announce_recovery(keys=keys(by), public=drawn.public, needed=2, shares=3, today=today())
    return drawn.shares


def test_any_two_of_three_shares_open_everything_and_one_opens_nothing() -> None:
    pavel, before = founder(), asks()
    one, two, three = standing_recovery(pavel)
    after = asks()

    for pair in ((one, two), (three, one)):
        last_resort = recovery_keys(pair)
        for vera in (before, after):
            file = open_file(last_resort, vera.matter, now=timezone.now())
            assert file is not None and file.request.name == "Вера"
    with pytest.raises(WrongShares):
        recovery_keys([one])


def test_shares_of_another_key_open_nothing_here() -> None:
    standing_recovery(founder())

    with pytest.raises(WrongShares):
        recovery_keys(split_secret(KeyPair.fresh().seed, needed=2, holders=2))


def test_for_three_days_it_opens_nothing_and_any_steward_can_stop_it() -> None:
    pavel = founder()
    anna = enrol("Anna", ("steward",))
    shares = announced(pavel)
    settle_recoveries(today() + timedelta(days=2))
    vera = asks()

    assert recoveries_of(["demo"]) == [] and share_with_recovery(keys=keys(pavel)) == 0
    assert open_safe(recovery_keys(shares[:2]), vera.matter.safe_id, now=timezone.now()) is None

    stop_recovery(keys=keys(anna), today=today())
    settle_recoveries(today() + timedelta(days=9))
    assert Recovery.objects.get().state == RecoveryState.STOPPED and recovery_of("demo") is None


def test_only_a_steward_announces_and_only_one_stands() -> None:
    pavel = founder()
    oleg = seated("Oleg", pavel)
    with pytest.raises(PermissionDenied):
        announced(oleg)
    announced(pavel)

    with pytest.raises(StandsAlready):
        announced(pavel)
    announced(founder("Igor", "volga"))
    assert Recovery.objects.count() == 2


def test_one_that_stands_is_stopped_by_two_and_then_opens_nothing_new() -> None:
    pavel, vera = founder(), asks()
    oleg = seated("Oleg", pavel)
    last_resort = recovery_keys(standing_recovery(pavel)[:2])
    with pytest.raises(NotApproved):
        stop_recovery(keys=keys(pavel), today=today())

    subject = Recovery.objects.get().holder_id
    wish = ask_approval(member=pavel.member, what="recovery", subject=subject, today=today())
    give_approval(keys=keys(oleg), approval_id=wish.id, today=today())
    stop_recovery(keys=keys(pavel), today=today())

    assert (
        not Grant.objects.filter(holder=subject).exists() and not Seat.objects.filter(holder=subject).exists()
    )
    assert Safe.objects.filter(stale=True).count() == 2
    renew_safes(keys=keys(pavel))
    kept = open_safe(last_resort, vera.matter.safe_id, now=timezone.now())
    assert kept is not None and set(kept.data_keys) == {1}


def test_matters_of_before_are_sealed_to_it_slice_by_slice() -> None:
    pavel = founder()
    for _family in range(2):
        asks()
    announced(pavel)
    settle_recoveries(today() + timedelta(days=3))

    assert left_for_recovery(keys(pavel)) == 4
    assert [share_with_recovery(keys=keys(pavel), most=3), share_with_recovery(keys=keys(pavel))] == [3, 1]
    assert left_for_recovery(keys(pavel)) == 0


def test_it_stays_with_every_new_pair_and_data_key_and_is_no_member_of_a_circle() -> None:
    pavel, vera = founder(), asks()
    igor = seated("Igor", pavel)
    shares = standing_recovery(pavel)

    unseat_member(keys=keys(pavel), circle=circle_of(), member=igor.member)
    renew_safes(keys=keys(pavel))

    assert [one.id for one in seated_members(circle_of())] == [pavel.member.id]
    file = open_file(recovery_keys(shares[1:]), vera.matter, now=timezone.now())
    assert file is not None and file.safe.epoch in file.safe.data_keys and file.safe.epoch == 2


def test_a_key_of_last_resort_written_by_igor_into_the_database_gets_nothing() -> None:
    pavel = founder()
    igors = KeyPair.fresh()
    row = Holder(kind="recovery", public=igors.public.packed(), mark=bytes(32))
    row.save()
    Recovery.objects.create(chapter="demo", holder=row, needed=2, shares=3, state="standing", since=today())

    asks()

    assert recoveries_of(["demo"]) == [] and not Grant.objects.filter(holder=row).exists()
    assert share_with_recovery(keys=keys(pavel)) == 0


def lost(anna, pavel, oleg):
    """Anna lost passphrase and words: Pavel and Oleg vouched three days ago."""
    comeback = announce_comeback(by=pavel.member, member=anna.member, today=today())
    Comeback.objects.filter(pk=comeback.pk).update(since=today() - timedelta(days=3))
    vouch_for_comeback(by=oleg.member, comeback=comeback, today=today())
    return Comeback.objects.get(pk=comeback.pk)


def test_anna_gets_new_keys_and_the_shares_open_her_matters_for_them_again() -> None:
    pavel, vera, anna = founder(), asks(), enrol("Anna")
    oleg = seated("Oleg", pavel)
    nina = seated("Nina", pavel)
    shares = standing_recovery(pavel)
    keys(anna)
    file = file_of(keys(pavel), vera.matter)
    term = Term(timezone.now() + timedelta(hours=10), "Суд в четверг")
    grant_for(keys=keys(pavel), opened=file.safe, holder=holder(anna), term=term)
    hers = keys(anna)

    recover_member(comeback=lost(anna, pavel, oleg), passphrase=NEW, shares=shares[:2], today=today())
    recover_member(comeback=lost(nina, pavel, oleg), passphrase=NEW, shares=shares[:2], today=today())

    back = sign_in(login="anna", passphrase=NEW, now=timezone.now())
    assert isinstance(back, SignedIn)
    now_hers = keys_of(back.visit, back.member)
    now, later = timezone.now(), timezone.now() + timedelta(hours=11)
    assert open_safe(now_hers, vera.matter.safe_id, now=now) is not None
    assert open_safe(now_hers, vera.matter.safe_id, now=later) is None
    assert open_safe(hers, vera.matter.safe_id, now=now) is None
    ninas = sign_in(login="nina", passphrase=NEW, now=timezone.now())
    assert isinstance(ninas, SignedIn)
    assert file_of(keys_of(ninas.visit, ninas.member), vera.matter).request.name == "Вера"
    assert not Comeback.objects.exists()


def test_without_shares_anna_begins_with_nothing_and_others_give_it_again() -> None:
    pavel, vera = founder(), asks()
    oleg, nina = seated("Oleg", pavel), seated("Nina", pavel)

    recover_member(comeback=lost(nina, pavel, oleg), passphrase=NEW, today=today())

    back = sign_in(login="nina", passphrase=NEW, now=timezone.now())
    assert isinstance(back, SignedIn)
    assert keys_of(back.visit, back.member).circles == ()
    assert opens(pavel, vera.matter.safe) is not None


def test_new_keys_need_two_who_lead_three_days_and_nobody_who_stops_it() -> None:
    pavel, anna = founder(), enrol("Anna")
    oleg, igor = seated("Oleg", pavel), enrol("Igor", ("coordinator", "steward"), "volga")
    comeback = announce_comeback(by=pavel.member, member=anna.member, today=today())
    for by in (pavel, anna, igor):
        with pytest.raises(PermissionDenied):
            vouch_for_comeback(by=by.member, comeback=comeback, today=today())
    assert not is_ripe(comeback, today() + timedelta(days=9))
    vouch_for_comeback(by=oleg.member, comeback=comeback, today=today())
    comeback.refresh_from_db()

    assert [is_ripe(comeback, today() + timedelta(days=n)) for n in (2, 3)] == [False, True]
    with pytest.raises(TooEarly):
        recover_member(comeback=comeback, passphrase=NEW, today=today())
    frozen(oleg)
    assert not is_ripe(Comeback.objects.get(), today() + timedelta(days=3))
    stop_comeback(by=pavel.member, comeback=comeback, today=today())
    assert not Comeback.objects.exists()


def test_a_frozen_member_does_not_come_back_this_way() -> None:
    pavel, anna = founder(), enrol("Anna")
    frozen(anna)

    with pytest.raises(PermissionDenied):
        announce_comeback(by=pavel.member, member=anna.member, today=today())


def test_who_only_the_key_of_last_resort_could_replace_is_replaced_by_the_reception() -> None:
    pavel, anna = founder(), enrol("Anna")
    standing_recovery(pavel)
    hers, his = keys(anna), keys(pavel)
    own = new_safe(giver=hers.holder, pair=hers.pair, holders=[holder(anna)])
    assert {grant.holder.kind for grant in Grant.objects.filter(safe=own.id)} == {"member", "recovery"}
    frozen(anna)

    remove_reader(keys=his, member=anna.member)

    assert {grant.holder.kind for grant in Grant.objects.filter(safe=own.id)} == {"recovery"}

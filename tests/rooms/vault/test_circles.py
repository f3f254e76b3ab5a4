"""Who sits in a circle reads what comes; who left it does not."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests.rooms.matters.world import asks, file_of, keys
from tests.rooms.people.world import enrol
from tests.rooms.vault.world import circle_of, founder, frozen, opens, seated, today

from peredacha.core.facts import Author, Note
from peredacha.rooms.guardians.selectors import circles_of
from peredacha.rooms.matters.models import FactRow
from peredacha.rooms.matters.selectors import queue_of
from peredacha.rooms.matters.services import open_cards, open_file, tell
from peredacha.rooms.vault.models import Circle, CircleEpoch, CircleName, Safe, Seat, SeatProposal
from peredacha.rooms.vault.selectors import reception_holder, seated_members
from peredacha.rooms.vault.services import (
    LastReader,
    NoSeat,
    confirm_seat,
    ensure_circles,
    give_seat_to,
    left_to_renew,
    read_row,
    renew_safes,
    renew_texts,
    seat_member,
    unseat_member,
)

pytestmark = pytest.mark.django_db


def says(helper, matter, words: str) -> None:
    """A remark among the helpers."""
    file = file_of(keys(helper), matter)
    tell(
        keys=keys(helper),
        file=file,
        fact=Note(text=words),
        author=Author("member", str(helper.member.id), "x"),
        now=timezone.now(),
        inner=True,
    )


def newest_fact(safe) -> FactRow:
    return FactRow.objects.filter(safe=safe).order_by("-sequence")[0]


def test_the_first_steward_and_coordinator_founds_every_circle_once() -> None:
    pavel = founder()

    again = ensure_circles(keys(pavel), "demo", today=today())

    assert {one.name for one in Circle.objects.filter(chapter="demo")} == set(CircleName.values)
    assert len(again.circles) == CircleEpoch.objects.count() == len(CircleName)


def test_asking_again_costs_one_look(django_assert_num_queries) -> None:
    mine = keys(founder())

    with django_assert_num_queries(1):
        ensure_circles(mine, "demo", today=today())


@pytest.mark.parametrize("kinds", [("coordinator",), ("steward",), ("veteran",)])
def test_nobody_else_founds_circles(kinds: tuple[str, ...]) -> None:
    ensure_circles(keys(enrol("Igor", kinds)), "demo", today=today())

    assert not Circle.objects.exists()


def test_nobody_founds_circles_in_another_chapter() -> None:
    ensure_circles(keys(enrol("Igor", ("coordinator", "steward"), "volga")), "demo", today=today())

    assert not Circle.objects.exists()


def test_the_page_of_circles_tells_who_sits_who_waits_and_whose_role_has_ended() -> None:
    pavel = founder()
    oleg = enrol("Oleg", ("coordinator",))
    enrol("Igor", ("coordinator",), "volga")
    larisa = seated("Larisa", pavel, CircleName.LAWYERS, ("lawyer",))
    larisa.member.roles.update(ends_on=today() - timedelta(days=1))

    reception, lawyers, *_others = circles_of("demo", today())

    assert (reception.seated, reception.waiting) == ((pavel.member,), (oleg.member,))
    assert lawyers.unfit == {pavel.member.id, larisa.member.id}


def test_one_alone_gives_the_second_seat_and_two_together_give_the_third() -> None:
    pavel = founder()
    oleg, nina = enrol("Oleg", ("coordinator",)), enrol("Nina", ("coordinator",))
    reception = circle_of()

    assert give_seat_to(keys=keys(pavel), circle=reception, member=oleg.member, today=today()) is None
    proposal = give_seat_to(keys=keys(pavel), circle=reception, member=nina.member, today=today())

    assert proposal is not None and nina.member not in seated_members(reception)
    confirm_seat(keys=keys(oleg), proposal=proposal, today=today())
    assert nina.member in seated_members(reception)
    assert not SeatProposal.objects.exists()


def test_a_proposal_needs_a_second_person_in_time_and_a_true_signature() -> None:
    pavel = founder()
    oleg = seated("Oleg", pavel)
    igor = enrol("Igor", ("coordinator",))
    proposal = give_seat_to(keys=keys(pavel), circle=circle_of(), member=igor.member, today=today())
    assert proposal is not None

    with pytest.raises(PermissionDenied):
        confirm_seat(keys=keys(pavel), proposal=proposal, today=today())
    with pytest.raises(PermissionDenied):
        confirm_seat(keys=keys(oleg), proposal=proposal, today=today() + timedelta(days=4))
    proposal.signature = bytes(65)
    with pytest.raises(PermissionDenied):
        confirm_seat(keys=keys(oleg), proposal=proposal, today=today())
    assert igor.member not in seated_members(circle_of())


def test_a_proposal_for_one_does_not_seat_another() -> None:
    pavel = founder()
    oleg = seated("Oleg", pavel)
    nina, igor = enrol("Nina", ("coordinator",)), enrol("Igor", ("coordinator",))
    proposal = give_seat_to(keys=keys(pavel), circle=circle_of(), member=nina.member, today=today())
    assert proposal is not None
    proposal.member = igor.member

    with pytest.raises(PermissionDenied):
        confirm_seat(keys=keys(oleg), proposal=proposal, today=today())


def test_a_seat_needs_a_fitting_role_the_own_chapter_and_somebody_who_sits() -> None:
    pavel = founder()
    anna = enrol("Anna", ("veteran",))
    stranger = enrol("Igor", ("coordinator",), "volga")
    oleg = enrol("Oleg", ("coordinator",))

    for member in (anna.member, stranger.member):
        with pytest.raises(PermissionDenied):
            give_seat_to(keys=keys(pavel), circle=circle_of(), member=member, today=today())
    with pytest.raises(PermissionDenied):
        seat_member(keys=keys(pavel), circle=circle_of(), member=stranger.member)
    with pytest.raises(NoSeat):
        give_seat_to(keys=keys(oleg), circle=circle_of(), member=oleg.member, today=today())


def test_the_new_one_reads_what_came_before() -> None:
    pavel = founder()
    vera = asks(words="Сына забрали ночью.")

    oleg = seated("Oleg", pavel)

    assert file_of(keys(oleg), vera.matter).request.words == "Сына забрали ночью."


def test_who_left_the_reception_reads_no_new_request_and_no_new_text_of_an_old_one() -> None:
    pavel = founder()
    igor = seated("Igor", pavel)
    before = asks()
    igors_keys = keys(igor)

    unseat_member(keys=keys(pavel), circle=circle_of(), member=igor.member)
    renew_safes(keys=keys(pavel))
    after = asks(words="Никому не говорите.")
    says(pavel, before.matter, "Новое слово.")

    assert open_file(keys(igor), before.matter, now=timezone.now()) is None
    assert open_file(igors_keys, after.matter, now=timezone.now()) is None
    kept = {one: igors_keys.pair_of(one) for one in igors_keys.holders}
    assert None not in kept.values()
    old = open_file(igors_keys, before.matter, now=timezone.now())
    assert old is not None and old.inner is not None
    assert read_row(newest_fact(before.matter.inner_safe), old.inner).content is None
    mine = file_of(keys(pavel), before.matter)
    assert [note.text for note, _told in mine.all(Note)] == ["Новое слово."]


def test_a_family_writes_to_the_new_circle_and_not_to_the_one_who_left() -> None:
    pavel = founder()
    igor = seated("Igor", pavel)
    vera = asks()
    igors_keys = keys(igor)
    unseat_member(keys=keys(pavel), circle=circle_of(), member=igor.member)
    renew_safes(keys=keys(pavel))

    tell(
        keys=vera.keys,
        file=file_of(vera.keys, vera.matter),
        fact=Note(text="Звонил следователь."),
        author=Author("family"),
        now=timezone.now(),
    )

    assert "Звонил следователь." in [n.text for n, _ in file_of(keys(pavel), vera.matter).all(Note)]
    his = open_file(igors_keys, vera.matter, now=timezone.now())
    assert his is not None and "Звонил следователь." not in [n.text for n, _ in his.all(Note)]


def test_who_stays_opens_old_cards_and_old_matters() -> None:
    pavel = founder()
    igor, oleg = seated("Igor", pavel), seated("Oleg", pavel)
    vera = asks()

    unseat_member(keys=keys(pavel), circle=circle_of(), member=igor.member)

    for helper in (pavel, oleg):
        [card] = open_cards(keys(helper), queue_of("demo"))
        assert card.card is not None and card.card.alias == "Вера"
        assert file_of(keys(helper), vera.matter).request.name == "Вера"
    nina = seated("Nina", oleg)
    [card] = open_cards(keys(nina), queue_of("demo"))
    assert card.card is not None


def test_renewing_goes_on_in_slices_and_can_seal_the_old_texts_again() -> None:
    pavel = founder()
    igor = seated("Igor", pavel)
    veras = [asks() for _family in range(3)]
    his = keys(igor)
    unseat_member(keys=keys(pavel), circle=circle_of(), member=igor.member)

    assert left_to_renew(keys(pavel)).safes == 6
    assert [renew_safes(keys=keys(pavel), most=4), renew_safes(keys=keys(pavel), most=4)] == [4, 2]
    rows = left_to_renew(keys(pavel)).rows
    assert rows >= 6
    assert renew_texts(keys=keys(pavel), most=2) == 2
    assert renew_texts(keys=keys(pavel)) == rows - 2
    assert left_to_renew(keys(pavel)).rows == left_to_renew(keys(pavel)).safes == 0
    assert {file_of(keys(pavel), vera.matter).request.name for vera in veras} == {"Вера"}
    assert all(file_of(vera.keys, vera.matter).request.name == "Вера" for vera in veras)
    old = open_file(his, veras[0].matter, now=timezone.now())
    assert old is not None and old.entries == ()


def test_a_damaged_text_does_not_stop_the_renewing_of_the_others() -> None:
    pavel = founder()
    igor = seated("Igor", pavel)
    vera, other = asks(), asks()
    row = FactRow.objects.filter(safe=vera.matter.safe).order_by("sequence")[0]
    FactRow.objects.filter(pk=row.pk).update(sealed=bytes(600))
    unseat_member(keys=keys(pavel), circle=circle_of(), member=igor.member)
    renew_safes(keys=keys(pavel))

    while renew_texts(keys=keys(pavel), most=1):
        pass

    assert left_to_renew(keys(pavel)).rows == 1
    assert file_of(keys(pavel), other.matter).damaged == 0


def test_a_safe_that_the_keys_do_not_open_is_left_for_others() -> None:
    pavel = founder()
    stranger = founder("Igor", "volga")
    asks()
    Safe.objects.update(stale=True)

    assert renew_safes(keys=keys(stranger)) == 0
    assert left_to_renew(keys(stranger)).safes == 0
    assert left_to_renew(keys(pavel)).safes == 2


def test_the_last_one_cannot_be_taken_out() -> None:
    pavel = founder()
    oleg = seated("Oleg", pavel)
    frozen(pavel)

    with pytest.raises(LastReader):
        unseat_member(keys=keys(oleg), circle=circle_of(), member=oleg.member)
    with pytest.raises(NoSeat):
        unseat_member(keys=keys(enrol("Igor")), circle=circle_of(), member=oleg.member)


def test_a_frozen_one_gets_no_seat_when_the_circle_is_renewed() -> None:
    pavel = founder()
    oleg, igor, nina = (seated(name, pavel) for name in ("Oleg", "Igor", "Nina"))
    frozen(igor)

    unseat_member(keys=keys(pavel), circle=circle_of(), member=nina.member)

    assert {one.id for one in seated_members(circle_of())} == {pavel.member.id, oleg.member.id}


def test_a_circle_that_igor_wrote_into_the_database_gets_no_request() -> None:
    """He adds an epoch whose key is his own, with seats for everybody."""
    pavel = founder()
    igor = enrol("Igor")
    keys(igor)
    true = reception_holder("demo")
    assert true is not None
    forged = CircleEpoch(circle=circle_of(), number=9, holder_id=igor.member.id, mark=bytes(32))
    forged.save()
    seat = Seat.objects.get(epoch__holder=true, holder=pavel.member.id)
    Seat.objects.create(
        epoch=forged,
        holder_id=pavel.member.id,
        sealed=seat.sealed,
        signature=seat.signature,
        giver=seat.giver,
    )

    vera = asks()

    assert reception_holder("demo") == true
    assert len(keys(pavel).circles) == len(CircleName)
    assert opens(igor, vera.matter.safe) is None and opens(pavel, vera.matter.safe) is not None
    oleg = seated("Oleg", pavel)
    unseat_member(keys=keys(pavel), circle=circle_of(), member=oleg.member)
    assert reception_holder("demo") not in (None, true)

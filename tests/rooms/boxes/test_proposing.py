"""One box: Petya is told what goes in, what does not and why; what he chooses himself is held to the same rules."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone, translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rooms.boxes.world import Laid, knows, no_solver, planned, seen, the_table
from tests.rooms.errands.world import vera_asks_for_food
from tests.rooms.matters.world import keys
from tests.rooms.parcels.world import as_seen
from tests.rooms.stores.world import lies, there

from peredacha.core.law.quotas import Slot
from peredacha.design.wording import one_in_words
from peredacha.rooms.boxes.selectors import taken_for
from peredacha.rooms.boxes.services import NotLaid, Short, lay, left_by, propose, table_for, verdicts
from peredacha.rooms.errands.services import note_slot
from peredacha.rooms.facilities.services import note_outcome
from peredacha.rooms.goods.services import GoodDraft, add_good
from peredacha.rooms.parcels.models import ParcelRequest, WishLine
from peredacha.rooms.parcels.services import take_step
from peredacha.rooms.stores.services import NotThere, take

pytestmark = pytest.mark.django_db


def test_honey_stays_out_because_this_window_refused_it() -> None:
    world = the_table()

    with translation.override("en"):
        told = propose(seen(world))

    assert {one.name: one.pieces for one in told.lines} == {"Tea": 2, "Soap": 2}
    assert (told.grams, told.tare) == (2 * 100 + 2 * 110 + 150, 150)
    (left,) = told.left_out
    assert left.name == "Honey" and "refused it 2 times" in left.why


def test_what_the_rule_bans_is_left_out_with_its_norm() -> None:
    grain = ParcelRequest(wishes=(WishLine("grain"), WishLine("tea")))
    world = the_table(grain)

    with translation.override("en"):
        told = propose(seen(world))

    (left,) = told.left_out
    assert left.norms and "refused" not in left.why


def test_a_short_store_gives_what_it_has_and_says_so() -> None:
    world = the_table(tea=1)

    with translation.override("en"):
        told = propose(seen(world))

    assert told.pieces[world.key("tea")] == 1
    assert "The store has no more of it." in [one.why for one in told.left_out if one.name == "Tea"]


def test_without_the_solver_a_careful_hand_proposes() -> None:
    world = the_table()

    with no_solver():
        told = propose(seen(world))

    assert told.by_hand and told.pieces[world.key("tea")] == 2


def test_an_illness_is_only_warned_of_where_petya_chooses_himself() -> None:
    world = the_table()
    knows(world, avoids=("sugar",))

    found = verdicts(seen(world), {world.key("sugar"): 1, world.key("honey"): 1})

    assert {one.good: one.mild for one in found} == {world.key("sugar"): True, world.key("honey"): False}


def test_a_remand_month_leaves_what_was_not_sent_yet() -> None:
    world = the_table()
    knows(world, held="remand", regime=None, conditions=None)
    before = seen(world)
    day = before.parcel.planned_on
    assert day and before.order.rules.most_grams == 20_000

    errands = as_seen(keys(world.petya), world.parcel).errands
    note_slot(opened=errands, slot=Slot("family", "parcels", day, 25_000, "family"), now=timezone.now())

    table = seen(world)
    assert table.order.rules.most_grams == 5_000
    (fault,) = verdicts(table, {world.key("sugar"): 5})
    assert fault.good == "" and not fault.mild


def test_taken_things_leave_the_shelf_once_however_often_it_is_tapped() -> None:
    world = the_table()
    pieces = {world.key("tea"): 2}

    for _tap in range(2):
        table = seen(world)
        lay(table=table, pieces=pieces, left_out=left_by(table, pieces, chosen=True), now=timezone.now())

    assert there(world.goods["tea"]) == 8
    packed = as_seen(keys(world.petya), world.parcel)
    assert packed.contents and [(one.name, one.pieces, one.grams) for one in packed.contents.lines] == [
        ("Чай чёрный", 2, 200)
    ]
    assert packed.contents.grams == 350


def test_another_list_puts_the_first_one_back() -> None:
    world = the_table()
    for pieces in (
        {world.key("tea"): 10},
        {world.key("tea"): 10, world.key("soap"): 1},
        {world.key("soap"): 1},
    ):
        assert verdicts(seen(world), pieces) == []
        lay(table=seen(world), pieces=pieces, left_out=(), now=timezone.now())

    assert (there(world.goods["tea"]), there(world.goods["soap"])) == (10, 5)


def test_two_packers_cannot_take_the_last_tea() -> None:
    world = the_table(tea=2)
    table, other = seen(world), planned(world.chapter, vera_asks_for_food())
    tea = {world.key("tea"): 2}
    lay(table=table_for(other, now=timezone.now()), pieces=tea, left_out=(), now=timezone.now())

    with translation.override("en"), pytest.raises(Short) as short:
        lay(table=table, pieces=tea, left_out=(), now=timezone.now())

    assert "Tea" in short.value.says and "Nothing was taken" in short.value.says
    assert there(world.goods["tea"]) == 0
    assert as_seen(keys(world.petya), world.parcel).contents is None


def test_the_store_says_who_was_faster_between_the_look_and_the_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    world = the_table(tea=2)
    table = seen(world)
    stale = table.store
    lot = stale.lots[0]
    take(chapter="demo", lines=[(one.key, one.pieces) for one in stale.lots if one.good == world.key("tea")],
         errand=world.goods["tea"].id, today=timezone.localdate())  # fmt: skip
    monkeypatch.setattr("peredacha.rooms.boxes.services.laying.store_of", lambda *_a, **_k: stale)

    with translation.override("en"), pytest.raises(Short) as short:
        lay(table=table, pieces={world.key("tea"): 2}, left_out=(), now=timezone.now())

    assert (
        lot.pieces and "Nothing was taken" in short.value.says and isinstance(short.value.__cause__, NotThere)
    )
    assert taken_for([world.parcel.id]) == {}


def test_a_parcel_that_was_called_off_is_not_packed() -> None:
    world = the_table()
    table = seen(world)
    take_step(parcel=as_seen(keys(world.petya), world.parcel), step="called_off", now=timezone.now())

    with pytest.raises(NotLaid):
        lay(table=table, pieces={world.key("tea"): 1}, left_out=(), now=timezone.now())
    assert there(world.goods["tea"]) == 10


@pytest.fixture
def honest() -> Laid:
    return the_table()


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wishes=st.dictionaries(st.sampled_from(["tea", "honey", "soap", "sugar"]), st.integers(1, 40)))
def test_no_box_is_ever_too_heavy_or_holds_what_is_banned(wishes: dict[str, int], honest: Laid) -> None:
    table = seen(honest)
    asked = ParcelRequest(wishes=tuple(WishLine(thing, pieces=n) for thing, n in wishes.items()))
    table = table_for(replace(table.parcel, request=asked), now=timezone.now())
    with no_solver():
        told = propose(table)

    assert told.grams <= 20_000
    assert honest.key("honey") not in told.pieces
    assert verdicts(table, told.pieces) == []


def test_shoes_of_another_size_are_left_out_as_such() -> None:
    world = the_table(ParcelRequest(wishes=(WishLine("shoes"),)))
    lies(add_good(chapter="demo", told=GoodDraft(name_ru="Ботинки", grams=900, groups="shoes", size="43")), 1)

    knows(world, shoes="41", clothes="52")
    with translation.override("en"):
        (left,) = propose(seen(world)).left_out
        assert left.why == "Another size."
    knows(world, shoes="43")
    assert sum(propose(seen(world)).pieces.values()) == 1


def test_a_thing_that_was_refused_by_its_own_name_stays_out() -> None:
    world = the_table(ParcelRequest(wishes=(WishLine("soap"),)))
    facility = as_seen(keys(world.petya), world.parcel).errands.recipient.facility
    note_outcome(facility=facility, thing="Мыло", verdict="refused", reason="banned", on=timezone.localdate())

    told = propose(seen(world))

    assert told.lines == () and told.left_out[0].pieces == 1


def test_what_the_window_took_out_is_said_in_the_next_box_where_no_wish_tells_it() -> None:
    world = the_table(ParcelRequest(wishes=(WishLine("tea"),)))
    both = {world.key("tea"): 1, world.key("soap"): 1}
    packed = lay(table=seen(world), pieces=both, left_out=(), now=timezone.now())
    day, now = timezone.localdate(), timezone.now()
    words = {"thing": "Мыло", "code": "banned"}
    back = take_step(parcel=packed, step="refused", on=day, now=now, **words)
    take_step(parcel=back, step="planned", on=day + timedelta(days=3), now=now)

    with translation.override("en"):
        told = propose(seen(world))
        left = left_by(seen(world), told.pieces, chosen=False)
        said = f"The window refused it on {one_in_words(day)}."

    assert [(one.name, one.why) for one in told.left_out] == [("Soap", said)]
    assert [(one.name, one.why) for one in left] == [("Soap", said)]

"""Petya packs: within the rules, as fair as the store allows, and each wish that is not met says why."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from tests.core.packing.world import (
    GOODS,
    NEW_YEAR,
    NO_HONEY,
    RULES,
    batches,
    every_packing,
    is_allowed,
    order,
    store,
)

from peredacha.core.language import speak
from peredacha.core.packing import Ceiling, Good, Lot, Need, Order, Proposal, Store, Wish, greedily, worth_of
from peredacha.core.packing.solving import pack


def whys(proposal: Proposal, place: int = 0) -> dict[str, str]:
    return {one.good: speak(one.why, "en") for one in proposal.parcels[place].left_out}


def test_the_honey_stays_at_home_and_the_window_says_why() -> None:
    [parcel] = pack([order(tea=2, honey=1)], store(tea=5, honey=5)).parcels
    assert dict(parcel.pieces) == {"tea": 2}
    assert parcel.grams == 2 * 110 + 400
    [left] = parcel.left_out
    assert (left.good, left.pieces, left.ban) == ("honey", 1, NO_HONEY.why)
    assert speak(left.why, "en") == "This window does not take it."


def test_each_wish_that_is_not_met_says_the_first_reason_that_holds() -> None:
    lots = (
        Lot("1", "sugar", 9), Lot("2", "lard", 9, NEW_YEAR + timedelta(days=3)), Lot("3", "socks", 9),
        Lot("4", "tea", 0),
    )  # fmt: skip
    asked = Order(
        "ilya", RULES, tuple(Wish(good) for good in ("sugar", "lard", "socks", "tea", "moon")),
        avoids=frozenset({"sweet"}), size="45",
    )  # fmt: skip
    assert whys(pack([asked], Store(GOODS, lots))) == {
        "sugar": "Not for this person: an illness, a diet or a faith.",
        "lard": "What is left goes off before it would be eaten.",
        "socks": "Another size.",
        "tea": "None is left in the store.",
        "moon": "The store does not know this thing.",
    }
    light = replace(RULES, most_grams=400 + 2 * 1010, bans=())
    assert whys(pack([order(rules=light, sugar=3)], store(sugar=9))) == {
        "sugar": "No weight is left in the parcel."
    }
    few = replace(RULES, most_pieces=2)
    assert whys(pack([order(rules=few, tea=3)], store(tea=9))) == {
        "tea": "This window takes no more things in one parcel."
    }
    no_more = replace(RULES, ceilings=(Ceiling("tea", pieces=1),))
    assert whys(pack([order(rules=no_more, tea=3)], store(tea=9))) == {
        "tea": "This window takes no more of this kind in one parcel."
    }


def test_what_is_short_is_shared_before_anybody_gets_a_second() -> None:
    people = [order(f"p{n}", tea=3) for n in range(4)]
    made = pack(people, store(tea=6))
    given_ = sorted(parcel.pieces.get("tea", 0) for parcel in made.parcels)
    assert given_ == [1, 1, 2, 2]
    assert set(whys(made).values()) == {"The store is short of it: it went to others who had less."}


def test_of_two_who_wish_the_same_the_one_who_waited_longer_gets_the_last_piece() -> None:
    made = pack([order("new", lard=1), order("old", waits=200, lard=1)], store(lard=1))
    assert [dict(one.pieces) for one in made.parcels] == [{}, {"lard": 1}]
    assert made.parcels[0].grams == 0


def test_what_is_needed_goes_before_what_gives_joy() -> None:
    rules = replace(RULES, most_grams=400 + 1010, bans=())
    asked = Order("ilya", rules, (Wish("honey", 1, Need.KIND), Wish("sugar", 1, Need.MUST)))
    [parcel] = pack([asked], store(honey=1, sugar=1)).parcels
    assert dict(parcel.pieces) == {"sugar": 1}


def test_what_goes_off_first_goes_first_and_to_the_window_that_is_near() -> None:
    soon, late = NEW_YEAR + timedelta(days=20), NEW_YEAR + timedelta(days=90)
    lots = (Lot("late", "lard", 1, late), Lot("soon", "lard", 1, soon))
    far = replace(RULES, arrives_on=NEW_YEAR + timedelta(days=15))
    made = pack([order("far", far, lard=1), order("near", lard=1)], Store(GOODS, lots))
    assert [line.lot for parcel in made.parcels for line in parcel.lines] == ["late", "soon"]


def test_two_parcels_under_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="stands twice"):
        pack([order(), order()], store(tea=1))


def test_a_thing_that_weighs_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one gram"):
        Good("air", {"en": "Air"}, 0)


@settings(max_examples=60, deadline=None)
@given(batches())
def test_whatever_is_wished_no_rule_is_broken_and_the_careful_packer_is_never_better(
    batch: tuple[list[Order], Store],
) -> None:
    orders, at = batch
    made = pack(orders, at, longest=5)
    is_allowed(made, orders, at)
    by_hand = worth_of(orders, greedily(orders, at), at)
    assert by_hand <= made.worth <= made.bound
    assert 0 <= made.gap <= 0.01


def test_on_small_batches_no_packing_at_all_is_worth_more() -> None:
    rules = replace(RULES, most_grams=400 + 1700, bans=(), ceilings=(Ceiling("sweet", grams=1100),))
    people = [
        order("a", rules, tea=2, sugar=2),
        order("b", rules, waits=90, lard=2, tea=1),
        order("c", rules, honey=1, tea=2),
    ]
    at = store(tea=3, sugar=1, lard=2, honey=1)
    best = max(worth_of(people, chosen, at) for chosen in every_packing(people, at))
    made = pack(people, at)
    assert (made.worth, made.bound) == (best, best)

"""A list made by hand is checked by the rules of the solver while it is typed."""

from dataclasses import replace
from datetime import timedelta

from tests.core.packing.world import GOODS, NEW_YEAR, NO_HONEY, RULES, order, store

from peredacha.core.language import speak
from peredacha.core.packing import Ceiling, Fault, Lot, Order, Store, faults


def says(found: tuple[Fault, ...]) -> list[tuple[str, str]]:
    return [(one.good, speak(one.says, "en")) for one in found]


def test_a_list_that_fits_has_no_fault_and_nothing_is_asked_of_empty_lines() -> None:
    assert faults(order(), {"tea": 2, "honey": 0}, store(tea=2)) == ()


def test_every_fault_of_a_list_is_told_at_once_and_in_its_place() -> None:
    at = Store(GOODS, (Lot("1", "tea", 1), Lot("2", "lard", 5, NEW_YEAR), Lot("3", "sugar", 40)))
    found = faults(order(), {"honey": 1, "tea": 2, "lard": 1, "socks": 1, "sugar": 30, "moon": 1}, at)
    assert found[0].ban == NO_HONEY.why
    over = 900 + 2 * 110 + 500 + 120 + 30 * 1010 - (20_000 - 400)
    assert says(found) == [
        ("honey", "This window does not take it."),
        ("tea", "In the store are only so many that keep for long enough: 1."),
        ("lard", "What is left goes off before it would be eaten."),
        ("socks", "None is left in the store."),
        ("moon", "The store does not know this thing."),
        ("", f"The parcel is {over} g too heavy: take something out."),
    ]


def test_the_limits_of_a_window_are_told_with_their_numbers() -> None:
    rules = replace(
        RULES, most_pieces=3, ceilings=(Ceiling("sweet", grams=1000), Ceiling("tea", pieces=2)), bans=()
    )
    found = faults(order(rules=rules), {"tea": 3, "sugar": 1}, store(tea=9, sugar=9))
    assert says(found) == [
        ("", "This window takes 3 things in one parcel: take something out."),
        ("sugar", "Of this kind the window takes 1000 g in one parcel."),
        ("tea", "Of this kind the window takes in one parcel only: 2."),
    ]


def test_socks_of_another_size_or_season_are_told_apart() -> None:
    asked = Order("ilya", RULES, (), size="45")
    assert says(faults(asked, {"socks": 1}, store(socks=1))) == [("socks", "Another size.")]
    summer = Order("ilya", RULES, (), size="43", season="summer")
    assert says(faults(summer, {"socks": 1}, store(socks=1))) == [("socks", "For another season.")]
    assert not faults(Order("ilya", RULES, ()), {"socks": 1}, store(socks=1))


def test_what_must_keep_is_counted_to_the_day_on_which_it_is_eaten() -> None:
    until = RULES.good_until
    assert until == NEW_YEAR + timedelta(days=14)
    for days, fits in ((0, True), (-1, False)):
        at = Store(GOODS, (Lot("1", "lard", 1, until + timedelta(days=days)),))
        assert (not faults(order(), {"lard": 1}, at)) == fits

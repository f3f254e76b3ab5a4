"""A small store, a window that takes no honey, and people who wait for a parcel."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from hypothesis import strategies as st

from peredacha.core.packing import Ban, Ceiling, Good, Lot, Need, Order, Proposal, Rules, Store, Wish, faults

NEW_YEAR = date(2026, 12, 28)
NO_HONEY = Ban(
    "honey", {"ru": "Мёд не принимают: не проверить на спирт", "en": "No honey: it cannot be tested"}
)
TEA = Good("tea", {"ru": "Чай листовой, 100 г", "en": "Leaf tea, 100 g"}, 110, frozenset({"food"}))
HONEY = Good("honey", {"ru": "Мёд, банка", "en": "Honey, a jar"}, 900, frozenset({"food", "sweet"}))
SUGAR = Good("sugar", {"ru": "Сахар-песок, 1 кг", "en": "Sugar, 1 kg"}, 1010, frozenset({"food", "sweet"}))
LARD = Good("lard", {"ru": "Сало", "en": "Salted lard"}, 500, frozenset({"food"}))
SOCKS = Good(
    "socks", {"ru": "Носки шерстяные", "en": "Woollen socks"}, 120, frozenset({"clothes"}), "43", "winter"
)
GOODS = {one.key: one for one in (TEA, HONEY, SUGAR, LARD, SOCKS)}
RULES = Rules(NEW_YEAR, most_grams=20_000, tare=400, keeps_days=14, bans=(NO_HONEY,))


def store(**pieces: int) -> Store:
    """A lot of each good, with a number of pieces, that keeps."""
    return Store(GOODS, tuple(Lot(f"{good}-1", good, number) for good, number in pieces.items()))


def order(key: str = "ilya", rules: Rules = RULES, waits: int = 0, **pieces: int) -> Order:
    """Somebody who asked for some things."""
    return Order(key, rules, tuple(Wish(good, number) for good, number in pieces.items()), waits=waits)


def is_allowed(proposal: Proposal, orders: Sequence[Order], at: Store) -> None:
    """No rule of any window is broken, no lot is used up twice, nothing goes off before it is eaten."""
    lots = {lot.key: lot for lot in at.lots}
    used = dict.fromkeys(lots, 0)
    for one, parcel in zip(orders, proposal.parcels, strict=True):
        assert parcel.order == one.key
        everything = Store(at.goods, tuple(replace(lot, pieces=10_000) for lot in at.lots))
        assert not faults(one, parcel.pieces, everything)
        things = sum(at.goods[line.good].grams * line.pieces for line in parcel.lines)
        assert parcel.grams == (things + one.rules.tare if things else 0) <= one.rules.most_grams
        for line in parcel.lines:
            lot = lots[line.lot]
            used[line.lot] += line.pieces
            assert line.good == lot.good and line.pieces > 0
            assert lot.best_before is None or lot.best_before >= one.rules.good_until
        assert_every_wish_is_met_or_explained(one, proposal)
    assert all(used[key] <= lot.pieces for key, lot in lots.items())


def assert_every_wish_is_met_or_explained(one: Order, proposal: Proposal) -> None:
    """Pieces packed and pieces left out are together what was wished for."""
    parcel = next(each for each in proposal.parcels if each.order == one.key)
    for good in {wish.good for wish in one.wishes}:
        wished = sum(wish.pieces for wish in one.wishes if wish.good == good)
        left = sum(out.pieces for out in parcel.left_out if out.good == good)
        assert parcel.pieces.get(good, 0) + left == wished


def every_packing(orders: Sequence[Order], at: Store) -> list[list[dict[str, int]]]:
    """All ways to pack, for a store and orders that are small enough: the judge of the solver."""
    ways = []
    for one in orders:
        goods = sorted({wish.good for wish in one.wishes})
        most = [sum(wish.pieces for wish in one.wishes if wish.good == good) for good in goods]
        ways.append(
            [dict(zip(goods, picked, strict=True)) for picked in product(*(range(n + 1) for n in most))]
        )
    return [list(chosen) for chosen in product(*ways) if can_be(orders, chosen, at)]


def can_be(orders: Sequence[Order], chosen: Sequence[dict[str, int]], at: Store) -> bool:
    """Whether a packing breaks no rule; lots without a last day only."""
    everything = {good: sum(one.get(good, 0) for one in chosen) for one in chosen for good in one}
    stocked = {good: sum(lot.pieces for lot in at.lots if lot.good == good) for good in everything}
    if any(everything[good] > stocked[good] for good in everything):
        return False
    return all(not faults(one, picked, at) for one, picked in zip(orders, chosen, strict=True))


DAYS = st.one_of(st.none(), st.integers(0, 40).map(lambda days: NEW_YEAR + timedelta(days=days)))


@st.composite
def batches(draw: st.DrawFn) -> tuple[list[Order], Store]:
    """A store of a few lots and some people with wishes, windows, illnesses and waits."""
    names = list(GOODS)
    lots = [
        Lot(f"{place}", draw(st.sampled_from(names)), draw(st.integers(0, 6)), draw(DAYS))
        for place in range(draw(st.integers(1, 7)))
    ]
    orders = []
    for place in range(draw(st.integers(1, 5))):
        rules = Rules(
            NEW_YEAR + timedelta(days=draw(st.integers(0, 10))),
            most_grams=draw(st.integers(300, 6000)),
            tare=draw(st.integers(0, 300)),
            keeps_days=draw(st.integers(0, 20)),
            most_pieces=draw(st.one_of(st.none(), st.integers(0, 6))),
            bans=draw(st.sampled_from(((), (NO_HONEY,)))),
            ceilings=draw(
                st.sampled_from(((), (Ceiling("sweet", grams=1500),), (Ceiling("food", pieces=3),)))
            ),
        )
        wishes = draw(
            st.lists(
                st.builds(
                    Wish, st.sampled_from([*names, "moon"]), st.integers(1, 4), st.sampled_from(list(Need))
                ),
                max_size=6,
            )
        )
        avoids = draw(st.sampled_from((frozenset[str](), frozenset({"sweet"}), frozenset({"lard"}))))
        orders.append(
            Order(
                f"p{place}",
                rules,
                tuple(wishes),
                avoids,
                draw(st.sampled_from(("", "43", "45"))),
                "",
                draw(st.integers(0, 300)),
            )
        )
    return orders, Store(GOODS, tuple(lots))

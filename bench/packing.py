"""Measures packing: packing.py [--people N] [--goods N] [--seconds N].

A batch before the holiday: so many people, each with some of the goods on the list, windows with their weights, bans
and limits, lots that go off, a store that has about two thirds of what is wished for. Beside the solver a careful
packer, who takes the person who waits longest first and the most important wish first. Both give the weight they used,
the wishes they met, their worth by the same measure and their seconds; the solver also the gap to what nobody could
exceed.
"""

import argparse
import sys
from datetime import date, timedelta
from pathlib import Path
from random import Random
from time import perf_counter

sys.path[:0] = [str(Path(__file__).parents[1] / "src")]

from peredacha.core.packing import (  # noqa: E402
    Ban,
    Ceiling,
    Good,
    Lot,
    Need,
    Order,
    Parcel,
    Rules,
    Store,
    Wish,
    greedily,
    parcels_of,
    worth_of,
)
from peredacha.core.packing.solving import pack  # noqa: E402

NEW_YEAR = date(2026, 12, 28)
GROUPS = ("food", "sweet", "tea", "hygiene", "clothes", "meat", "medicine")
WEIGHTS = (50, 110, 180, 250, 400, 500, 900, 1010)


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=500)
    asked.add_argument("--goods", type=int, default=80)
    asked.add_argument("--seconds", type=float, default=60)
    given = asked.parse_args()
    store, orders = batch(given.people, given.goods)
    begun = perf_counter()
    chosen = greedily(orders, store)
    by_hand = parcels_of(orders, chosen, store)
    careful = perf_counter() - begun
    begun = perf_counter()
    made = pack(orders, store, longest=given.seconds)
    solved = perf_counter() - begun
    print(f"{'':<34}{'seconds':>9}{'kg':>9}{'met, %':>9}{'worth':>13}{'gap, %':>9}")
    worth = worth_of(orders, chosen, store)
    print(line("a careful packer", careful, by_hand, orders, worth, (made.bound - worth) / made.bound))
    print(line("the solver", solved, made.parcels, orders, made.worth, made.gap))
    begun = perf_counter()
    pack(orders[:1], store)
    print(f"one parcel alone by the solver: {1000 * (perf_counter() - begun):.0f} ms")


def line(
    name: str, seconds: float, parcels: tuple[Parcel, ...], orders: list[Order], worth: int, gap: float
) -> str:
    """One row: what was packed, by whom."""
    wished = sum(wish.pieces for order in orders for wish in order.wishes)
    met = sum(sum(parcel.pieces.values()) for parcel in parcels)
    weight = sum(parcel.grams for parcel in parcels) / 1000
    return f"{name:<34}{seconds:>9.2f}{weight:>9.0f}{100 * met / wished:>9.1f}{worth:>13,}{100 * gap:>9.3f}"


def batch(people: int, kinds: int) -> tuple[Store, list[Order]]:
    """A store and the orders of a chapter; the same each time."""
    chance = Random(20261228)
    goods = {f"good-{n}": good(chance, f"good-{n}") for n in range(kinds)}
    orders = [order(chance, f"person-{n}", tuple(goods)) for n in range(people)]
    wished = {key: sum(w.pieces for one in orders for w in one.wishes if w.good == key) for key in goods}
    lots = [lot for key in goods for lot in lots_of(chance, key, wished[key] * 2 // 3)]
    return Store(goods, tuple(lots)), orders


def good(chance: Random, key: str) -> Good:
    """A thing of one or two groups."""
    return Good(
        key, {"en": key}, chance.choice(WEIGHTS), frozenset(chance.sample(GROUPS, chance.randint(1, 2)))
    )


def lots_of(chance: Random, key: str, pieces: int) -> list[Lot]:
    """Three lots that go off on different days, or never."""
    days = [None, *(NEW_YEAR + timedelta(days=chance.randint(5, 150)) for _lot in range(2))]
    return [Lot(f"{key}-{n}", key, max(1, pieces // 3), day) for n, day in enumerate(days)]


def order(chance: Random, key: str, goods: tuple[str, ...]) -> Order:
    """Somebody in a remand prison or a colony, with ten to all of the goods on the list."""
    rules = Rules(
        NEW_YEAR + timedelta(days=chance.randint(0, 20)), chance.choice((20_000, 20_000, 30_000)), tare=400,
        keeps_days=chance.choice((14, 30)), bans=(Ban(chance.choice(goods), {"en": "no"}),),
        ceilings=(Ceiling("sweet", grams=3000), Ceiling("tea", pieces=5)),
    )  # fmt: skip
    wished = chance.sample(goods, chance.randint(10, len(goods)))
    wishes = tuple(Wish(one, chance.randint(1, 4), chance.choice(tuple(Need))) for one in wished)
    return Order(key, rules, wishes, waits=chance.randint(0, 200))


if __name__ == "__main__":
    main()

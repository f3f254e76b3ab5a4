"""The way a careful packer works by hand: the person who waits longest first, the most important wish first.

The solver begins from it, and the bench measures the solver against it.
"""

from collections.abc import Mapping, Sequence

from peredacha.core.packing.lots import Shelves
from peredacha.core.packing.packed import full_of
from peredacha.core.packing.rules import shut_out
from peredacha.core.packing.values import Order, Store, Wish
from peredacha.core.packing.worth import worths


def greedily(orders: Sequence[Order], store: Store) -> list[dict[str, int]]:
    """Pieces by good for each order; one piece a person a round, so that nobody is empty-handed."""
    shelves = Shelves(store)
    chosen: list[dict[str, int]] = [{} for _order in orders]
    waiting = sorted(range(len(orders)), key=lambda place: (-orders[place].waits, place))
    lists = {place: wanted(orders[place], store) for place in waiting}
    while waiting:
        waiting = [
            place for place in waiting if one_more(orders[place], chosen[place], lists[place], shelves, store)
        ]
    return chosen


def wanted(order: Order, store: Store) -> list[str]:
    """Goods by how much their next piece is worth, piece by piece; what can never lie in the parcel is not there."""
    fit = [wish for wish in merged(order.wishes) if shut_out(order, store.goods.get(wish.good)) is None]
    worth = worths(order, fit) if fit else []
    pieces = [(points, wish.good) for wish, each in zip(fit, worth, strict=True) for points in each]
    return [good for _points, good in sorted(pieces, key=lambda one: (-one[0], one[1]))]


def merged(wishes: Sequence[Wish]) -> list[Wish]:
    """One wish a good: the most important need, all pieces."""
    found: dict[str, Wish] = {}
    for wish in wishes:
        if wish.pieces <= 0:
            continue
        before = found.get(wish.good)
        need = min((wish.need, before.need), key=tuple(type(wish.need)).index) if before else wish.need
        found[wish.good] = Wish(wish.good, wish.pieces + (before.pieces if before else 0), need)
    return list(found.values())


def one_more(order: Order, picked: dict[str, int], list_: list[str], shelves: Shelves, store: Store) -> bool:
    """Put the next piece that fits into the parcel; False when none does any more."""
    while list_:
        good = list_.pop(0)
        until = order.rules.good_until
        if shelves.there(good, until) and full_of(order.rules, picked, store, good) is None:
            list(shelves.take(good, 1, until))
            picked[good] = picked.get(good, 0) + 1
            return True
    return False


def worth_of(orders: Sequence[Order], chosen: Sequence[Mapping[str, int]], store: Store) -> int:
    """What a packing is worth [points], by the measure of the solver."""
    whole = 0
    for order, picked in zip(orders, chosen, strict=True):
        fit = [wish for wish in merged(order.wishes) if shut_out(order, store.goods.get(wish.good)) is None]
        each = worths(order, fit) if fit else []
        whole += sum(sum(points[: picked.get(wish.good, 0)]) for wish, points in zip(fit, each, strict=True))
    return whole

"""From how many pieces of what to parcels: lots, weights, and why each wish that is not met was left out."""

from collections.abc import Mapping, Sequence

from peredacha.core.language import Phrase, phrase
from peredacha.core.packing.lots import Shelves
from peredacha.core.packing.rules import belongs, missing, shut_out, there, weight
from peredacha.core.packing.values import LeftOut, Order, Parcel, Rules, Store, Wish

NO_ROOM = phrase("No weight is left in the parcel.")
NO_PLACE = phrase("This window takes no more things in one parcel.")
NO_MORE_OF_IT = phrase("This window takes no more of this kind in one parcel.")
SHARED = phrase("The store is short of it: it went to others who had less.")
WORTH_LESS = phrase("Other wishes of this list weigh more.")


def parcels_of(
    orders: Sequence[Order], chosen: Sequence[Mapping[str, int]], store: Store
) -> tuple[Parcel, ...]:
    """The parcels; ``chosen`` are the pieces by good for each order in turn."""
    shelves = Shelves(store)
    lines = [
        tuple(
            line
            for good, pieces in sorted(picked.items())
            for line in shelves.take(good, pieces, order.rules.good_until)
        )
        for order, picked in zip(orders, chosen, strict=True)
    ]
    return tuple(
        Parcel(
            order=order.key,
            lines=taken,
            left_out=tuple(left_out(order, picked, shelves)),
            grams=weight(picked, store.goods) + order.rules.tare if taken else 0,
        )
        for order, picked, taken in zip(orders, chosen, lines, strict=True)
    )


def left_out(order: Order, picked: Mapping[str, int], shelves: Shelves) -> list[LeftOut]:
    """Every wish, or part of one, that is not in the parcel, with the first reason that holds."""
    given = dict(picked)
    found = []
    for wish in order.wishes:
        met = min(wish.pieces, given.get(wish.good, 0))
        given[wish.good] = given.get(wish.good, 0) - met
        if met < wish.pieces:
            found.append(reason(order, wish, wish.pieces - met, picked, shelves))
    return found


def reason(order: Order, wish: Wish, pieces: int, picked: Mapping[str, int], shelves: Shelves) -> LeftOut:
    """Why these pieces are not in the parcel."""
    store = shelves.store
    shut = shut_out(order, store.goods.get(wish.good))
    if shut:
        return LeftOut(wish.good, pieces, shut.says, shut.ban)
    until = order.rules.good_until
    if not there(store, wish.good, until):
        return LeftOut(wish.good, pieces, missing(store, wish.good))
    if not shelves.there(wish.good, until):
        return LeftOut(wish.good, pieces, SHARED)
    full = full_of(order.rules, picked, store, wish.good)
    return LeftOut(wish.good, pieces, full or WORTH_LESS)


def full_of(rules: Rules, picked: Mapping[str, int], store: Store, name: str) -> Phrase | None:
    """The rule that one more piece would break; None where none would be broken."""
    good = store.goods[name]
    if weight(picked, store.goods) + good.grams > rules.room:
        return NO_ROOM
    if rules.most_pieces is not None and sum(picked.values()) >= rules.most_pieces:
        return NO_PLACE
    for ceiling in rules.ceilings:
        if not belongs(good, ceiling.group):
            continue
        of_it = {one: n for one, n in picked.items() if belongs(store.goods[one], ceiling.group)}
        heavy = ceiling.grams is not None and weight(of_it, store.goods) + good.grams > ceiling.grams
        many = ceiling.pieces is not None and sum(of_it.values()) >= ceiling.pieces
        if heavy or many:
            return NO_MORE_OF_IT
    return None

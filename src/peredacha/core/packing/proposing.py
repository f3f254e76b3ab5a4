"""From chosen pieces to a proposal that says how good it is."""

from collections.abc import Mapping, Sequence

from peredacha.core.packing.greedy import greedily, merged, worth_of
from peredacha.core.packing.packed import parcels_of
from peredacha.core.packing.values import Order, Proposal, Store


class NotPacked(RuntimeError):
    """The solver gave no packing, or not in time; it holds no person. ``by_hand`` still can pack."""


def proposed(
    orders: Sequence[Order], chosen: Sequence[Mapping[str, int]], bound: int, store: Store
) -> Proposal:
    """The proposal; ``chosen`` are pieces by good for each order, ``bound`` what nothing can exceed [points]."""
    worth = worth_of(orders, chosen, store)
    return Proposal(parcels_of(orders, chosen, store), worth, max(bound, worth))


def by_hand(orders: Sequence[Order], store: Store) -> Proposal:
    """What a careful packer would do, without a solver: quick, within all rules, and not the best.

    Its bound is the worth of every wish that a window allows, so its gap is told larger than it is.
    """
    wished = [{wish.good: wish.pieces for wish in merged(order.wishes)} for order in orders]
    return proposed(orders, greedily(orders, store), worth_of(orders, wished, store), store)

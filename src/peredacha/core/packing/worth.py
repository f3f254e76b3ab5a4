"""What a piece in a parcel is worth: the first of its kind most, so that what is short is shared.

A wish fulfilled is worth the points of its need, spread over its pieces so that each is worth less than the one
before: of ten jars and ten people who wish for three, each gets one before anybody gets a second. Every order counts
the same, however long its list; who has waited longer counts for more, up to one half.
"""

from collections.abc import Sequence

from peredacha.core.packing.values import Need, Order, Wish

POINTS = {Need.MUST: 9, Need.ASKED: 3, Need.KIND: 1}
WHOLE = 100_000
"""What an order is worth when everything is in it and nobody has waited."""
LONGEST_WAIT = 180
"""Who has waited for so long [days], or longer, counts one half more."""


def worth_of_order(order: Order) -> int:
    """What the whole list is worth [points]."""
    return WHOLE + WHOLE * min(max(order.waits, 0), LONGEST_WAIT) // (2 * LONGEST_WAIT)


def worths(order: Order, wishes: Sequence[Wish]) -> list[tuple[int, ...]]:
    """What each further piece of each wish is worth [points], never rising; ``wishes`` are the order's."""
    whole = sum(POINTS[one.need] for one in wishes)
    return [marginal(worth_of_order(order) * POINTS[one.need] // whole, one.pieces) for one in wishes]


def marginal(points: int, pieces: int) -> tuple[int, ...]:
    """Points spread over pieces, the first worth most; at least one point each, so that more is never worse.

    >>> marginal(900, 3)
    (500, 300, 100)
    """
    return tuple(max(1, points * (2 * (pieces - number) - 1) // pieces**2) for number in range(pieces))

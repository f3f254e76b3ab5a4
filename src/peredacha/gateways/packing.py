"""Parcels packed outside the server: in a fresh process without keys, that takes its solver with it when it ends."""

import sys
from collections.abc import Sequence

from peredacha.core.packing import NotPacked, Order, Proposal, Store
from peredacha.core.packing.jobs import NoPacking, job, read_answer
from peredacha.gateways.processes import NoWork, worked

LONGEST = 20.0
"""After so long the solver gives the best that it has found [s]."""
GRACE = 10.0
"""How much longer the process may take to begin and to end, before it is ended [s]."""
PACKER = (sys.executable, "-P", "-m", "peredacha.core.packing")


def packed(
    orders: Sequence[Order],
    store: Store,
    *,
    longest: float = LONGEST,
    packer: Sequence[str] = PACKER,
    grace: float = GRACE,
) -> Proposal:
    """The best parcels for these orders out of this store, with the gap that is left after ``longest`` [s].

    One order takes about half a second, 500 orders of 80 goods all the time that they get: pack them where nobody
    waits for a page. Raises ValueError for twin keys, and NotPacked; then ``core.packing.by_hand`` is the honest
    second best, and the page says that it is.
    """
    if len({order.key for order in orders}) < len(orders):
        raise ValueError("an order stands twice: give each key once")
    try:
        said, _errors = worked(packer, (job(orders, store, longest),), longest=longest + grace)
        return read_answer(said, orders, store)
    except (NoWork, NoPacking):
        raise NotPacked("the packing process gave no packing") from None

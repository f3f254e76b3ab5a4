"""Parcels out of a store: within the rules of a window, as close to the wishes as can be, with reasons for the rest.

Come in with :class:`Order` s and a :class:`Store`; leave with a :class:`Proposal`. A list made by hand is checked by
:func:`faults`, by the same rules. The best packing of a batch is made by :mod:`peredacha.core.packing.solving`, which
loads a solver of many megabytes and is therefore imported only by the process that packs.
"""

from peredacha.core.packing.greedy import greedily, worth_of
from peredacha.core.packing.packed import parcels_of
from peredacha.core.packing.rules import Fault, faults, shut_out
from peredacha.core.packing.values import (
    Ban,
    Ceiling,
    Good,
    LeftOut,
    Line,
    Lot,
    Need,
    Order,
    Parcel,
    Proposal,
    Rules,
    Store,
    Wish,
)

__all__ = [
    "Ban",
    "Ceiling",
    "Fault",
    "Good",
    "LeftOut",
    "Line",
    "Lot",
    "Need",
    "Order",
    "Parcel",
    "Proposal",
    "Rules",
    "Store",
    "Wish",
    "faults",
    "greedily",
    "parcels_of",
    "shut_out",
    "worth_of",
]

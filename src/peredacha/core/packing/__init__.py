"""Parcels out of a store: within the rules of a window, as close to the wishes as can be, with reasons for the rest.

Come in with :class:`Order` s and a :class:`Store`; leave with a :class:`Proposal`. A list made by hand is checked by
:func:`faults`, by the same rules. The best packing of a batch is made by :mod:`peredacha.core.packing.solving`, which
loads a solver of many megabytes and is therefore imported only by the process that packs.
"""

from peredacha.core.packing.greedy import greedily, worth_of
from peredacha.core.packing.packed import parcels_of
from peredacha.core.packing.practice import Practice, freshness_of, practice_among, whole_months
from peredacha.core.packing.proposing import NotPacked, by_hand
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
    "NotPacked",
    "Order",
    "Parcel",
    "Practice",
    "Proposal",
    "Rules",
    "Store",
    "Wish",
    "by_hand",
    "faults",
    "freshness_of",
    "greedily",
    "parcels_of",
    "practice_among",
    "shut_out",
    "whole_months",
    "worth_of",
]

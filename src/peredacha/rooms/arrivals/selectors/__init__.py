"""What the room reads: who may be here already, where a matter went."""

from peredacha.rooms.arrivals.selectors.alike import Hint, alike_cards, indexed_cards, named_of
from peredacha.rooms.arrivals.selectors.merges import can_undo, may_merge, merged_into, merges_into

__all__ = [
    "Hint",
    "alike_cards",
    "can_undo",
    "indexed_cards",
    "may_merge",
    "merged_into",
    "merges_into",
    "named_of",
]

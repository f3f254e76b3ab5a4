"""What the room does: says whose turn it is, and why."""

from peredacha.rooms.turns.services.listing import MOST, Seen, first_to_pack, turns_of
from peredacha.rooms.turns.services.telling import ToldTurn, kind_words, kinds_for, told_turns, way_to_pack

__all__ = [
    "MOST",
    "Seen",
    "ToldTurn",
    "first_to_pack",
    "kind_words",
    "kinds_for",
    "told_turns",
    "turns_of",
    "way_to_pack",
]

"""What the room does: says whose turn it is, and why."""

from peredacha.rooms.turns.services.listing import MOST, OPENED, turns_of
from peredacha.rooms.turns.services.ranking import KINDS, Turn, in_turn, top, weight
from peredacha.rooms.turns.services.telling import ToldTurn, kind_words, kinds_for, told_turns

__all__ = [
    "KINDS",
    "MOST",
    "OPENED",
    "ToldTurn",
    "Turn",
    "in_turn",
    "kind_words",
    "kinds_for",
    "told_turns",
    "top",
    "turns_of",
    "weight",
]

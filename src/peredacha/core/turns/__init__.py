"""Whose turn it is: who was left alone longest comes first, and nothing else counts.

Every list and every button that gives something orders people by :func:`weight`.
"""

from peredacha.core.turns.ranking import KINDS, LAST, Kind, Turn, Weight, in_turn, lot_of_day, turn_of, weight
from peredacha.core.turns.served import OneSlot, Served

__all__ = [
    "KINDS",
    "LAST",
    "Kind",
    "OneSlot",
    "Served",
    "Turn",
    "Weight",
    "in_turn",
    "lot_of_day",
    "turn_of",
    "weight",
]

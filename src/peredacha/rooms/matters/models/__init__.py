"""Tables of the room: the matter in clear, its card for the queue, its sealed facts."""

from peredacha.rooms.matters.models.doors import FamilyDoor
from peredacha.rooms.matters.models.facts import FactRow
from peredacha.rooms.matters.models.matters import Card, CardForm, CircleCard, Claim, Matter, MatterState
from peredacha.rooms.matters.models.safes import SafeOfMatter
from peredacha.rooms.matters.models.shifts import ShiftBook, ShiftNote

__all__ = [
    "Card",
    "CardForm",
    "CircleCard",
    "Claim",
    "FactRow",
    "FamilyDoor",
    "Matter",
    "MatterState",
    "SafeOfMatter",
    "ShiftBook",
    "ShiftNote",
]

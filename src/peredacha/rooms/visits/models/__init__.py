"""Tables and values of the room."""

from peredacha.rooms.visits.models.rides import Ride, RideRow, RideState
from peredacha.rooms.visits.models.visits import Visit, VisitRow, VisitState
from peredacha.rooms.visits.models.words import KINDS, NO_RIDE, REFUSALS, RideTold, VisitTold

__all__ = [
    "KINDS",
    "NO_RIDE",
    "REFUSALS",
    "Ride",
    "RideRow",
    "RideState",
    "RideTold",
    "Visit",
    "VisitRow",
    "VisitState",
    "VisitTold",
]

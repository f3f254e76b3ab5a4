"""Tables of the room: forms that were sent, merges with their way back."""

from peredacha.rooms.arrivals.models.merges import Merge
from peredacha.rooms.arrivals.models.tickets import Ticket

__all__ = ["Merge", "Ticket"]

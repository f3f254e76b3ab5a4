"""Tables of the room: rolls and their sealed rows."""

from peredacha.rooms.rolls.models.rolls import Roll, RollRow, RollState

__all__ = ["Roll", "RollRow", "RollState"]

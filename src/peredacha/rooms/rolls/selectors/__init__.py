"""What can be read of rolls without a key."""

from peredacha.rooms.rolls.selectors.rolls import find_roll, rolls_of

__all__ = ["find_roll", "rolls_of"]

"""Anna the veteran and Pavel the coordinator, and a house in which nobody has guessed yet, as next door."""

from tests.rooms.people.conftest import anna, nobody_has_guessed, pavel

__all__ = ["anna", "nobody_has_guessed", "pavel"]

"""Anna the veteran and Pavel the coordinator, as next door."""

from tests.rooms.people.conftest import anna, pavel

__all__ = ["anna", "pavel"]

"""What the room does: keeps the veterans' cards, turns case numbers into fingerprints, speaks to matching."""

from peredacha.rooms.veterans.services.candidates import profiles_of, veterans_of
from peredacha.rooms.veterans.services.cases import articles_of, conflict_tags
from peredacha.rooms.veterans.services.profiles import (
    OpenProfile,
    change_profile,
    list_profiles,
    my_profile,
    own_member,
    save_profile,
    save_told,
)

__all__ = [
    "OpenProfile",
    "articles_of",
    "change_profile",
    "conflict_tags",
    "list_profiles",
    "my_profile",
    "own_member",
    "profiles_of",
    "save_profile",
    "save_told",
    "veterans_of",
]

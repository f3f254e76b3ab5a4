"""What the room reads without a key: the words of the card, and the names of places."""

from peredacha.rooms.veterans.selectors.places import found_places, place_name
from peredacha.rooms.veterans.selectors.vocabulary import (
    group_choices,
    groups_of,
    kin_choices,
    language_choices,
    regime_choices,
    region_choices,
    stage_choices,
    topic_choices,
)

__all__ = [
    "found_places",
    "group_choices",
    "groups_of",
    "kin_choices",
    "language_choices",
    "place_name",
    "regime_choices",
    "region_choices",
    "stage_choices",
    "topic_choices",
]

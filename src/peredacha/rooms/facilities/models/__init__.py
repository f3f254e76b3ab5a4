"""Tables of the facilities room; none of them holds a person."""

from peredacha.rooms.facilities.models.cards import (
    HOLDING_KINDS,
    Facility,
    FacilityKind,
    PhoneLine,
    Regime,
    Window,
    WindowPurpose,
    new_public_id,
)
from peredacha.rooms.facilities.models.chapters import Chapter, DutyLine
from peredacha.rooms.facilities.models.facts import Fact, FactNature, FactTopic

__all__ = [
    "HOLDING_KINDS",
    "Chapter",
    "DutyLine",
    "Facility",
    "FacilityKind",
    "Fact",
    "FactNature",
    "FactTopic",
    "PhoneLine",
    "Regime",
    "Window",
    "WindowPurpose",
    "new_public_id",
]

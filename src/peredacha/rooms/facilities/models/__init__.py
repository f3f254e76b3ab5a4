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
from peredacha.rooms.facilities.models.outcomes import (
    REFUSALS,
    VERDICTS,
    Outcome,
    Reason,
    Report,
    Subject,
    Verdict,
)

__all__ = [
    "HOLDING_KINDS",
    "REFUSALS",
    "VERDICTS",
    "Chapter",
    "DutyLine",
    "Facility",
    "FacilityKind",
    "Fact",
    "FactNature",
    "FactTopic",
    "Outcome",
    "PhoneLine",
    "Reason",
    "Regime",
    "Report",
    "Subject",
    "Verdict",
    "Window",
    "WindowPurpose",
    "new_public_id",
]

"""What may be done in the facilities room: cards and facts kept, outcomes counted."""

from peredacha.rooms.facilities.services.chapters import keep_chapter
from peredacha.rooms.facilities.services.drafts import (
    CardDraft,
    FactDraft,
    OutcomeDraft,
    PhoneDraft,
    Strict,
    WindowDraft,
)
from peredacha.rooms.facilities.services.keeping import keep_cards, keep_facts, keep_outcomes
from peredacha.rooms.facilities.services.outcomes import (
    check_outcome,
    note_outcome,
    own_chapter,
    report_outcome,
    settle_report,
)
from peredacha.rooms.facilities.services.rows import drop_rows, write_rows

__all__ = [
    "CardDraft",
    "FactDraft",
    "OutcomeDraft",
    "PhoneDraft",
    "Strict",
    "WindowDraft",
    "check_outcome",
    "drop_rows",
    "keep_cards",
    "keep_chapter",
    "keep_facts",
    "keep_outcomes",
    "note_outcome",
    "own_chapter",
    "report_outcome",
    "settle_report",
    "write_rows",
]

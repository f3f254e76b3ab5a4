"""What may be done in the facilities room: cards and facts kept, rows brought back, a chapter kept."""

from peredacha.rooms.facilities.services.chapters import keep_chapter
from peredacha.rooms.facilities.services.drafts import CardDraft, FactDraft, PhoneDraft, WindowDraft
from peredacha.rooms.facilities.services.keeping import keep_cards, keep_facts
from peredacha.rooms.facilities.services.rows import put_back_rows

__all__ = [
    "CardDraft",
    "FactDraft",
    "PhoneDraft",
    "WindowDraft",
    "keep_cards",
    "keep_chapter",
    "keep_facts",
    "put_back_rows",
]

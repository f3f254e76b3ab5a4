"""Tables and values of the room."""

from peredacha.rooms.letters.models.cards import AliasRow, Card, Consent, ConsentRow, Correspondent, Offer
from peredacha.rooms.letters.models.letters import NOT_GONE, OUT, Letter, LetterRow, LetterState
from peredacha.rooms.letters.models.replies import ReplyLag, ReplyRow, ReplyScan

__all__ = [
    "NOT_GONE",
    "OUT",
    "AliasRow",
    "Card",
    "Consent",
    "ConsentRow",
    "Correspondent",
    "Letter",
    "LetterRow",
    "LetterState",
    "Offer",
    "ReplyLag",
    "ReplyRow",
    "ReplyScan",
]

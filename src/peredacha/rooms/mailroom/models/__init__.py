"""Tables and values of the room."""

from peredacha.rooms.mailroom.models.letters import BookYear, MailRow, MailScan, PaperLetter, PaperState
from peredacha.rooms.mailroom.models.words import ASKS, NEW, PLACES, QUESTIONS, REASONS, WRITERS

__all__ = [
    "ASKS",
    "NEW",
    "PLACES",
    "QUESTIONS",
    "REASONS",
    "WRITERS",
    "BookYear",
    "MailRow",
    "MailScan",
    "PaperLetter",
    "PaperState",
]

"""What the room reads: its questions, and who would take a request."""

from peredacha.rooms.asking.selectors.questions import Asked, extras_of, path_of, question_of
from peredacha.rooms.asking.selectors.receiving import receiver_for

__all__ = ["Asked", "extras_of", "path_of", "question_of", "receiver_for"]

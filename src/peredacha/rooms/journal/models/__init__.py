"""Tables of the journal: entries in a chain, the head of the chain, counters."""

from peredacha.rooms.journal.models.acts import Act
from peredacha.rooms.journal.models.counters import Counter
from peredacha.rooms.journal.models.entries import ChainHead, Entry

__all__ = ["Act", "ChainHead", "Counter", "Entry"]

"""What the desk and the family's own page show of the parcels of a matter."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.parcels.services.files import parcels_of
from peredacha.rooms.parcels.services.telling import next_words, state_words, title_of
from peredacha.rooms.vault.services import Keys


@dataclass(frozen=True)
class SummaryLine:
    """One parcel in words."""

    id: UUID
    title: str
    state: str
    next: str
    """What is next, and who does it."""


@dataclass(frozen=True)
class ParcelsSummary:
    """The parcels of a matter: those that have not ended, and those that have and are not erased yet."""

    lines: tuple[SummaryLine, ...]
    ended: tuple[SummaryLine, ...]


def summary_for(keys: Keys, file: MatterFile, now: datetime) -> ParcelsSummary:
    """The parcels of a matter in a few words."""
    going: list[SummaryLine] = []
    ended: list[SummaryLine] = []
    for one in parcels_of(keys, file, now=now):
        line = SummaryLine(one.id, title_of(one), state_words(one), next_words(one))
        (ended if one.has_ended else going).append(line)
    return ParcelsSummary(tuple(going), tuple(ended))

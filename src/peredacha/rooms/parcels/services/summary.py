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
    """The parcels of a matter that have not ended, and how many have."""

    lines: tuple[SummaryLine, ...]
    ended: int


def summary_for(keys: Keys, file: MatterFile, now: datetime) -> ParcelsSummary:
    """The parcels of a matter in a few words."""
    found = parcels_of(keys, file, now=now)
    lines = [
        SummaryLine(one.id, title_of(one), state_words(one), next_words(one))
        for one in found
        if not one.has_ended
    ]
    return ParcelsSummary(tuple(lines), sum(one.has_ended for one in found))

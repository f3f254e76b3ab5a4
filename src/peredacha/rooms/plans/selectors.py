"""What the room reads: the land with its filings, and the sealed rows of a safe."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.conf import settings

from peredacha.core.documents import Filing
from peredacha.core.law import Land
from peredacha.jurisdictions.filings import filings
from peredacha.jurisdictions.load import pack
from peredacha.rooms.people.selectors import roles_of
from peredacha.rooms.plans.models import PaperRow
from peredacha.rooms.vault.selectors import holders_of


def current_land() -> Land:
    """The land of this installation with its chapter; read once."""
    return pack(settings.JURISDICTION, settings.CHAPTER)


def current_filings() -> Mapping[str, Filing]:
    """The filings of the land by their keys, as they are worded now."""
    return filings(settings.JURISDICTION)


def rows_of(safe: UUID) -> list[PaperRow]:
    """Every row about papers in a safe, oldest first."""
    return list(PaperRow.objects.filter(safe=safe))


def a_lawyer_reads(safe: UUID, *, today: date) -> bool:
    """Whether the safe is sealed to at least one helper who is a lawyer now."""
    members = [holder.member for holder in holders_of(safe) if holder.member]
    return any("lawyer" in roles_of(member, today) for member in members)

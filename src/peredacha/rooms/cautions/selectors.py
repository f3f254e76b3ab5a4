"""What the room reads: what the land says of care, and the filings by their names."""

from django.conf import settings

from peredacha.core.documents import Filing
from peredacha.jurisdictions.cautions import Cautions, SecrecyLaw, cautions
from peredacha.jurisdictions.filings import filings


def current_cautions() -> Cautions:
    """What the land of this installation says of care; read once."""
    return cautions(settings.JURISDICTION)


def current_secrecy() -> SecrecyLaw | None:
    """What an undertaking of secrecy means here; None where the land says nothing."""
    return current_cautions().secrecy


def find_filing(key: str) -> Filing | None:
    """A filing of the land by its key, as it is worded now."""
    return filings(settings.JURISDICTION).get(key)


def think_before(filing: str) -> bool:
    """Whether the land wants the risk step before a filing of this key."""
    return filing in current_cautions().before

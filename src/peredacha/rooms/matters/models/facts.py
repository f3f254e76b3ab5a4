"""The sealed facts of a matter."""

from peredacha.rooms.vault.models import SealedRow


class FactRow(SealedRow):
    """One fact of a matter, in the safe of the family or in the helpers' own."""

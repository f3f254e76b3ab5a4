"""The table of the room: everything about papers lies inside the seal."""

from peredacha.rooms.vault.models import SealedRow


class PaperRow(SealedRow):
    """One sealed line about a paper: its draft, a version, the text of the land that it was made from, or a step."""

    class Meta(SealedRow.Meta):
        pass

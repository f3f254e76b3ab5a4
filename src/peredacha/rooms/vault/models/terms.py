"""What remains of an access given for a time, when its grant is gone."""

from peredacha.rooms.vault.models.rows import SealedRow


class TermRow(SealedRow):
    """For whom, until when and what for a safe was opened for a time; sealed in that safe."""

    class Meta(SealedRow.Meta):
        pass

    def __str__(self) -> str:
        return f"term {self.id}"

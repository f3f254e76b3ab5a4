"""How far each reader has read."""

from peredacha.rooms.vault.models import SealedRow


class ReadMark(SealedRow):
    """Up to which message one reader has read a thread; one row a reader in each safe, sealed like the talk."""

    class Meta(SealedRow.Meta):
        pass

"""The dates of a matter as they were last told to calendars; inside its own safe."""

from peredacha.rooms.vault.models import SealedRow


class DatesRow(SealedRow):
    """The one row of a matter: each date with its lasting random name, and whose calendars lost it."""

    class Meta(SealedRow.Meta):
        pass

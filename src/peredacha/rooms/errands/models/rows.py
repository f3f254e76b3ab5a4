"""The safe of what is carried to one person, its rows, and the key by which the matter's readers open it."""

from django.db import models

from peredacha.rooms.matters.models import SafeOfMatter
from peredacha.rooms.vault.models import SealedRow


class ErrandFile(SafeOfMatter):
    """What is carried to the person of one matter: opened by the packers' circle and by who reads the matter."""

    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")

    class Meta(SafeOfMatter.Meta):
        constraints = (models.UniqueConstraint(fields=("matter",), name="errands_once_a_matter"),)


class ErrandRow(SealedRow):
    """One sealed line: the recipient as last told, or a slot of the counter."""

    class Meta(SealedRow.Meta):
        pass


class SeatRow(SealedRow):
    """In the matter's own safe: the private half of the pair that opens what is carried to its person."""

    class Meta(SealedRow.Meta):
        pass

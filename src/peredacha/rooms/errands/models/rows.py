"""The safe of what is carried to one person, its rows and its card, and the key that lets the matter's readers in."""

from django.db import models

from peredacha.rooms.matters.models import CircleCard, SafeOfMatter
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


class ErrandCard(CircleCard):
    """What the list of the least served needs of one person, sealed to the packers of the chapter."""

    errands = models.OneToOneField(
        ErrandFile, on_delete=models.CASCADE, related_name="card", help_text="Whose card."
    )


class SeatRow(SealedRow):
    """In the matter's own safe: the private half of the pair that opens what is carried to its person."""

    class Meta(SealedRow.Meta):
        pass

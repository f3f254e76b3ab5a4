"""Ready sets: what goes together into a first parcel, a parcel for an ill person, a winter parcel."""

import uuid

from django.db import models
from django.db.models import Q

from peredacha.rooms.goods.models import LONGEST_NAME


class Kit(models.Model):
    """A ready set by its name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    name = models.CharField(max_length=LONGEST_NAME, help_text="What the set is called.")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("chapter", "name"), name="kit_name_once_a_chapter"),
            models.CheckConstraint(condition=~Q(name=""), name="kit_has_a_name"),
        )
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name


class KitLine(models.Model):
    """So many pieces of one thing in a set."""

    kit = models.ForeignKey(Kit, on_delete=models.CASCADE, related_name="lines", help_text="In which set.")
    good = models.ForeignKey(
        "goods.Good", on_delete=models.CASCADE, related_name="+", help_text="Which thing."
    )
    pieces = models.PositiveIntegerField(help_text="How many pieces of it.")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("kit", "good"), name="kit_line_once"),
            models.CheckConstraint(condition=Q(pieces__gte=1), name="kit_line_has_pieces"),
        )
        ordering = ("good__name_ru", "id")

    def __str__(self) -> str:
        return f"kit line {self.pk}"

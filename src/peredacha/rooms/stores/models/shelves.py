"""Where things lie: places by a short name, and lots of one thing that go off on one day."""

import uuid

from django.db import models
from django.db.models import Q

LONGEST_PLACE, LONGEST_SHELF = 40, 20
MOST_PIECES = 100_000


class Place(models.Model):
    """A cupboard, a room, a cellar. Where in the town it is stands nowhere: that would lead to people."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    name = models.CharField(
        max_length=LONGEST_PLACE,
        help_text="Short name that the helpers choose; never an address and never whose flat it is.",
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("chapter", "name"), name="place_name_once_a_chapter"),
            models.CheckConstraint(condition=~Q(name=""), name="place_has_a_name"),
        )
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name


class Lot(models.Model):
    """Pieces of one thing that lie together and go off on one day."""

    id = models.UUIDField(
        primary_key=True, default=uuid.uuid4, help_text="Random name; the key in a packing."
    )
    good = models.ForeignKey(
        "goods.Good", on_delete=models.PROTECT, related_name="+", help_text="What lies there."
    )
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="lots", help_text="Where it lies."
    )
    shelf = models.CharField(max_length=LONGEST_SHELF, blank=True, help_text="Shelf or box in the place.")
    best_before = models.DateField(null=True, help_text="Last day on which it is good; empty where it keeps.")
    pieces = models.PositiveIntegerField(
        default=0, help_text="Sum of its movements, written with each of them and never below nothing."
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("good", "place", "shelf", "best_before"), name="lot_once_on_a_shelf"
            ),
            models.UniqueConstraint(
                fields=("good", "place", "shelf"),
                condition=Q(best_before=None),
                name="lot_that_keeps_once_on_a_shelf",
            ),
            models.CheckConstraint(
                condition=Q(pieces__gte=0) & Q(pieces__lte=MOST_PIECES), name="lot_is_never_below_nothing"
            ),
        )
        ordering = ("best_before", "id")

    def __str__(self) -> str:
        return f"lot {self.id}"

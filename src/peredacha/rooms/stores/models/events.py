"""What happened in the store: the only truth about what lies there."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from peredacha.rooms.goods.models import LONGEST_NAME
from peredacha.rooms.stores.models.shelves import Lot


class MovementKind(models.TextChoices):
    """Why there are more or fewer pieces than before."""

    RECEIVED = "received", _("Bought")
    DONATED = "donated", _("Given to us")
    TRANSFERRED = "transferred", _("Moved to another place")
    COUNTED = "counted", _("Counted anew")
    PACKED = "packed", _("Packed")
    UNPACKED = "unpacked", _("Put back")
    WRITTEN_OFF = "written_off", _("Written off")


INCOMING = (MovementKind.RECEIVED, MovementKind.DONATED)


class Drive(models.Model):
    """Things that were collected: "market stall, 40 kg". Who gave stands nowhere, and there is no field for it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    name = models.CharField(
        max_length=LONGEST_NAME, help_text="What the collection is called; never who gave."
    )
    what = models.CharField(
        max_length=200, blank=True, help_text="What came in, in a few words; never who gave."
    )
    day = models.DateField(help_text="Day of the collection.")
    grams = models.PositiveIntegerField(
        null=True, help_text="Weight on the scales [grams]; empty if not weighed."
    )

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(name=""), name="drive_has_a_name"),)
        ordering = ("-day", "id")

    def __str__(self) -> str:
        return f"drive {self.id}"


class Movement(models.Model):
    """More or fewer pieces of one lot on one day. Nobody's name stands here, neither who did it nor for whom."""

    id = models.UUIDField(
        primary_key=True, default=uuid.uuid4, help_text="Random name; the same form has the same."
    )
    lot = models.ForeignKey(
        Lot, on_delete=models.PROTECT, related_name="movements", help_text="Of which lot."
    )
    pieces = models.IntegerField(help_text="How many more; fewer where it is below nothing.")
    kind = models.CharField(max_length=12, choices=MovementKind, help_text="Why there are more or fewer.")
    day = models.DateField(help_text="Day on which it happened.")
    drive = models.ForeignKey(
        Drive,
        null=True,
        on_delete=models.SET_NULL,
        related_name="movements",
        help_text="In which drive it came.",
    )
    errand = models.UUIDField(
        null=True,
        db_index=True,
        help_text="Keyed hash of the parcel it was packed for; blanked when that ends.",
    )

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(pieces=0), name="movement_moves_something"),
            models.CheckConstraint(condition=Q(kind__in=MovementKind.values), name="movement_kind_is_known"),
            models.CheckConstraint(
                condition=Q(kind__in=("transferred", "counted"))
                | Q(kind__in=("received", "donated", "unpacked"), pieces__gt=0)
                | Q(kind__in=("packed", "written_off"), pieces__lt=0),
                name="movement_goes_its_way",
            ),
            models.CheckConstraint(
                condition=Q(errand=None) | Q(kind__in=("packed", "unpacked")),
                name="movement_errand_is_packed",
            ),
        )
        indexes = (models.Index(fields=("day", "kind"), name="movement_day_kind"),)
        ordering = ("-day", "id")

    def __str__(self) -> str:
        return f"movement {self.id}"

"""A parcel as it stands in clear, its sealed rows, and its card for the packers' board."""

from django.db import models

from peredacha.rooms.matters.models import CircleCard, SafeOfMatter
from peredacha.rooms.vault.models import SealedRow


class ParcelState(models.TextChoices):
    """Where a parcel stands, coarsely; how it ended is sealed."""

    ASKED = "asked", "asked"
    AGREED = "agreed", "agreed"
    PLANNED = "planned", "planned"
    PACKED = "packed", "packed"
    SENT = "sent", "sent"
    ENDED = "ended", "ended"


class Parcel(SafeOfMatter):
    """One parcel: a safe of its own, so that erasing it makes older backups forget it too."""

    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    state = models.CharField(
        max_length=8, choices=ParcelState, default=ParcelState.ASKED, help_text="Where it stands, coarsely."
    )
    week = models.DateField(help_text="Monday of the week in which it was asked for.")
    next_on = models.DateField(help_text="Day by which somebody must look at it again.")
    erase_on = models.DateField(
        null=True, help_text="Day on which its clock erases it; empty until it has ended."
    )
    held_by = models.ForeignKey(
        "people.Member",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Who holds it, by a random name; empty: nobody.",
    )

    class Meta(SafeOfMatter.Meta):
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=ParcelState.values), name="parcel_state_is_known"
            ),
        )
        indexes = (
            models.Index(fields=("chapter", "next_on", "id"), name="parcel_board"),
            models.Index(fields=("chapter", "state", "next_on", "id"), name="parcel_board_of_state"),
            models.Index(fields=("erase_on",), name="parcel_clock"),
        )


class ParcelRow(SealedRow):
    """One sealed line of a parcel: its request, a step, or what lies in it."""

    class Meta(SealedRow.Meta):
        pass


class ParcelCard(CircleCard):
    """What the board shows of a parcel, sealed to the packers of the chapter."""

    parcel = models.OneToOneField(
        Parcel, on_delete=models.CASCADE, related_name="card", help_text="Whose card."
    )

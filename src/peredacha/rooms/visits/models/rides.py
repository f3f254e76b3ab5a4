"""A car that goes to a facility on a day: seats in clear, everything else sealed to the packers' circle."""

import uuid

from django.db import models

from peredacha.rooms.vault.models import SealedRow


class RideState(models.TextChoices):
    """Where a ride stands."""

    OPEN = "open", "open"
    DONE = "done", "it happened"
    OFF = "off", "called off"


class Ride(models.Model):
    """A ride of a chapter on a day; where it goes and who drives stands in its card alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    safe = models.OneToOneField(
        "vault.Safe", on_delete=models.CASCADE, related_name="+", help_text="Who finds seats opens it."
    )
    state = models.CharField(
        max_length=4, choices=RideState, default=RideState.OPEN, help_text="Where the ride stands."
    )
    on = models.DateField(help_text="The day of the ride.")
    seats = models.PositiveSmallIntegerField(help_text="How many can go.")
    taken = models.PositiveSmallIntegerField(default=0, help_text="How many seats are given.")
    erase_on = models.DateField(help_text="Day on which its clock erases it.")

    class Meta:
        ordering = ("on", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=RideState.values), name="ride_state_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(taken__lte=models.F("seats")), name="ride_no_seat_twice"
            ),
        )

    def __str__(self) -> str:
        return f"ride {self.id}"


class RideRow(SealedRow):
    """The card of a ride: where to, from where, at which hour, who drives."""

    class Meta(SealedRow.Meta):
        pass

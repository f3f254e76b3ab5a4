"""A roll of a mass detention: one safe of the reception, one sealed row a person."""

import uuid

from django.db import models

from peredacha.rooms.vault.models import SealedRow


class RollState(models.TextChoices):
    """Where a roll stands."""

    OPEN = "open", "open"
    CLOSED = "closed", "closed"


class Roll(models.Model):
    """One list of people detained together; what it says is sealed to the reception of its chapter."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    state = models.CharField(
        max_length=6, choices=RollState, default=RollState.OPEN, help_text="Where the roll stands."
    )
    week = models.DateField(help_text="Monday of the week in which it was begun.")
    erase_on = models.DateField(
        db_index=True, help_text="Monday of the week in which its clock erases it with every row."
    )
    safe = models.OneToOneField(
        "vault.Safe", on_delete=models.CASCADE, related_name="+", help_text="What only the reception reads."
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=RollState.values), name="roll_state_is_known"
            ),
        )

    def __str__(self) -> str:
        return f"roll {self.id}"


class RollRow(SealedRow):
    """One person of a roll."""
